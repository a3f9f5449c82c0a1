# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""RecentMessage, a JSON object of the API."""

import datetime
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterator,
    KeysView,
    List,
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
class RecentMessage(Model):
    """A message that is still kept word by word."""

    id: Optional[str] = None
    """Its id."""
    type: Optional[str] = None
    """Who spoke, user or assistant."""
    content: Optional[str] = None
    """Its first 200 characters."""
    importance: Optional[str] = None
    """How important it is, such as medium."""
    tags: Optional[List[str]] = None
    """Its tags."""
    timestamp: Optional[datetime.datetime] = None
    """When it was said."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "id": "id",
        "type": "type",
        "content": "content",
        "importance": "importance",
        "tags": "tags",
        "timestamp": "timestamp",
    }
    _shown = ("importance",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "RecentMessage":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.id = get("id")
        model.type = get("type")
        model.content = get("content")
        model.importance = get("importance")
        model.tags = get("tags")
        model.timestamp = None if (value := get("timestamp")) is None else timestamps.parse_timestamp_or_keep(value)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "type", "content", "importance", "tags", "timestamp"]]: ...
        def __iter__(self) -> Iterator[Literal["id", "type", "content", "importance", "tags", "timestamp"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "type", "content", "importance"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["tags"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(self, key: Literal["timestamp"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["id", "type", "content", "importance", "tags", "timestamp"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "type", "content", "importance"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["id", "type", "content", "importance"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["tags"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["tags"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: Literal["timestamp"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["timestamp"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
