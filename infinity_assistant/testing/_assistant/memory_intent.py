# SPDX-License-Identifier: MIT. Generated from overlays/testing/_assistant/memory_intent.py: edit that file, then run `make generate`.
"""Detect from a message whether something is to be remembered.

Only the phrases below store anything: "remember this", but not "remember that". A message with something personal in it
that does not ask for it gets an offer.
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


class MemoryIntent(NamedTuple):
    """What to store at once, and what to offer to store."""

    store: Optional[str] = None
    offer: Optional[str] = None


def detect_memory_intent(message: str) -> MemoryIntent:
    """Detect what a message asks to be remembered, or what is worth an offer."""
    if any(command in message.lower() for command in _COMMANDS):
        found = _COMMAND.search(message)
        return MemoryIntent(store=found.group(1).strip() if found else message)
    if _DECLINED.search(message):
        return MemoryIntent()
    personal = _WORTH_ASKING.search(message)
    return MemoryIntent(offer=personal.group(0) if personal else None)
