# SPDX-License-Identifier: MIT
"""The one writer of values that travel outside of JSON: in paths, queries, headers and forms."""

from __future__ import annotations

import json
from typing import Any, Iterator, List, Mapping, Tuple
from urllib.parse import quote, quote_plus

from infinity_assistant._models.json_writer import to_json_value

_SEPARATORS = {"comma": ",", "space": " ", "pipe": "|"}


class UnwritableError(ValueError):
    """A value that cannot be written where it belongs; `name` is its name on the wire."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(problem)
        self.name = name


def write_scalar(value: Any) -> str:
    """A single value as text: `true`, a moment in UTC, an object as JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    plain = to_json_value(value, None)
    if isinstance(plain, (dict, list, tuple)):
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return str(plain)


def write_pairs(
    values: Mapping[str, Any], styles: Mapping[str, str], place: str, *, plus: bool = False
) -> Iterator[str]:
    """The pairs of a query or form, each quoted so that it stays within its place."""
    for name, value in values.items():
        try:
            for key, text in _write_pairs(name, value, styles.get(f"{place}.{name}", "")):
                yield f"{_quote(key, plus)}={_quote(text, plus)}"
        except UnicodeEncodeError:
            raise _make_surrogate_error(name) from None


def write_segment(name: str, value: Any, style: str) -> str:
    """One segment of a path.

    Dots alone would be taken for a step by whoever normalises the path (RFC 3986, 5.2.4), and nothing at all for the
    path of another operation.
    """
    text = write_list(value, style)
    try:
        quoted = quote(text, safe="," if style else "")
    except UnicodeEncodeError:
        raise _make_surrogate_error(name) from None
    if not quoted:
        raise UnwritableError(name, "is empty, and would lead to another path")
    return quoted.replace(".", "%2E") if quoted in (".", "..") else quoted


def write_list(value: Any, style: str) -> str:
    """A value as one text: a list with commas between its items."""
    plain = to_json_value(value, None)
    if style == "json" or not style:
        return write_scalar(plain)
    if isinstance(plain, Mapping):
        between = "=" if style == "assigned" else ","
        return ",".join(f"{key}{between}{write_scalar(item)}" for key, item in plain.items())
    if isinstance(plain, (list, tuple)):
        return _SEPARATORS.get(style, ",").join(map(write_scalar, plain))
    return write_scalar(plain)


def _write_pairs(name: str, value: Any, style: str) -> List[Tuple[str, str]]:
    plain = to_json_value(value, None)
    if style == "json":
        return [(name, json.dumps(plain, ensure_ascii=False, separators=(",", ":")))]
    if style in _SEPARATORS:
        return [(name, write_list(plain, style))]
    if isinstance(plain, Mapping) and style in ("pairs", "deep"):
        inner = [(f"{name}[{key}]" if style == "deep" else str(key), item) for key, item in plain.items()]
        return [pair for key, item in inner for pair in _write_pairs(key, item, style)]
    several = plain if isinstance(plain, (list, tuple)) else (plain,)
    return [(name, write_scalar(item)) for item in several]


def _quote(text: str, plus: bool) -> str:
    return quote_plus(text) if plus else quote(text, safe="")


def _make_surrogate_error(name: str) -> UnwritableError:
    return UnwritableError(name, "contains half of a surrogate pair, which UTF-8 cannot express: remove it")
