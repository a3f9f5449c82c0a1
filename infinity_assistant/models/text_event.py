# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""TextEvent, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TextEvent(Model):
    """A piece of the answer."""

    type: Literal["text"]
    """Always "text"."""
    content: str
    """The next piece of the text; may be empty."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"type": "type", "content": "content"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "TextEvent":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.read_text(data, "type")
        model.content = value if (value := get("content")).__class__ is str else reading.read_text(data, "content")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        @overload
        def __getitem__(self, key: Literal["type"], /) -> Literal["text"]: ...
        @overload
        def __getitem__(self, key: Literal["content"], /) -> str: ...
        @overload
        def __getitem__(self, key: str, /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["type"], /) -> Literal["text"]: ...
        @overload
        def get(self, key: Literal["type"], default: _T, /) -> Union[Literal["text"], _T]: ...
        @overload
        def get(self, key: Literal["content"], /) -> str: ...
        @overload
        def get(self, key: Literal["content"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
