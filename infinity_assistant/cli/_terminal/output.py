# SPDX-License-Identifier: MIT. Generated from overlays/cli/_terminal/output.py: edit that file, then run `make generate`.
"""Print results on standard output, and everything else on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from typing import Any, TextIO

from infinity_assistant.cli._terminal.masking import mask_keys

BOLD, DIM = "1", "2"

#: Characters by which a text could move the cursor or rename the window; not the line break and the tabulator.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def print_line(text: str = "", style: str = "") -> None:
    """Print a line of the result."""
    print(_apply_style(text, style, sys.stdout))


def write(text: str) -> None:
    """Print a piece of the result, and flush it."""
    sys.stdout.write(escape_for(text, sys.stdout))
    sys.stdout.flush()


def print_json(value: Any) -> None:
    """Print a value, or a model, as one line of JSON. It is ASCII, so that it passes through every pipe."""
    print(json.dumps(value.to_dict() if hasattr(value, "to_dict") else value), flush=True)


def print_message(text: str) -> None:
    """Print a message on standard error."""
    with suppress(OSError):  # standard error may be closed
        print(escape_for(mask_keys(text), sys.stderr), file=sys.stderr, flush=True)


def print_note(text: str) -> None:
    """Print a note on standard error, if that is a terminal."""
    if sys.stderr.isatty():
        print(_apply_style(mask_keys(text), DIM, sys.stderr), file=sys.stderr, flush=True)


def escape_for(text: str, stream: TextIO) -> str:
    """Return `text` as `stream` can show it: without control characters for a terminal, in its encoding for all."""
    if stream.isatty():
        text = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text.replace("\r\n", "\n"))
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _apply_style(text: str, style: str, stream: TextIO) -> str:
    shown = escape_for(text, stream)
    return f"\x1b[{style}m{shown}\x1b[0m" if style and _supports_color(stream) else shown


def _supports_color(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
