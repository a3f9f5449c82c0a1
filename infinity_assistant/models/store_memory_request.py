# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""StoreMemoryRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.memory_type import MemoryType

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class StoreMemoryRequest(Model):
    """An entry for the memory of a conversation."""

    conversation_id: str
    """The conversation."""
    content: str
    """What to store. Not blank; there is no limit of length."""
    type: Optional[MemoryType] = None
    """The kind of the entry; fact by default. The service takes `fact` when it is absent."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"conversationId": "conversation_id", "content": "content", "type": "type"}
    _shown = ("type",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "StoreMemoryRequest":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.conversation_id = (
            value if (value := get("conversationId")).__class__ is str else reading.read_text(data, "conversationId")
        )
        model.content = value if (value := get("content")).__class__ is str else reading.read_text(data, "content")
        model.type = get("type")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["conversationId", "content", "type"]]: ...
        def __iter__(self) -> Iterator[Literal["conversationId", "content", "type"]]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId", "content"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["type"], /) -> Optional[MemoryType]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId", "content", "type"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["conversationId", "content"], /) -> str: ...
        @overload
        def get(self, key: Literal["conversationId", "content"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["type"], /) -> Optional[MemoryType]: ...
        @overload
        def get(self, key: Literal["type"], default: _T, /) -> Union[MemoryType, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
