# SPDX-License-Identifier: MIT
"""Render Markdown on a terminal while it is being written. Needs rich: the extra `cli`."""

from __future__ import annotations

import sys
from typing import Optional

from markdown_it import MarkdownIt
from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.markdown import Markdown
from rich.segment import Segment

from infinity_assistant.cli._chat.blocks import split_finished
from infinity_assistant.cli._terminal.output import escape_for

_REFRESHES = 12
#: HTML is text here: rich would leave out what stands in angle brackets.
_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])


class MarkdownDisplay:
    """Prints finished blocks for good, and draws the one that is being written again and again below them."""

    def __init__(self) -> None:
        self._console = Console(file=sys.stdout, highlight=False)
        self._live: Optional[Live] = None
        self._pending = ""
        self._is_first = True

    def write(self, text: str) -> None:
        """Show a piece."""
        may_finish = "\n" in text or self._pending.endswith("\n")
        self._pending += escape_for(text, sys.stdout)
        if may_finish:
            finished, self._pending = split_finished(self._pending)
            if finished:
                self._print(finished)
        self._get_live().update(_Tail(self._pending, self._is_first))

    def end(self) -> None:
        """Print what is left."""
        self._print(self._pending)
        self._pending, self._is_first = "", True

    def _get_live(self) -> Live:
        if self._live is None:
            self._live = Live(
                console=self._console,
                refresh_per_second=_REFRESHES,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
                vertical_overflow="crop",
            )
            self._live.start()
        return self._live

    def _print(self, text: str) -> None:
        if self._live is not None:  # wiped first: its thread and this one would write at a time
            self._live.stop()
            self._live = None
        if not text.strip():
            return
        if not self._is_first:
            self._console.print()
        self._console.print(_render(text))
        self._is_first = False


class _Tail:
    """The end of a block, as much of it as the window has lines."""

    def __init__(self, text: str, is_first: bool) -> None:
        self._text = text
        self._is_first = is_first

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self._text.strip():
            return
        lines = console.render_lines(_render(self._text), options.update(height=None), pad=False)
        if not self._is_first:
            lines.insert(0, [])
        for line in lines[-max(console.height - 1, 1) :]:
            yield from line
            yield Segment.line()


def _render(text: str) -> Markdown:
    markdown = Markdown("", code_theme="ansi_dark", hyperlinks=False)
    markdown.markup, markdown.parsed = text, _PARSER.parse(text)
    return markdown
