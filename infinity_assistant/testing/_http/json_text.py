# SPDX-License-Identifier: MIT. Generated from overlays/testing/_http/json_text.py: edit that file, then run `make generate`.
"""Read and write JSON as the service does: compact, UTF-8 unescaped, lone surrogates escaped, numbers as doubles."""

from __future__ import annotations

import json
import re
from typing import Any, Iterator, List, Mapping, Sequence

from infinity_assistant.testing._http.numbers import format_number, parse_double

_SURROGATE = re.compile("[\ud800-\udfff]")
_WHITE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


class MalformedJSON(ValueError):
    """The body is not JSON; the text says why, as a parser would."""


class _Text(str):
    """A piece of JSON that is written already."""


def dumps(value: Any) -> str:
    """Write compact JSON in which only what must be escaped is escaped (ECMA-262, JSON.stringify)."""
    pieces: List[str] = []
    pending = [value]  # A stack instead of recursion: callers may nest as deeply as `loads` reads.
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            pending += reversed(list(_expand_object(one)))
        elif isinstance(one, (list, tuple)):
            pending += reversed(list(_expand_list(one)))
        else:
            pieces.append(one if isinstance(one, _Text) else _write_scalar(one))
    return "".join(pieces)


def loads(body: bytes) -> Any:
    """Read a JSON body.

    Raises:
        MalformedJSON: The body is not JSON, or nested too deeply to be read.
    """
    if not body.strip():
        raise MalformedJSON("Unexpected end of JSON input")
    text = body.decode("utf-8-sig", "replace")
    try:
        return json.loads(text, parse_constant=_reject_constant, parse_float=parse_double, parse_int=parse_double)
    except json.JSONDecodeError as error:
        raise MalformedJSON(f"{error.msg} in JSON at position {error.pos}") from None
    except ValueError as error:
        raise MalformedJSON(str(error)) from None
    except RecursionError:
        raise MalformedJSON("Nested too deeply") from None


def is_truthy(value: Any) -> bool:
    """Return whether JavaScript takes a value for true, as the service does: an empty object or list is true."""
    return isinstance(value, (dict, list)) or bool(value)


def trim(text: str) -> str:
    """Strip white space as JavaScript's trim does (ECMA-262, TrimString), which differs from `str.strip`."""
    return text.strip(_WHITE)


def count_utf16_units(text: str) -> int:
    """Count UTF-16 code units, the unit in which the service counts characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut_utf16_units(text: str, count: int) -> str:
    """Cut a text after so many UTF-16 code units; half of a character may be left, as in JavaScript's slice."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "surrogatepass")


def _expand_object(value: Mapping[str, Any]) -> Iterator[Any]:
    separator = "{"
    for name, one in value.items():
        yield _Text(f"{separator}{_write_string(name)}:")
        yield one
        separator = ","
    yield _Text("}" if value else "{}")


def _expand_list(value: Sequence[Any]) -> Iterator[Any]:
    separator = "["
    for one in value:
        yield _Text(separator)
        yield one
        separator = ","
    yield _Text("]" if value else "[]")


def _write_scalar(value: Any) -> str:
    if isinstance(value, str):
        return _write_string(value)
    if value is None or isinstance(value, bool):
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, (int, float)):
        return format_number(value)
    raise TypeError(f"{type(value).__name__} is not JSON serializable")


def _write_string(value: str) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _reject_constant(name: str) -> Any:
    raise MalformedJSON(f"Unexpected token {name} in JSON")
