# SPDX-License-Identifier: MIT. Generated from overlays/cli/_terminal/formatting.py: edit that file, then run `make generate`.
"""How results are laid out for the eyes."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import textwrap
from typing import Any, Iterable, List, Sequence

from infinity_assistant.cli._terminal.output import BOLD, DIM, say


def heading(text: str) -> None:
    """Print a heading."""
    say(text, BOLD)


def entry(title: Any, text: Any = None, **facts: Any) -> None:
    """Print something with a title, the facts that are known of it, and its text below."""
    say(f"  {cell(title)}")
    known = ", ".join(f"{name} {cell(value)}" for name, value in facts.items() if value is not None)
    if known:
        say(f"    {known}", DIM)
    for line in _wrapped(text or ""):
        say(f"    {line}")


def listed(title: str, texts: Iterable[str]) -> None:
    """Print texts under a heading, if there are any."""
    for number, text in enumerate(texts):
        if number == 0:
            heading(title)
        first, *others = _wrapped(text) or [""]
        say(f"  - {first}")
        for line in others:
            say(f"    {line}")


def table(titles: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows in columns."""
    cells = [[cell(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(titles, *cells)]
    for number, row in enumerate([list(titles), *cells]):
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths))
        say(line.rstrip(), "" if number else BOLD)


def cell(value: Any) -> str:
    """A value in few characters: a moment in local time, a dash for nothing."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, dt.datetime):
        return f"{value.astimezone():%Y-%m-%d %H:%M}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _wrapped(text: Any) -> List[str]:
    lines = str(text).splitlines()
    if not sys.stdout.isatty():
        return lines
    width = min(shutil.get_terminal_size().columns, 120) - 4
    return [piece for line in lines for piece in textwrap.wrap(line, max(width, 20)) or [""]]
