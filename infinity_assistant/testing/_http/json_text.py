# SPDX-License-Identifier: MIT. Generated from overlays/testing/_http/json_text.py: edit that file, then run `make generate`.
"""Write and read JSON as the service does: compact, UTF-8 unescaped, lone surrogates escaped."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")
_WHITE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


class MalformedJSON(ValueError):
    """The body is not JSON; the text says why, as a parser would."""


def dumps(value: Any) -> str:
    """Write compact JSON in which only what must be escaped is escaped (ECMA-262, JSON.stringify)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def loads(body: bytes) -> Any:
    """Read a JSON body.

    Raises:
        MalformedJSON: The body is not JSON, or nested too deeply to be read.
    """
    if not body.strip():
        raise MalformedJSON("Unexpected end of JSON input")
    try:
        return json.loads(
            body.decode("utf-8-sig", "replace"), parse_constant=_reject_constant, parse_float=_parse_float
        )
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


def _parse_float(text: str) -> float:
    """Read a number; one beyond the range of a double, which JSON cannot write again, is cut to it."""
    return max(-sys.float_info.max, min(float(text), sys.float_info.max))


def _reject_constant(name: str) -> Any:
    raise MalformedJSON(f"Unexpected token {name} in JSON")
