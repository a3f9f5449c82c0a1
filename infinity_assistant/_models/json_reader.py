# SPDX-License-Identifier: MIT. Generated from overlays/_models/json_reader.py: edit that file, then run `make generate`.
"""Reading JSON values: what is required is verified, what is optional is kept as it came.

The generated `from_dict` of each model calls these functions where a value is not plainly right.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple

from infinity_assistant._models.validation_error import ValidationError, make_type_error

Reader = Callable[[Any], Any]


def read_required(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field, null included."""
    if key not in data:
        raise ValidationError("is missing", key)
    return data[key]


def read_text(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field that is a string."""
    value = read_required(data, key)
    if not isinstance(value, str):
        raise make_type_error(value, "a string", key)
    return value


def read_integer(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field that is an integer; `5.0` is one in JSON."""
    value = read_required(data, key)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise make_type_error(value, "an integer", key)
    return value


def read_number(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field that is a number."""
    value = read_required(data, key)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise make_type_error(value, "a number", key)
    return value


def read_boolean(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field that is true or false."""
    value = read_required(data, key)
    if not isinstance(value, bool):
        raise make_type_error(value, "a boolean", key)
    return value


def read_array(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field that is an array."""
    value = read_required(data, key)
    if not isinstance(value, list):
        raise make_type_error(value, "an array", key)
    return value


def read_mapping(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field that is an object without a model."""
    value = read_required(data, key)
    if not isinstance(value, Mapping):
        raise make_type_error(value, "an object", key)
    return value


def read_expected(check: Callable[..., Any], *arguments: Any) -> Any:
    """Read the value of a field that is sent today, `None` if it is missing or not what it should be."""
    try:
        return check(*arguments)
    except ValidationError:
        return None


def read_value(data: Mapping[str, Any], key: str) -> Any:
    """Read the value of a required field of more than one type."""
    value = read_required(data, key)
    if value is None:
        raise make_type_error(value, "a value", key)
    return value


def read_member(data: Mapping[str, Any], key: str, read: Reader) -> Any:
    """Read the value of a required field, read by `read`."""
    value = read_required(data, key)
    try:
        return read(value)
    except ValidationError as problem:
        raise problem.within(key) from None


def read_optional(value: Any, key: str, read: Reader) -> Any:
    """Read the value of an optional field, read by `read`, or kept as it came if its own JSON type is another."""
    try:
        return read(value)
    except ValidationError as problem:
        if not problem.path:
            return value
        raise problem.within(key) from None


def prepare_reader(read: Optional[Reader]) -> None:
    """Import what `read` needs: later there may be no file left to do so."""
    prepare = getattr(read, "prepare", None)
    if prepare is not None:
        prepare()


class _Combined:
    """A reader made of others; a value, so that what holds it can be compared and pickled."""

    __slots__ = ("_readers",)

    def __init__(self, *readers: Reader) -> None:
        self._readers = readers

    def prepare(self) -> None:
        """Import what the readers need."""
        for read in self._readers:
            prepare_reader(read)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Combined) and type(self) is type(other) and self._readers == other._readers

    def __hash__(self) -> int:
        return hash((type(self), self._readers))

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), self._readers


class ModelReader:
    """Reads the objects of a model, whose module is imported when the first one is read.

    A value, as what holds it is compared and pickled.
    """

    __slots__ = ("_model", "_module", "_read")

    def __init__(self, module: Any, model: str) -> None:
        self._module, self._model = module, model
        self._read: Optional[Reader] = None

    def __call__(self, value: Any) -> Any:
        read = self._read
        if read is None:
            read = self.prepare()
        return read(value)

    def prepare(self) -> Reader:
        """Import the module of the model."""
        if self._read is not None:
            return self._read
        read: Reader = getattr(self._module, self._model).from_dict
        self._read = read
        return read

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ModelReader) and (self._module, self._model) == (other._module, other._model)

    def __hash__(self) -> int:
        return hash(self._model)

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore_reader, (self._module.__name__, self._model)


def _restore_reader(module: str, model: str) -> ModelReader:
    return ModelReader(import_module(module), model)


class Items(_Combined):
    """Reads arrays."""

    def __call__(self, value: Any) -> List[Any]:
        if not isinstance(value, list):
            raise make_type_error(value, "an array")
        read = self._readers[0]
        try:
            return list(map(read, value))
        except ValidationError:
            return [_at(f"[{index}]", read, item) for index, item in enumerate(value)]


class Values(_Combined):
    """Reads objects whose keys are free and whose values are alike."""

    def __call__(self, value: Any) -> Dict[str, Any]:
        if not isinstance(value, Mapping):
            raise make_type_error(value, "an object")
        return {key: _at(key, self._readers[0], item) for key, item in value.items()}


class Nullable(_Combined):
    """Reads what another reader can, and null."""

    def __call__(self, value: Any) -> Any:
        return None if value is None else self._readers[0](value)


class OneOf(_Combined):
    """Reads what one of several readers can; anything else is kept as it came."""

    def __call__(self, value: Any) -> Any:
        for read in self._readers:
            try:
                return read(value)
            except ValidationError:
                continue
        return value


class Choice:
    """Reads objects of several models, told apart by the value of a property; what is unknown is kept as it came."""

    __slots__ = ("_name", "_readers")

    def __init__(self, name: str, readers: Mapping[str, Reader]) -> None:
        self._name, self._readers = name, readers

    def __call__(self, value: Any) -> Any:
        kind = value.get(self._name) if isinstance(value, Mapping) else None
        # The document writes a number or a boolean as the key of a mapping, too.
        text = kind if isinstance(kind, str) else json.dumps(kind) if isinstance(kind, (bool, int)) else None
        read = None if text is None else self._readers.get(text)
        return value if read is None else read(value)

    def prepare(self) -> None:
        """Import what the readers need."""
        for read in self._readers.values():
            prepare_reader(read)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Choice) and (self._name, self._readers) == (other._name, other._readers)

    def __hash__(self) -> int:
        return hash((self._name, tuple(self._readers)))

    def __reduce__(self) -> Tuple[Any, ...]:
        return Choice, (self._name, self._readers)


def keep(value: Any) -> Any:
    """Return a value that needs no reading."""
    return value


def read_object(data: Any) -> Dict[str, Any]:
    """Read a JSON object as a dict."""
    if not isinstance(data, Mapping):
        raise make_type_error(data, "an object")
    return dict(data)


def read_rest(data: Mapping[str, Any], known: Mapping[str, str], read: Reader) -> Dict[str, Any]:
    """Read the fields of an object that are not `known`, which are all alike."""
    return {key: read_optional(value, key, read) for key, value in data.items() if key not in known}


def _at(place: str, read: Reader, value: Any) -> Any:
    try:
        return read(value)
    except ValidationError as problem:
        raise problem.within(place) from None
