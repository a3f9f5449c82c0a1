# SPDX-License-Identifier: MIT
"""Checks of what the caller gives, made before anything is sent.

Which checks an argument gets is said by the API description. All raise `InfinityAssistantArgumentError`, which names
the argument and the limit.
"""

from __future__ import annotations

import re
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence

from infinity_assistant._models.argument_types import WrongTypeError, to_wire
from infinity_assistant._models.model import Model
from infinity_assistant._models.parameters import write_list
from infinity_assistant._text import suggest
from infinity_assistant.errors import InfinityAssistantArgumentError

CHARACTERS = "characters"
#: What the service takes for white space (ECMA-262, 12.2 and 12.3): not quite what `str.isspace` does.
_WHITE = "\t\n\v\f\r \xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
UTF16 = "UTF-16 code units"


def text(
    name: str,
    value: Any,
    *,
    least: int = 0,
    most: Optional[int] = None,
    blank: bool = True,
    unit: str = CHARACTERS,
    pattern: Optional[str] = None,
    hint: str = "",
) -> Any:
    """A string of `least` to `most` `unit`s that has the form of `pattern`; white space alone if it may be `blank`."""
    if not isinstance(value, str):
        raise _wrong_type(name, value, "a string")
    if (least or not blank) and not value:
        raise _refused(name, "is empty")
    if not blank and not value.strip(_WHITE):
        raise _refused(name, "is blank: it needs more than white space")
    if len(value) < least:
        raise _refused(name, f"is {len(value)} {unit} long; it needs at least {least}")
    if most is not None and len(value) * 2 > most:
        _check_length(name, value, most, unit)
    if pattern is not None and not re.search(pattern, value):
        raise _refused(name, f"has not the form that it needs: {hint or pattern}")
    return value


def several(name: str, value: Any, *, least: int = 0, allowed: Optional[Sequence[str]] = None) -> List[Any]:
    """A list of at least `least` values, each of which is `allowed`."""
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise _wrong_type(name, value, "a list")
    found = list(value)
    if len(found) < least:
        raise _refused(name, f"has {len(found)} values; it needs at least {least}" if found else "is empty")
    if allowed is not None:
        for item in found:
            one_of(name, item, allowed)
    return found


def required_when(name: str, value: Any, other: str, given: Any, condition: Any) -> None:
    """A value that may be absent, unless another argument has a certain value."""
    if value is None and given == condition:
        raise _refused(name, f"is required when {other} is {condition!r}")


def one_of(name: str, value: Any, allowed: Sequence[str]) -> Any:
    """One of the `allowed` values."""
    if value not in allowed:
        raise _refused(name, f"may not be {value!r}{suggest(value, allowed)}; it may be {', '.join(allowed)}")
    return value


def members(name: str, value: Any, kind: Any) -> Any:
    """A value of type `kind` in wire form: an object is a model, or a mapping with wire or Python names."""
    try:
        return to_wire(value, kind, name)
    except WrongTypeError as problem:
        raise InfinityAssistantArgumentError(str(problem), argument=name) from None
    except RecursionError:
        raise _refused(name, "is nested too deeply") from None


def mapping(name: str, value: Any) -> Dict[str, Any]:
    """An object whose keys are free."""
    if isinstance(value, Model):
        return value.to_dict()
    if not isinstance(value, Mapping):
        raise _wrong_type(name, value, "a mapping")
    return dict(value)


def header(name: str, value: Any) -> str:
    """The value of a header field: visible ASCII characters, blanks between them."""
    written = write_list(value, "comma")
    if not (written.isascii() and written.isprintable()) or written != written.strip():
        raise _refused(name, "cannot stand in a header: only printable ASCII can, without blanks around it")
    return written


def _check_length(name: str, value: str, most: int, unit: str) -> None:
    length = len(value.encode("utf-16-le", "surrogatepass")) // 2 if unit == UTF16 else len(value)
    if length > most:
        raise _refused(name, f"is {length} {unit} long; the limit is {most}: shorten it or split it")


def _refused(name: str, problem: str) -> InfinityAssistantArgumentError:
    return InfinityAssistantArgumentError(f"{name} {problem}", argument=name)


def _wrong_type(name: str, value: Any, wanted: str) -> InfinityAssistantArgumentError:
    return _refused(name, f"is a Python {type(value).__name__}, not {wanted}")
