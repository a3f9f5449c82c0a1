"""How the tour shows what it does: a heading for each act, what came, how long it took, and if it is as expected."""

from __future__ import annotations

import os
import re
import sys
import textwrap
import time
from contextlib import contextmanager
from typing import Iterator, Optional

BOLD, DIM, GREEN = "1", "2", "32"


class Unexpected(Exception):
    """Something is not as it should be; the text says what."""


def expect(condition: object, promise: str) -> None:
    """Raise `Unexpected` with the promise that was not kept."""
    if not condition:
        raise Unexpected(promise)


@contextmanager
def act(title: str, code: str) -> Iterator[None]:
    """Show one act: its title, what is typed, and afterwards how long it took."""
    started = time.perf_counter()
    print(f"\n{_style(title, BOLD)}   {_style(code, DIM)}")
    yield
    print(_style(f"  {1000 * (time.perf_counter() - started):.0f} ms", GREEN))


def show(text: str, paragraphs: Optional[int] = None) -> None:
    """Print a text, indented; of a long one the first `paragraphs`."""
    for paragraph in text.split("\n\n")[:paragraphs]:
        for line in re.sub(r"\n(?!-)", " ", paragraph).splitlines():
            print(textwrap.fill(line, 100, initial_indent="  ", subsequent_indent="  "))


def write(piece: str) -> None:
    """Print a piece of text where the last one ended, at once."""
    print(piece.replace("\n", "\n  "), end="", flush=True)


def prepare() -> None:
    """Let the terminal show what it can, whatever its encoding."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


def _style(text: str, style: str) -> str:
    plain = not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain else f"\x1b[{style}m{text}\x1b[0m"
