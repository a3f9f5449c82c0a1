# SPDX-License-Identifier: MIT
"""The one writer of values that travel outside of JSON: in paths, queries, headers and forms."""

from __future__ import annotations

import json
from enum import Enum
from math import isfinite
from typing import Any, Callable, Iterator, List, Mapping, Tuple
from urllib.parse import quote, quote_plus, unquote

from infinity_assistant._models.json_writer import to_json_value

#: What stands between the values of a style, in a URL: a blank and a pipe are quoted, as no URL may hold them.
_SEPARATORS = {"comma": ",", "assigned": ",", "space": "%20", "pipe": "%7C"}

_Quote = Callable[[str], str]


class UnwritableError(ValueError):
    """A value that cannot be written where it belongs; `name` is its name on the wire."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(problem)
        self.name = name


def write_scalar(value: Any) -> str:
    """Write a single value as text: `true`, a moment in UTC, an object as JSON.

    Raises:
        ValueError: It has no form outside of JSON: bytes, an object of some other class, or a number without end.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    plain = to_json_value(value, None)
    if isinstance(plain, (dict, list, tuple)):
        return write_json(plain)
    if isinstance(plain, float) and not isfinite(plain):
        raise ValueError(f"is {plain}: give a finite number")
    kind: Any = type(plain)
    if isinstance(plain, (bytes, bytearray)) or kind.__repr__ is object.__repr__:
        raise ValueError(f"is a Python {kind.__name__}: give it as text")
    return str(plain)


def write_pairs(
    values: Mapping[str, Any], styles: Mapping[str, str], place: str, *, plus: bool = False
) -> Iterator[str]:
    """Write the pairs of a query or form, each quoted so that it stays within its place."""
    quote_text = quote_plus if plus else _quote
    for name, value in values.items():
        try:
            for key, text in _write_pairs(name, value, styles.get(f"{place}.{name}", ""), quote_text):
                yield f"{quote_text(key)}={text}"
        except ValueError as problem:
            raise describe_unwritable(name, problem) from None


def write_segment(name: str, value: Any, style: str) -> str:
    """Write one segment of a path.

    Dots alone would be taken for a step by whoever normalises the path (RFC 3986, 5.2.4), and nothing at all for the
    path of another operation.
    """
    try:
        quoted = _write_one(value, style, _quote)
    except ValueError as problem:
        raise describe_unwritable(name, problem) from None
    if not quoted:
        raise UnwritableError(name, "is empty, and would lead to another path")
    return quoted.replace(".", "%2E") if quoted in (".", "..") else quoted


def write_header(name: str, value: Any, style: str) -> str:
    """Write the value of a header field, in which nothing is quoted."""
    try:
        return _write_one(value, style, str)
    except ValueError as problem:
        raise describe_unwritable(name, problem) from None


def _write_pairs(name: str, value: Any, style: str, quote_text: _Quote) -> List[Tuple[str, str]]:
    """Write the pairs of one value: names as they are, values quoted."""
    plain = to_json_value(value, None)
    if isinstance(plain, Mapping) and style in ("pairs", "deep"):
        inner = [(f"{name}[{key}]" if style == "deep" else str(key), item) for key, item in plain.items()]
        return [pair for key, item in inner for pair in _write_pairs(key, item, style, quote_text)]
    if isinstance(plain, (list, tuple)) and style != "json" and style not in _SEPARATORS:
        return [(name, quote_text(write_scalar(item))) for item in plain]
    return [(name, _write_one(plain, style, quote_text))]


def _write_one(value: Any, style: str, quote_text: _Quote) -> str:
    """Write a value as one text. Its parts are quoted, not what is between them: servers cut first (RFC 6570)."""
    plain = to_json_value(value, None)
    if style == "json":
        return quote_text(write_json(plain))
    if style not in _SEPARATORS or not isinstance(plain, (Mapping, list, tuple)):
        return quote_text(write_scalar(plain))
    separator = _SEPARATORS[style]
    quote_part = str if quote_text is str else _quote
    if not isinstance(plain, Mapping):
        parts = [quote_part(write_scalar(item)) for item in plain]
    elif style == "assigned":
        parts = [f"{quote_part(str(key))}={quote_part(write_scalar(item))}" for key, item in plain.items()]
    else:
        parts = [quote_part(text) for key, item in plain.items() for text in (str(key), write_scalar(item))]
    if any(separator in part for part in parts):
        raise ValueError(
            f"has {unquote(separator)!r} in one of its values, which stands between them: write it otherwise"
        )
    return separator.join(parts)


def describe_unwritable(name: str, problem: ValueError) -> UnwritableError:
    """Describe the error for a value that could not be written."""
    if isinstance(problem, UnicodeEncodeError):
        return UnwritableError(name, "contains half of a surrogate pair, which UTF-8 cannot express: remove it")
    return UnwritableError(name, str(problem))


def write_json(value: Any) -> str:
    """Write a value as JSON.

    Raises:
        ValueError: JSON cannot express it.
    """
    try:
        return json.dumps(to_json_value(value, None), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as cause:
        raise ValueError(f"cannot be written as JSON: {cause}") from None


def _quote(text: str) -> str:
    return quote(text, safe="")
