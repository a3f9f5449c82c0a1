# SPDX-License-Identifier: MIT. Generated from overlays/_models/model.py: edit that file, then run `make generate`.
"""What the generated models have in common: JSON objects that are read by attribute and by key."""

from __future__ import annotations

import json
import re
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Dict,
    ItemsView,
    Iterator,
    KeysView,
    List,
    Mapping,
    Optional,
    Tuple,
    ValuesView,
    cast,
)

from attrs import fields

from infinity_assistant._models.json_writer import to_json_value
from infinity_assistant._models.pydantic_hooks import ModelHooks

if TYPE_CHECKING:
    from typing_extensions import Self

_NOTHING: Dict[str, Any] = {}

#: What other clients, and the events of a stream, call the text of a response.
_TEXT_ELSEWHERE = frozenset({"answer", "content", "message", "output", "output_text", "text"})

#: A longer text is not an id, nor a word of a list.
_WORD = 80


class Model(ModelHooks):
    """A JSON object that is read by attribute or by key.

    `response.conversation_id` and `response["conversationId"]` are the same value: attributes have Python names,
    keys are spelled as they travel. What is absent or null is `None`. What the API description does not mention is
    kept in `additional_properties`, and is read in both ways too.
    """

    __slots__ = ("_raw", "additional_properties")

    #: Wire name -> Python name, in the order of the API description.
    _keys: ClassVar[Dict[str, str]] = {}
    #: The attributes whose texts a repr shows: they are words of a list, or no prose.
    _shown: ClassVar[Tuple[str, ...]] = ()
    #: The object as it travelled; never changed. Only a model that was read has it.
    _raw: Dict[str, Any]

    if TYPE_CHECKING:
        additional_properties: Dict[str, Any]

        @classmethod
        def from_dict(cls, data: Mapping[str, Any]) -> Self:
            """Read a JSON object. Each model has its own, generated."""
            raise AssertionError

    def to_dict(self) -> Dict[str, Any]:
        """Write the JSON object: wire names, date-times as text, unknown fields included.

        What was read and not changed comes out as it travelled, explicit nulls included.
        """
        raw = self._raw
        return {
            key: to_json_value(value, raw.get(key))
            for key, value in self._all()
            if value is not None or key not in self._keys or (key in raw and raw[key] is None)
        }

    def to_json(self, *, indent: Optional[int] = None) -> str:
        """Write the JSON object as text, on one line unless `indent` says how many blanks a level gets.

        Raises:
            ValueError: A value that a program has set has no form in JSON, or is nested too deeply.
        """
        try:
            return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False, indent=indent)
        except TypeError as problem:
            raise ValueError(str(problem)) from None
        except RecursionError:
            raise ValueError("the object is nested too deeply") from None

    def _all(self) -> Iterator[Tuple[str, Any]]:
        """Return every key that is known or there, with its value."""
        rest = self.additional_properties
        for key in {**self._raw, **self._keys, **rest}:
            if key in self._keys or key in rest:
                yield key, self._get_value(key)

    def _get_value(self, key: str) -> Any:
        name = self._keys.get(key)
        return self.additional_properties[key] if name is None else getattr(self, name)

    def _present(self) -> Dict[str, Any]:
        """Return the object with Python values; what is null counts as absent."""
        return {key: value for key, value in self._all() if value is not None}

    if not TYPE_CHECKING:  # Type checkers learn from each model which keys and attributes it has.

        def __getitem__(self, key, /):
            return self._get_value(key)

        def get(self, key, default=None, /):
            """Return the value at `key`, or `default` if it is absent or null."""
            value = self._get_value(key) if key in self._keys else self.additional_properties.get(key)
            return default if value is None else value

        def keys(self) -> KeysView:
            """Return the keys that are present, spelled as they travel."""
            return self._present().keys()

        def __iter__(self) -> Iterator[str]:
            return iter(self._present())

        def __getattr__(self, name: str):
            if name == "_raw":
                return _NOTHING
            if name == "additional_properties":  # Made for those who ask: looking for them costs 0.3 µs an object.
                rest = {key: value for key, value in self._raw.items() if key not in self._keys}
                self.additional_properties = rest
                return rest
            for key, value in self.additional_properties.items():
                if name in (key, _to_snake_case(key)):
                    return value
            remedy = ": use 'response'" if name in _TEXT_ELSEWHERE and "response" in self._keys else ""
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{remedy}")

    def values(self) -> ValuesView[Any]:
        """Return the values that are present."""
        return self._present().values()

    def items(self) -> ItemsView[str, Any]:
        """Return pairs of a key and its value, for what is present."""
        return self._present().items()

    def __contains__(self, key: object) -> bool:
        return (
            isinstance(key, str)
            and (key in self._keys or key in self.additional_properties)
            and self._get_value(key) is not None
        )

    def __len__(self) -> int:
        return len(self._present())

    def __bool__(self) -> bool:
        # The same as its length says, found sooner.
        return any(getattr(self, name) is not None for name in self._keys.values()) or len(self) > 0

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return isinstance(other, Model) and self._present() == other._present()

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __getstate__(self) -> Tuple[Dict[str, Any], ...]:
        return self._raw, self._select_rest(), {name: getattr(self, name) for name in self._keys.values()}

    def __setstate__(self, state: Tuple[Dict[str, Any], ...]) -> None:
        self._raw, rest, values = state
        if rest is not self._raw:
            self.additional_properties = rest
        for name in self._keys.values():
            setattr(self, name, values.get(name))

    def _select_rest(self) -> Dict[str, Any]:
        """Select the unknown fields, or all that travelled as long as nobody has asked for the unknown ones."""
        try:
            rest: Dict[str, Any] = object.__getattribute__(self, "additional_properties")
        except AttributeError:
            return self._raw
        return rest

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> Iterator[Tuple[str, Any]]:
        """Show the same to rich, which would else walk through the fields as attrs has them."""
        secret = {field.name for field in fields(cast(Any, type(self))) if not field.repr}
        for key, value in self._present().items():
            name = self._keys.get(key, key)
            yield name, _Brief("<secret>") if name in secret else _shorten(value, plain=self._is_plain(name))

    def __sentry_repr__(self) -> str:
        """Show the same to Sentry, which would else walk through the keys."""
        return repr(self)

    def _is_plain(self, name: str) -> bool:
        return name in ("id", "type") or name.endswith("_id") or name in self._shown

    def _ipython_key_completions_(self) -> List[str]:
        return [key for key, _ in self._all()]


class _Brief:
    """A value as it is shown."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def _shorten(value: Any, *, plain: bool) -> Any:
    """Return a value for the eyes: texts by their length unless they are `plain`, as what people write is private."""
    if isinstance(value, str):
        return value if plain and len(value) <= _WORD else _Brief(f"<{len(value)} characters>")
    if isinstance(value, (list, dict)):
        return _Brief(f"<{len(value)} items>")
    return _Brief(f"{type(value).__name__}(...)") if isinstance(value, Model) else value


def _to_snake_case(key: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^0-9A-Za-z]+", "_", key).lower()
