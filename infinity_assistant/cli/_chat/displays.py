# SPDX-License-Identifier: MIT. Generated from overlays/cli/_chat/displays.py: edit that file, then run `make generate`.
"""Show the text of a response as it comes."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from infinity_assistant.cli._terminal.output import write


class Display(Protocol):
    """Shows a response: piece by piece, and then its end."""

    def write(self, text: str) -> None:
        """Show a piece."""

    def end(self) -> None:
        """Show what is left; what comes next begins on a line of its own."""


class PlainDisplay:
    """Writes the text as it is."""

    def __init__(self) -> None:
        self._last = ""

    def write(self, text: str) -> None:
        """Write a piece."""
        write(text)
        self._last = text[-1:] or self._last

    def end(self) -> None:
        """End the line."""
        if self._last not in ("", "\n"):
            write("\n")
        self._last = ""


def choose_display(plain: bool) -> Display:
    """Choose Markdown for a terminal if rich is installed (extra `cli`), else the text as it is."""
    if plain or not _can_render():
        return PlainDisplay()
    try:
        from infinity_assistant.cli._chat.markdown import MarkdownDisplay
    except ImportError:
        return PlainDisplay()
    return MarkdownDisplay()


def _can_render() -> bool:
    """Return whether standard output is a terminal that moves its cursor, and has bullets and lines of tables."""
    has_signs = (sys.stdout.encoding or "").lower().startswith("utf")
    return sys.stdout.isatty() and has_signs and os.environ.get("TERM") != "dumb"
