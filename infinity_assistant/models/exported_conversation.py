# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ExportedConversation, a JSON object of the API."""

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
class ExportedConversation(Model):
    """A conversation in an export."""

    id: Optional[str] = None
    """Its id."""
    title: Optional[str] = None
    """Its title."""
    created_at: Optional[datetime.datetime] = None
    """When it began."""
    updated_at: Optional[datetime.datetime] = None
    """When it last changed."""
    message_count: Optional[int] = None
    """Messages in both directions."""
    metadata: Any = None
    """Anything that is stored with it."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "id": "id",
        "title": "title",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "messageCount": "message_count",
        "metadata": "metadata",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ExportedConversation":
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
        model.title = get("title")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.parse_timestamp_or_keep(value)
        model.updated_at = None if (value := get("updatedAt")) is None else timestamps.parse_timestamp_or_keep(value)
        model.message_count = get("messageCount")
        model.metadata = get("metadata")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "title", "createdAt", "updatedAt", "messageCount", "metadata"]]: ...
        def __iter__(
            self,
        ) -> Iterator[Literal["id", "title", "createdAt", "updatedAt", "messageCount", "metadata"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "title"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["createdAt", "updatedAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["messageCount"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> Any: ...
        @overload
        def __getitem__(
            self, key: Literal["id", "title", "createdAt", "updatedAt", "messageCount", "metadata"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "title"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["id", "title"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["createdAt", "updatedAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["createdAt", "updatedAt"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: Literal["messageCount"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["messageCount"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["metadata"], /) -> Any: ...
        @overload
        def get(self, key: Literal["metadata"], default: _T, /) -> Union[Any, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
