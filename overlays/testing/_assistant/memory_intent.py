# SPDX-License-Identifier: MIT
"""Tell from a message whether something is to be remembered.

Only the phrases below store anything: "remember this", but not "remember that". A message that tells something personal
without asking gets an offer.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Optional

_COMMANDS = ("remember this", "store this", "save this", "don't forget", "keep in mind", "always remember")
_COMMAND = re.compile(rf"(?:{'|'.join(_COMMANDS)})[:\s]+(.+)", re.IGNORECASE)
_DECLINED = re.compile(r"don't remember|forget this|ignore this", re.IGNORECASE)
_WORTH_ASKING = re.compile(
    r"my name is \w+|i always prefer \w+|i work on \w+|my project is called \w+"
    r"|i learned that .+|the trick is to .+|watch out for .+",
    re.IGNORECASE,
)


class Intent(NamedTuple):
    """What to store at once, and what to offer to store."""

    store: Optional[str] = None
    offer: Optional[str] = None


def detect(message: str) -> Intent:
    """Find what a message asks to be remembered, or what is worth an offer."""
    if any(command in message.lower() for command in _COMMANDS):
        found = _COMMAND.search(message)
        return Intent(store=found.group(1).strip() if found else message)
    if _DECLINED.search(message):
        return Intent()
    personal = _WORTH_ASKING.search(message)
    return Intent(offer=personal.group(0) if personal else None)
