# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""DeleteMemoryRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.memory_delete_type import MemoryDeleteType

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DeleteMemoryRequest(Model):
    """What to delete of the memory of a conversation."""

    conversation_id: str
    """The conversation."""
    type: MemoryDeleteType
    """Which memory to delete from."""
    entry_id: Optional[str] = None
    """The id of a critical fact, or the place of a compressed segment counted from "0"."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"conversationId": "conversation_id", "type": "type", "entryId": "entry_id"}
    _shown = ("type",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "DeleteMemoryRequest":
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
        model.type = value if (value := get("type")).__class__ is str else reading.read_text(data, "type")
        model.entry_id = get("entryId")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["conversationId", "type", "entryId"]]: ...
        def __iter__(self) -> Iterator[Literal["conversationId", "type", "entryId"]]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["type"], /) -> MemoryDeleteType: ...
        @overload
        def __getitem__(self, key: Literal["entryId"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId", "type", "entryId"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["conversationId"], /) -> str: ...
        @overload
        def get(self, key: Literal["conversationId"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["type"], /) -> MemoryDeleteType: ...
        @overload
        def get(self, key: Literal["type"], default: _T, /) -> Union[MemoryDeleteType, _T]: ...
        @overload
        def get(self, key: Literal["entryId"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["entryId"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
