"""Text of the document as Python source that can only ever be text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

WIDTH = 112
#: Controls, marks of direction, separators of lines, what has no width (but for the joiners of emoji), surrogates,
#: private use, and what is no character.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def to_literal(text: str) -> str:
    """Return a string literal in ASCII: nothing in it can end it, turn its direction or hide."""
    return ascii(text)


def to_literals(texts: Iterable[str]) -> str:
    """Return a tuple of string literals."""
    literals = [to_literal(text) for text in texts]
    return f"({', '.join(literals)}{',' if len(literals) == 1 else ''})"


def format_docstring(text: str, indent: int = 4) -> str:
    """Format a docstring, wrapped; paragraphs, lists and code blocks keep their lines."""
    paragraphs = re.split(r"\n[ \t]*\n", _remove_unprintable(text).strip())
    lines = [line for paragraph in paragraphs for line in [*_wrap(paragraph, WIDTH - indent), ""]][:-1]
    # No two bare quotes side by side, and none at an end: nothing can close the docstring.
    escaped = [re.sub(r'"(?="|$)', r"\"", line.replace("\\", "\\\\")) for line in lines]
    margin = " " * indent
    body = "\n".join(f"{margin}{line}" if line else "" for line in escaped).lstrip()
    return f'"""{body}\n{margin}"""' if len(escaped) > 1 else f'"""{body}"""'


def find_first_sentence(text: str) -> str:
    """Find what stands before the first full stop that ends a sentence."""
    return re.split(r"(?<=[.;])\s", _remove_unprintable(text).strip(), maxsplit=1)[0].rstrip(";")


def _wrap(paragraph: str, width: int) -> list[str]:
    lines = paragraph.splitlines()
    if any(re.match(r"\s*([-*|#>]|\d+\.|```|    )", line) for line in lines):
        return [line.rstrip() for line in lines]
    return textwrap.wrap(" ".join(lines), width, break_long_words=False, break_on_hyphens=False) or [""]


def _remove_unprintable(text: str) -> str:
    """Return a text without control characters and those that turn the direction or are not seen.

    Told by lists of our own: the tables of Unicode differ between versions of Python.
    """
    plain = text.replace("\r\n", "\n").replace("\t", "    ")
    return _HIDDEN.sub("\ufffd", plain)
