# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ConversationRow, a JSON object of the API."""

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
class ConversationRow(Model):
    """The memory of a conversation as the database keeps it. Any column may be missing, and others may be there."""

    id: Optional[str] = None
    """The id of the row."""
    created_at: Optional[datetime.datetime] = None
    """When the conversation began."""
    updated_at: Optional[datetime.datetime] = None
    """When the row last changed."""
    conversation_id: Optional[str] = None
    """The conversation."""
    user_id: Optional[str] = None
    """Whose conversation it is."""
    active_memory: Optional[List[Any]] = None
    """The latest messages, oldest first."""
    compressed_memory: Optional[List[Any]] = None
    """Summaries of older messages."""
    critical_facts: Optional[List[Any]] = None
    """What must not be forgotten."""
    total_messages: Optional[int] = None
    """Messages in both directions since the beginning."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "id": "id",
        "created_at": "created_at",
        "updated_at": "updated_at",
        "conversation_id": "conversation_id",
        "user_id": "user_id",
        "active_memory": "active_memory",
        "compressed_memory": "compressed_memory",
        "critical_facts": "critical_facts",
        "total_messages": "total_messages",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ConversationRow":
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
        model.created_at = None if (value := get("created_at")) is None else timestamps.parse_timestamp_or_keep(value)
        model.updated_at = None if (value := get("updated_at")) is None else timestamps.parse_timestamp_or_keep(value)
        model.conversation_id = get("conversation_id")
        model.user_id = get("user_id")
        model.active_memory = get("active_memory")
        model.compressed_memory = get("compressed_memory")
        model.critical_facts = get("critical_facts")
        model.total_messages = get("total_messages")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        @overload
        def __getitem__(self, key: Literal["id", "conversation_id", "user_id"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["created_at", "updated_at"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(
            self, key: Literal["active_memory", "compressed_memory", "critical_facts"], /
        ) -> Optional[List[Any]]: ...
        @overload
        def __getitem__(self, key: Literal["total_messages"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: str, /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "conversation_id", "user_id"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["id", "conversation_id", "user_id"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["created_at", "updated_at"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["created_at", "updated_at"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(
            self, key: Literal["active_memory", "compressed_memory", "critical_facts"], /
        ) -> Optional[List[Any]]: ...
        @overload
        def get(
            self, key: Literal["active_memory", "compressed_memory", "critical_facts"], default: _T, /
        ) -> Union[List[Any], _T]: ...
        @overload
        def get(self, key: Literal["total_messages"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["total_messages"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
