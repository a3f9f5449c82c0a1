# SPDX-License-Identifier: MIT
"""Halves of UTF-16 pairs, which JavaScript can cut apart and UTF-8 cannot hold.

The service counts and cuts texts in UTF-16 units, so an emoji at the edge arrives as half of a pair. Printing such a
text, or sending it again, would fail: each half that stands alone becomes U+FFFD, as browsers do.
"""

from __future__ import annotations

import re
from typing import Any

#: The first half of a pair.
HIGH = ("\ud800", "\udbff")
_ESCAPED = re.compile(rb"\\u[dD]")


def may_hold_halves(content: bytes) -> bool:
    """Return whether JSON may hold a half: only an escape can write one."""
    # To look for the bytes of an escape took as long as to parse the JSON; one byte is found in no time.
    return b"\\" in content and _ESCAPED.search(content) is not None


def replace_halves(text: str) -> str:
    """Join the halves that belong together, and replace those that stand alone."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def replace_all_halves(value: Any) -> Any:
    """Return the same for every text of a JSON value, keys included."""
    if isinstance(value, str):
        return replace_halves(value)
    if isinstance(value, list):
        return [replace_all_halves(item) for item in value]
    if isinstance(value, dict):
        return {replace_halves(key): replace_all_halves(item) for key, item in value.items()}
    return value
