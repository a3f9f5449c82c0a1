# SPDX-License-Identifier: MIT
"""What is said, and where: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from typing import Any, TextIO

from infinity_assistant.cli._terminal.masking import masked

BOLD, DIM = "1", "2"

#: Characters by which a text could move the cursor or rename the window; not the line break and the tabulator.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def say(text: str = "", style: str = "") -> None:
    """Print a line of the result."""
    print(_styled(text, style, sys.stdout))


def write(text: str) -> None:
    """Print a piece of the result, and have it seen at once."""
    sys.stdout.write(printable(text, sys.stdout))
    sys.stdout.flush()


def say_json(value: Any) -> None:
    """Print a value, or a model, as one line of JSON. It is ASCII, so that it passes through every pipe."""
    print(json.dumps(value.to_dict() if hasattr(value, "to_dict") else value), flush=True)


def tell(text: str) -> None:
    """Tell the person at the keyboard something that is no result."""
    with suppress(OSError):  # if standard error is closed there is nobody to tell
        print(printable(masked(text), sys.stderr), file=sys.stderr, flush=True)


def note(text: str) -> None:
    """Tell something of little weight, which scripts are spared."""
    if sys.stderr.isatty():
        print(_styled(masked(text), DIM, sys.stderr), file=sys.stderr, flush=True)


def printable(text: str, stream: TextIO) -> str:
    """Return `text` as `stream` can show it: without control characters for a terminal, in its encoding for all."""
    if stream.isatty():
        text = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text.replace("\r\n", "\n"))
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _styled(text: str, style: str, stream: TextIO) -> str:
    shown = printable(text, stream)
    return f"\x1b[{style}m{shown}\x1b[0m" if style and _coloured(stream) else shown


def _coloured(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
