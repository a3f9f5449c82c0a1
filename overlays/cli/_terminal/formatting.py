# SPDX-License-Identifier: MIT
"""Format results for people."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import textwrap
from typing import Any, Iterable, List, Sequence

from infinity_assistant.cli._terminal.output import BOLD, DIM, print_line


def print_heading(text: str) -> None:
    """Print a heading."""
    print_line(text, BOLD)


def print_entry(title: Any, text: Any = None, **facts: Any) -> None:
    """Print an entry: a title, the facts that are known, and the text below."""
    print_line(f"  {format_value(title)}")
    known = ", ".join(f"{name} {format_value(value)}" for name, value in facts.items() if value is not None)
    if known:
        print_line(f"    {known}", DIM)
    for line in _wrap(text or ""):
        print_line(f"    {line}")


def print_list(title: str, texts: Iterable[str]) -> None:
    """Print texts under a heading, if there are any."""
    for number, text in enumerate(texts):
        if number == 0:
            print_heading(title)
        first, *others = _wrap(text) or [""]
        print_line(f"  - {first}")
        for line in others:
            print_line(f"    {line}")


def print_table(titles: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows in columns."""
    cells = [[format_value(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(titles, *cells)]
    for number, row in enumerate([list(titles), *cells]):
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths))
        print_line(line.rstrip(), "" if number else BOLD)


def format_value(value: Any) -> str:
    """Format a value in few characters: a time in local time, a dash for nothing."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, dt.datetime):
        return f"{value.astimezone():%Y-%m-%d %H:%M}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _wrap(text: Any) -> List[str]:
    lines = str(text).splitlines()
    if not sys.stdout.isatty():
        return lines
    width = min(shutil.get_terminal_size().columns, 120) - 4
    return [piece for line in lines for piece in textwrap.wrap(line, max(width, 20)) or [""]]
