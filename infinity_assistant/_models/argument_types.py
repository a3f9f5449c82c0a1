# SPDX-License-Identifier: MIT. Generated from overlays/_models/argument_types.py: edit that file, then run `make generate`.
"""Objects that are sent: known keys put into their names on the wire, and their values held against their types.

A wrong type is refused, as the service would charge for it and apologise. An unknown value of the right type passes,
as does an unknown key: the service may know more than this version.
"""

from __future__ import annotations

import datetime
from typing import Any, Callable, Dict, List, Literal, Mapping, Sequence, Tuple, Union, get_args, get_origin

from attrs import fields

from infinity_assistant._models.model import Model

_NONE = type(None)
#: Python type of a field -> what it is called, and the types that may stand there. A boolean is no number.
_PLAIN: Dict[Any, Tuple[str, Tuple[type, ...]]] = {
    str: ("a string", (str,)),
    int: ("an integer", (int,)),
    float: ("a number", (int, float)),
    bool: ("a boolean", (bool,)),
    datetime.datetime: ("a datetime", (datetime.datetime, str)),
    datetime.date: ("a date", (datetime.date, str)),
    _NONE: ("None", (_NONE,)),
}


class WrongTypeError(TypeError):
    """A value is not of the type of its place."""


def to_wire(value: Any, expected: Any, place: str) -> Any:
    """Bring a value of type `expected` into wire form.

    Raises:
        WrongTypeError: It is of another type; the message names `place`, and the place within it.
    """
    if expected is Any:
        return value
    if isinstance(expected, type) and issubclass(expected, Model):
        return _check_object(value, expected, place)
    convert = _COMBINED.get(get_origin(expected))
    return convert(value, get_args(expected), place) if convert else _check_plain(value, expected, place)


def _check_object(value: Any, expected: Any, place: str) -> Dict[str, Any]:
    values = value.to_dict() if isinstance(value, Model) else value
    if not isinstance(values, Mapping):
        raise _make_type_error(value, describe_type(expected), place)
    names = {name: key for key, name in expected._keys.items()}
    types = {field.name: field.type for field in fields(expected)}
    found: Dict[str, Any] = {}
    for given, item in values.items():
        key: Any = names.get(given, given)
        if key in found:
            raise WrongTypeError(
                f"{place} has {expected._keys.get(key, key)} twice: as {given} and in its other spelling"
            )
        if key in expected._keys and item is not None:
            item = to_wire(item, types[expected._keys[key]], f"{place}.{given}")
        found[key] = item
    return found


def _check_union(value: Any, members: Tuple[Any, ...], place: str) -> Any:
    ordered = sorted(members, key=lambda expected: -_count_known_keys(value, expected))
    for expected in ordered if len(members) > 2 or _NONE not in members else ():
        try:
            return to_wire(value, expected, place)
        except WrongTypeError:
            continue
    if value is None and _NONE in members:
        return None
    others = [expected for expected in members if expected is not _NONE]
    if len(others) == 1:
        return to_wire(value, others[0], place)
    raise _make_type_error(value, " or ".join(map(describe_type, others)), place)


def _count_known_keys(value: Any, expected: Any) -> int:
    """Return how many keys of a mapping a model has: of several models, the one that has most is meant."""
    if not (isinstance(value, Mapping) and isinstance(expected, type) and issubclass(expected, Model)):
        return 0
    return sum(key in expected._keys or key in expected._keys.values() for key in value)


def _check_list(value: Any, members: Tuple[Any, ...], place: str) -> List[Any]:
    if isinstance(value, (str, bytes)) or not isinstance(value, Sequence):
        raise _make_type_error(value, "a list", place)
    return [to_wire(item, members[0], f"{place}[{index}]") for index, item in enumerate(value)]


def _check_map(value: Any, members: Tuple[Any, ...], place: str) -> Dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _make_type_error(value, "a mapping", place)
    return {key: to_wire(item, members[1], f"{place}.{key}") for key, item in value.items()}


def _check_word(value: Any, words: Tuple[Any, ...], place: str) -> Any:
    """Return a word of a list, or any other of its type: the service may know more."""
    return _check_plain(value, type(words[0]), place)


def _check_plain(value: Any, expected: Any, place: str) -> Any:
    described, allowed = _PLAIN[expected]
    if not isinstance(value, allowed) or (isinstance(value, bool) and expected is not bool):
        raise _make_type_error(value, described, place)
    return value


_COMBINED: Dict[Any, Callable[..., Any]] = {
    Union: _check_union,
    list: _check_list,
    dict: _check_map,
    Literal: _check_word,
}


def describe_type(expected: Any) -> str:
    """Describe a type in words."""
    if isinstance(expected, type) and issubclass(expected, Model):
        return f"a {expected.__name__} or a mapping"
    if get_origin(expected) is Literal:
        expected = type(get_args(expected)[0])
    return {list: "a list", dict: "a mapping"}.get(get_origin(expected)) or _PLAIN.get(expected, ("a value",))[0]


def _make_type_error(value: Any, wanted: str, place: str) -> WrongTypeError:
    return WrongTypeError(f"{place} is a Python {type(value).__name__}, not {wanted}")
