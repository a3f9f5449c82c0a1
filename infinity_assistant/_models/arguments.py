# SPDX-License-Identifier: MIT. Generated from overlays/_models/arguments.py: edit that file, then run `make generate`.
"""Checks of what the caller gives, made before anything is sent.

Which checks an argument gets is said by the API description. All raise `InfinityAssistantArgumentError`, which names
the argument and the limit.
"""

from __future__ import annotations

import re
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence

from infinity_assistant._models.argument_types import WrongTypeError, to_wire
from infinity_assistant._models.model import Model
from infinity_assistant._models.parameters import UnwritableError, write_header
from infinity_assistant._text import suggest
from infinity_assistant.errors import InfinityAssistantArgumentError

CHARACTERS = "characters"
#: What the service takes for white space (ECMA-262, 12.2 and 12.3): not quite what `str.isspace` does.
_WHITE = "\t\n\v\f\r \xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
UTF16 = "UTF-16 code units"


def check_text(
    name: str,
    value: Any,
    *,
    min_length: int = 0,
    max_length: Optional[int] = None,
    blank: bool = True,
    unit: str = CHARACTERS,
    pattern: Optional[str] = None,
    description: str = "",
) -> Any:
    """Return a text of `min_length` to `max_length` `unit`s in the form of `pattern`; `blank` allows blanks alone."""
    if not isinstance(value, str):
        raise _make_type_error(name, value, "a string")
    if (min_length or not blank) and not value:
        raise _make_error(name, "is empty")
    if not blank and not value.strip(_WHITE):
        raise _make_error(name, "is blank: it needs more than white space")
    if len(value) < min_length:
        raise _make_error(name, f"is {len(value)} {unit} long; it needs at least {min_length}")
    if max_length is not None and len(value) * 2 > max_length:
        _check_length(name, value, max_length, unit)
    if pattern is not None and not re.search(pattern, value):
        raise _make_error(name, f"has not the form that it needs: {description or pattern}")
    return value


def check_list(name: str, value: Any, *, min_items: int = 0, allowed: Optional[Sequence[str]] = None) -> List[Any]:
    """Return a list of at least `min_items` values, each of which is `allowed`."""
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise _make_type_error(name, value, "a list")
    found = list(value)
    if len(found) < min_items:
        raise _make_error(name, f"has {len(found)} values; it needs at least {min_items}" if found else "is empty")
    if allowed is not None:
        for item in found:
            check_choice(name, item, allowed)
    return found


def require_when(name: str, value: Any, other: str, given: Any, condition: Any) -> None:
    """Return a value that may be absent, unless another argument has a certain value."""
    if value is None and given == condition:
        raise _make_error(name, f"is required when {other} is {condition!r}")


def check_choice(name: str, value: Any, allowed: Sequence[str]) -> Any:
    """Return one of the `allowed` values."""
    if value not in allowed:
        raise _make_error(name, f"may not be {value!r}{suggest(value, allowed)}; it may be {', '.join(allowed)}")
    return value


def check_object(name: str, value: Any, kind: Any) -> Any:
    """Return a value of type `kind` in wire form: an object is a model, or a mapping with wire or Python names."""
    try:
        return to_wire(value, kind, name)
    except WrongTypeError as problem:
        raise InfinityAssistantArgumentError(str(problem), argument=name) from None
    except RecursionError:
        raise _make_error(name, "is nested too deeply") from None


def check_mapping(name: str, value: Any) -> Dict[str, Any]:
    """Return an object whose keys are free."""
    if isinstance(value, Model):
        return value.to_dict()
    if not isinstance(value, Mapping):
        raise _make_type_error(name, value, "a mapping")
    return dict(value)


def check_header(name: str, value: Any, style: str = "") -> str:
    """Return the value of a header field: visible ASCII characters, blanks between them."""
    try:
        written = write_header(name, value, style)
    except UnwritableError as problem:
        raise _make_error(name, str(problem)) from None
    if not (written.isascii() and written.isprintable()) or written != written.strip():
        raise _make_error(name, "cannot stand in a header: only printable ASCII can, without blanks around it")
    return written


def _check_length(name: str, value: str, max_length: int, unit: str) -> None:
    length = len(value.encode("utf-16-le", "surrogatepass")) // 2 if unit == UTF16 else len(value)
    if length > max_length:
        raise _make_error(name, f"is {length} {unit} long; the limit is {max_length}: shorten it or split it")


def _make_error(name: str, problem: str) -> InfinityAssistantArgumentError:
    return InfinityAssistantArgumentError(f"{name} {problem}", argument=name)


def _make_type_error(name: str, value: Any, wanted: str) -> InfinityAssistantArgumentError:
    return _make_error(name, f"is a Python {type(value).__name__}, not {wanted}")
