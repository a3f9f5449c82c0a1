# SPDX-License-Identifier: MIT. Generated from overlays/_models/model.py: edit that file, then run `make generate`.
"""What the generated models have in common: JSON objects that are read by attribute and by key."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, ClassVar, Dict, ItemsView, Iterator, KeysView, Mapping, Tuple, ValuesView

from infinity_assistant._models.json_writer import written

if TYPE_CHECKING:
    from typing_extensions import Self

_NOTHING: Dict[str, Any] = {}

#: A longer text is not an id, nor a word of a list.
_WORD = 80


class _AttrsFields:
    """Lets attrs see the models as classes of its own, at the first time it asks.

    Building 60 attrs classes costs 15 ms at import, which every short-lived program would pay;
    `attrs.fields`, `attrs.asdict` and `attrs.evolve` are called by few.
    """

    def __get__(self, model: object, owner: type) -> Any:
        import attrs

        required = vars(owner).get("_required", ())
        fields = {name: attrs.field() if name in required else attrs.field(default=None) for name in owner.__slots__}  # type: ignore[attr-defined]
        described = attrs.make_class(owner.__name__, fields, kw_only=True, slots=False)
        owner.__attrs_attrs__ = attrs.fields(described)  # type: ignore[attr-defined]
        return attrs.fields(described)


class Model:
    """A JSON object that is read by attribute or by key.

    `response.conversation_id` and `response["conversationId"]` are the same value: attributes have Python names,
    keys are spelled as they travel. What is absent or null is `None`. What the API description does not mention is
    kept, and is read in both ways too.
    """

    __slots__ = ("_raw", "_rest")

    #: Wire name -> Python name, in the order of the API description.
    _keys: ClassVar[Dict[str, str]] = {}
    _required: ClassVar[Tuple[str, ...]] = ()
    _secret: ClassVar[Tuple[str, ...]] = ()
    #: The attributes whose values are words of a list, which may be shown.
    _worded: ClassVar[Tuple[str, ...]] = ()
    #: Wire name -> class of the objects at or below it.
    _members: ClassVar[Dict[str, str]] = {}
    #: The object as it travelled; never changed.
    _raw: Dict[str, Any]
    #: Where the values stand that are no fields.
    _rest: Dict[str, Any]

    if not TYPE_CHECKING:
        __attrs_attrs__ = _AttrsFields()

    def __init__(self, **values: Any) -> None:
        names = self._keys.values()
        unknown = values.keys() - names
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {min(unknown)!r}; it has {', '.join(names)}")
        missing = [name for name in self._required if name not in values]
        if missing:
            raise TypeError(f"{type(self).__name__} needs {', '.join(missing)}")
        for name in names:
            setattr(self, name, values.get(name))

    if TYPE_CHECKING:

        @classmethod
        def from_dict(cls, data: Mapping[str, Any]) -> Self:
            """Read a JSON object. Each model has its own, generated."""
            raise AssertionError

    def to_dict(self) -> Dict[str, Any]:
        """Write the JSON object: wire names, date-times as text, unknown fields included.

        What was read and not changed comes out as it travelled, explicit nulls included.
        """
        raw = self._raw
        written_out = {
            key: written(value, raw.get(key))
            for key, value in ((key, self._at(key)) for key in raw)
            if value is not None or raw[key] is None
        }
        for key, name in self._keys.items():
            value = getattr(self, name)
            if key not in raw and value is not None:
                written_out[key] = written(value, None)
        return written_out

    @classmethod
    def wire(cls, values: Mapping[str, Any]) -> Dict[str, Any]:
        """An object in wire names, from a mapping with wire or Python names; unknown names pass as they are."""
        names = {name: key for key, name in cls._keys.items()}
        keyed = {names.get(name, name): value for name, value in values.items()}
        return {key: cls._member(key, value) for key, value in keyed.items()}

    @classmethod
    def _member(cls, key: str, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return [cls._member(key, item) for item in value]
        if isinstance(value, Model):
            return value.to_dict()
        kind = cls._members.get(key)
        return getattr(sys.modules[cls.__module__], kind).wire(value) if kind and isinstance(value, Mapping) else value

    def _at(self, key: str) -> Any:
        name = self._keys.get(key)
        return self._rest[key] if name is None else getattr(self, name)

    def _present(self) -> Dict[str, Any]:
        """The object with Python values; what is null counts as absent."""
        keys = {**self._raw, **self._keys}
        return {key: value for key, value in ((key, self._at(key)) for key in keys) if value is not None}

    if not TYPE_CHECKING:  # Type checkers learn from models.pyi which keys and attributes each model has.

        def __getitem__(self, key, /):
            return self._at(key)

        def get(self, key, default=None, /):
            """The value at `key`, or `default` if it is absent or null."""
            value = self._at(key) if key in self._keys else self._rest.get(key)
            return default if value is None else value

        def keys(self) -> KeysView:
            """The keys that are present, spelled as they travel."""
            return self._present().keys()

        def __iter__(self) -> Iterator[str]:
            return iter(self._present())

        def __getattr__(self, name: str):
            if name in ("_raw", "_rest"):
                return _NOTHING
            for key, value in self._rest.items():
                if key not in self._keys and name in (key, _snake(key)):
                    return value
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def values(self) -> ValuesView[Any]:
        """The values that are present."""
        return self._present().values()

    def items(self) -> ItemsView[str, Any]:
        """Pairs of a key and its value, for what is present."""
        return self._present().items()

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and (key in self._keys or key in self._raw) and self._at(key) is not None

    def __len__(self) -> int:
        return len(self._present())

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return isinstance(other, Model) and self._present() == other._present()

    __hash__ = None  # type: ignore[assignment]

    def __getstate__(self) -> Tuple[Dict[str, Any], ...]:
        return self._raw, self._rest, {name: getattr(self, name) for name in self._keys.values()}

    def __setstate__(self, state: Tuple[Dict[str, Any], ...]) -> None:
        self._raw, self._rest, values = state
        for name in self._keys.values():
            setattr(self, name, values.get(name))

    def __repr__(self) -> str:
        names = {key: self._keys.get(key, key) for key in self._present()}
        shown = (f"{name}={self._shown(name, self._at(key))}" for key, name in names.items())
        return f"{type(self).__name__}({', '.join(shown)})"

    def _shown(self, name: str, value: Any) -> str:
        """A value for the eyes: texts by their length, as what people write is private."""
        if name in self._secret:
            return "<secret>"
        if isinstance(value, str):
            plain = name in ("id", "type") or name.endswith("_id") or name in self._worded
            return repr(value) if plain and len(value) <= _WORD else f"<{len(value)} characters>"
        if isinstance(value, (list, dict)):
            return f"<{len(value)} items>"
        return f"{type(value).__name__}(...)" if isinstance(value, Model) else repr(value)


def _snake(key: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^0-9A-Za-z]+", "_", key).lower()
