# SPDX-License-Identifier: MIT
"""Text of the service is data: in errors, logs and on a terminal it must not act."""

from __future__ import annotations

import unicodedata
from typing import Any, Iterable

#: Control characters, invisible ones (zero-width, bidirectional), halves of surrogate pairs, line and paragraph ends.
_ACTIVE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def make_harmless(text: str) -> str:
    """Escape the characters that end a line, hide or reorder others, or drive a terminal."""
    return text if text.isprintable() else "".join(map(_escape, text))


def _escape(char: str) -> str:
    if unicodedata.category(char) not in _ACTIVE:
        return char
    return char.encode("unicode_escape").decode("ascii")


def suggest(word: Any, known: Iterable[str]) -> str:
    """Return a question for the one of `known` that was probably meant; nothing if none is close."""
    from difflib import get_close_matches  # only errors need it, and it is slow to import

    close = get_close_matches(str(word), list(known), n=1)
    return f", did you mean {close[0]!r}?" if close else ""
