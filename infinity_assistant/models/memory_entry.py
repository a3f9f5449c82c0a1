# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""MemoryEntry, a JSON object of the API."""

import datetime
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterator,
    KeysView,
    Literal,
    Mapping,
    Optional,
    TypeVar,
    Union,
    overload,
)

import attrs

from infinity_assistant._models import datetimes as timestamps
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MemoryEntry(Model):
    """A stored entry."""

    id: str
    """Its id."""
    content: str
    """Its text."""
    type: Optional[str] = None
    """Its kind as the service keeps it: insight, whatever kind was asked for."""
    importance: Optional[str] = None
    """How important it is, such as critical."""
    created_at: Optional[datetime.datetime] = None
    """When it was stored."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"id": "id", "content": "content", "type": "type", "importance": "importance", "createdAt": "created_at"}
    _shown = ("importance",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "MemoryEntry":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.id = value if (value := get("id")).__class__ is str else reading.read_text(data, "id")
        model.content = value if (value := get("content")).__class__ is str else reading.read_text(data, "content")
        model.type = get("type")
        model.importance = get("importance")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.parse_timestamp_or_keep(value)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "content", "type", "importance", "createdAt"]]: ...
        def __iter__(self) -> Iterator[Literal["id", "content", "type", "importance", "createdAt"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "content"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["type", "importance"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["id", "content", "type", "importance", "createdAt"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "content"], /) -> str: ...
        @overload
        def get(self, key: Literal["id", "content"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["type", "importance"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["type", "importance"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["createdAt"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
