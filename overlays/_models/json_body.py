# SPDX-License-Identifier: MIT
"""A body as JSON, with nothing in it that the service would change."""

from __future__ import annotations

import json
import re
from typing import Any, Mapping, Tuple

from infinity_assistant._models.json_writer import to_json_value
from infinity_assistant._models.parameters import UnwritableError


def _to_json_value(value: Any) -> Any:
    plain = to_json_value(value, None)
    if plain is value:
        raise TypeError(f"a Python {type(value).__name__} has no JSON form")
    return plain


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_to_json_value)


def encode_json(body: Any) -> bytes:
    """Encode a body as JSON.

    Raises:
        UnwritableError: It holds an integer that the service would change.
        TypeError, ValueError, RecursionError: JSON cannot express it; `find_unencodable` says where.
    """
    content = _ENCODER.encode(body).encode()
    # To look through a long prompt costs more than to write it: a body of texts alone is known to hold no number.
    if not _has_texts_alone(body) and _LONG_NUMBER.search(content):
        _check_integers(body)
    return content


def find_unencodable(body: Any) -> Tuple[str, str]:
    """Find the first field of a body that JSON cannot express, and why."""
    named = body.items() if isinstance(body, dict) else [("body", body)]
    problems = ((key, _find_problem({key: value})) for key, value in named)
    return next(((key, problem) for key, problem in problems if problem), ("body", "cannot be written"))


#: The service reads numbers as doubles, in which integers are exact up to 2**53: sixteen digits.
_LONG_NUMBER = re.compile(rb"\d{16}")
_EXACT = 2**53


def _check_integers(body: Any) -> None:
    for key, value in body.items() if isinstance(body, Mapping) else [("body", body)]:
        if _has_inexact_integer(value):
            problem = "contains an integer beyond 2**53, which the service would change: give it as a string"
            raise UnwritableError(key, problem)


def _has_texts_alone(body: Any) -> bool:
    return isinstance(body, dict) and all(type(value) is str for value in body.values())


def _has_inexact_integer(value: Any) -> bool:
    plain = to_json_value(value, None)
    if isinstance(plain, Mapping):
        return any(map(_has_inexact_integer, plain.values()))
    if isinstance(plain, (list, tuple)):
        return any(map(_has_inexact_integer, plain))
    return isinstance(plain, int) and abs(plain) > _EXACT


def _find_problem(body: Any) -> str:
    """Return why JSON cannot express a body; empty if it can."""
    try:
        _ENCODER.encode(body).encode()
    except UnicodeEncodeError:
        return "contains half of a surrogate pair, which UTF-8 cannot express: remove it"
    except RecursionError:
        return "is nested too deeply"
    except (TypeError, ValueError) as cause:
        return f"cannot be written as JSON: {cause}"
    return ""
