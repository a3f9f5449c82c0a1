# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""Webhook, a JSON object of the API."""

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
from infinity_assistant.models.webhook_event import WebhookEvent

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Webhook(Model):
    """A webhook without its secret."""

    id: str
    """Its id; `delete_webhook` takes it."""
    url: Optional[str] = None
    """Where it delivers."""
    events: Optional[List[WebhookEvent]] = None
    """The events that it is told of."""
    is_active: Optional[bool] = None
    """Whether it still delivers; five failures in a row deactivate it."""
    created_at: Optional[datetime.datetime] = None
    """When it was registered."""
    last_triggered: Optional[datetime.datetime] = None
    """When it last delivered; absent before the first time."""
    failure_count: Optional[int] = None
    """Failures in a row."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "id": "id",
        "url": "url",
        "events": "events",
        "isActive": "is_active",
        "createdAt": "created_at",
        "lastTriggered": "last_triggered",
        "failureCount": "failure_count",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Webhook":
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
        model.url = get("url")
        model.events = get("events")
        model.is_active = get("isActive")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.parse_timestamp_or_keep(value)
        model.last_triggered = (
            None if (value := get("lastTriggered")) is None else timestamps.parse_timestamp_or_keep(value)
        )
        model.failure_count = get("failureCount")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[Literal["id", "url", "events", "isActive", "createdAt", "lastTriggered", "failureCount"]]: ...
        def __iter__(
            self,
        ) -> Iterator[Literal["id", "url", "events", "isActive", "createdAt", "lastTriggered", "failureCount"]]: ...
        @overload
        def __getitem__(self, key: Literal["id"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["url"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["events"], /) -> Optional[List[WebhookEvent]]: ...
        @overload
        def __getitem__(self, key: Literal["isActive"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(self, key: Literal["createdAt", "lastTriggered"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["failureCount"], /) -> Optional[int]: ...
        @overload
        def __getitem__(
            self, key: Literal["id", "url", "events", "isActive", "createdAt", "lastTriggered", "failureCount"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id"], /) -> str: ...
        @overload
        def get(self, key: Literal["id"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["url"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["url"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["events"], /) -> Optional[List[WebhookEvent]]: ...
        @overload
        def get(self, key: Literal["events"], default: _T, /) -> Union[List[WebhookEvent], _T]: ...
        @overload
        def get(self, key: Literal["isActive"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["isActive"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["createdAt", "lastTriggered"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["createdAt", "lastTriggered"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: Literal["failureCount"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["failureCount"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
