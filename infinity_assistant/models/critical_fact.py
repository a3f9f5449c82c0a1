# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""CriticalFact, a JSON object of the API."""

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
class CriticalFact(Model):
    """Something that must not be forgotten."""

    id: Optional[str] = None
    """Its id; `delete_memory` takes it."""
    content: Optional[str] = None
    """The fact."""
    type: Optional[str] = None
    """Its kind, such as insight."""
    importance: Optional[str] = None
    """How important it is, such as critical."""
    tags: Optional[List[str]] = None
    """Its tags."""
    created_at: Optional[datetime.datetime] = None
    """When it was stored."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "id": "id",
        "content": "content",
        "type": "type",
        "importance": "importance",
        "tags": "tags",
        "createdAt": "created_at",
    }
    _shown = ("importance",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "CriticalFact":
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
        model.content = get("content")
        model.type = get("type")
        model.importance = get("importance")
        model.tags = get("tags")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.parse_timestamp_or_keep(value)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "content", "type", "importance", "tags", "createdAt"]]: ...
        def __iter__(self) -> Iterator[Literal["id", "content", "type", "importance", "tags", "createdAt"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "content", "type", "importance"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["tags"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["id", "content", "type", "importance", "tags", "createdAt"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "content", "type", "importance"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["id", "content", "type", "importance"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["tags"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["tags"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["createdAt"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
