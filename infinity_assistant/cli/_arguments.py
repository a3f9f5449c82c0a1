# SPDX-License-Identifier: MIT. Generated from overlays/cli/_arguments.py: edit that file, then run `make generate`.
"""Define arguments: words of the API, numbers with a range, and examples of a command."""

from __future__ import annotations

import argparse
from typing import Any, Callable, Optional, Tuple

from infinity_assistant._service_facts import ENUMS

#: What completion of a shell offers for an argument with this metavar.
FILE_METAVARS, FOLDER_METAVARS = ("FILE", "IN", "OUT"), ("DIR",)


class HelpFormatter(argparse.HelpFormatter):
    """Wraps paragraphs, and leaves the lines of an indented block, such as examples, as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(
            part if "\n  " in part else super(HelpFormatter, self)._fill_text(part, width, indent)
            for part in text.split("\n\n")
        )


def add_examples(parser: argparse.ArgumentParser, *examples: str) -> None:
    """Add examples to the end of the help."""
    block = "\n".join(["examples:", *(f"  {example}" for example in examples)])
    parser.epilog = "\n\n".join(filter(None, (parser.epilog, block)))


def add_words(parser: argparse.ArgumentParser, name: str, enum: str, **options: Any) -> None:
    """Add an option that takes one of the words of an enum of the API, such as `ChatMode`."""
    parser.add_argument(name, choices=read_words(enum), **options)


def read_words(enum: str) -> Tuple[str, ...]:
    """Read the words of an enum of the API."""
    return ENUMS[enum]


def make_whole_number(least: int, most: Optional[int] = None) -> Callable[[str], int]:
    """Make the type of an argument that takes whole numbers from `least` to `most`."""
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"

    def parse(text: str) -> int:
        number = int(text) if text.lstrip("+-").isdecimal() and len(text) < 20 else least - 1
        if number < least or (most is not None and number > most):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number {bounds}")
        return number

    return parse


def make_number_above(least: float, what: str) -> Callable[[str], float]:
    """Make the type of an argument that takes numbers above `least`, such as seconds."""

    def parse(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = least
        if not least < number < float("inf"):
            raise argparse.ArgumentTypeError(f"{text!r} is not {what} above {least:g}")
        return number

    return parse
