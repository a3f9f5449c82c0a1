# SPDX-License-Identifier: MIT. Generated from overlays/cli/_bulk/rows.py: edit that file, then run `make generate`.
"""Read the rows of a file one by one: JSON lines, CSV with a head, or a text with a prompt on each line."""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, Optional, TextIO

from infinity_assistant.cli._terminal.inputs import open_stdin
from infinity_assistant.errors import InfinityAssistantArgumentError

Row = Dict[str, Any]


@contextmanager
def open_rows(path: str, kind: str) -> Iterator[Iterator[Row]]:
    """Open a file, or standard input for `-`, and give its rows; `kind` is jsonl, csv, text, or auto by the name.

    Raises:
        InfinityAssistantArgumentError: The file cannot be read. While rows are read: one makes no sense.
    """
    if kind == "auto":
        kind = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}.get(Path(path).suffix.lower(), "text")
    newline = "" if kind == "csv" else None
    with open_stdin(newline) if path == "-" else _open(path, newline) as file:
        yield _READERS[kind](file)


def _open(path: str, newline: Optional[str]) -> TextIO:
    try:
        return Path(path).open(encoding="utf-8-sig", newline=newline)
    except OSError as error:
        raise _wrong(f"{path} cannot be read: {error.strerror}") from None


def _read_json_lines(file: TextIO) -> Iterator[Row]:
    for number, line in enumerate(_read_lines(file), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise _wrong(f"line {number} of the input is not JSON: {error}") from None
        if not isinstance(value, (dict, str)):
            raise _wrong(f"line {number} of the input must be a JSON object or a string")
        yield {"text": value} if isinstance(value, str) else value


def _read_csv(file: TextIO) -> Iterator[Row]:
    try:
        for row in csv.DictReader(_read_lines(file)):
            yield {name: value or "" for name, value in row.items() if name is not None}
    except csv.Error as error:
        raise _wrong(f"the input is no CSV: {error}") from None


def _read_text(file: TextIO) -> Iterator[Row]:
    for line in _read_lines(file):
        if line.strip():
            yield {"text": line.rstrip("\r\n")}


def _read_lines(file: TextIO) -> Iterator[str]:
    try:
        yield from file
    except UnicodeDecodeError:
        raise _wrong("the input is not UTF-8 text") from None


def _wrong(problem: str) -> InfinityAssistantArgumentError:
    return InfinityAssistantArgumentError(problem, argument="IN")


_READERS = {"jsonl": _read_json_lines, "csv": _read_csv, "text": _read_text}
