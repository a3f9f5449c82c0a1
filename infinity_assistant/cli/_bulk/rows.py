# SPDX-License-Identifier: MIT. Generated from overlays/cli/_bulk/rows.py: edit that file, then run `make generate`.
"""Read the rows of a file one by one: JSON lines, CSV with a head, or a text with a prompt on each line."""

from __future__ import annotations

import csv
import json
from typing import Any, Callable, Dict, Iterable, Iterator, NamedTuple, Tuple

from infinity_assistant.errors import InfinityAssistantArgumentError

KINDS = ("jsonl", "csv", "text")


class InputRow(NamedTuple):
    """The columns of a row, and the line of the input on which it ends."""

    line: int
    columns: Dict[str, Any]


def read_rows(lines: Iterable[str], kind: str) -> Iterator[InputRow]:
    """Read rows; `kind` is jsonl, csv or text.

    Raises:
        InfinityAssistantArgumentError: While rows are read: one makes no sense. The message names its line.
    """
    return _READERS[kind](_number(lines))


def make_row_error(line: int, problem: str) -> InfinityAssistantArgumentError:
    """Return the error that a row makes no sense."""
    return InfinityAssistantArgumentError(f"line {line} of the input {problem}", argument="IN")


def _number(lines: Iterable[str]) -> Iterator[Tuple[int, str]]:
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            if not line.isascii():
                line.encode("utf-8")  # Bytes that are no UTF-8 have become halves of surrogate pairs.
            yield number, line
    except UnicodeEncodeError:
        raise make_row_error(number, "is not UTF-8 text") from None
    except UnicodeDecodeError:
        raise make_row_error(number + 1, "or one soon after it is not UTF-8 text") from None


def _read_json_lines(lines: Iterator[Tuple[int, str]]) -> Iterator[InputRow]:
    for number, line in lines:
        if not line.strip():
            continue
        try:
            value = json.loads(line, parse_constant=_refuse_constant)
        except json.JSONDecodeError as error:
            raise make_row_error(number, f"is not JSON: {error.msg} (column {error.colno})") from None
        except (ValueError, RecursionError) as error:  # a number of too many digits, or too deep
            raise make_row_error(number, f"is not JSON: {error}") from None
        if not isinstance(value, (dict, str)):
            raise make_row_error(number, "must be a JSON object or a string")
        yield InputRow(number, {"text": value} if isinstance(value, str) else value)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _read_csv(lines: Iterator[Tuple[int, str]]) -> Iterator[InputRow]:
    reader = csv.reader((line for _, line in lines), strict=True)
    try:
        head = next(reader, [])
        if len(set(head)) < len(head):
            raise make_row_error(reader.line_num, "names a column twice")
        for values in reader:
            if values and len(values) != len(head):
                raise make_row_error(reader.line_num, f"has {len(values)} columns, and the first line {len(head)}")
            if values:
                yield InputRow(reader.line_num, dict(zip(head, values)))
    except csv.Error as error:
        raise make_row_error(reader.line_num, f"is no CSV: {error}") from None


def _read_text(lines: Iterator[Tuple[int, str]]) -> Iterator[InputRow]:
    for number, line in lines:
        if line.strip():
            yield InputRow(number, {"text": line.rstrip("\r\n")})


_READERS: Dict[str, Callable[[Iterator[Tuple[int, str]]], Iterator[InputRow]]] = {
    "jsonl": _read_json_lines,
    "csv": _read_csv,
    "text": _read_text,
}
