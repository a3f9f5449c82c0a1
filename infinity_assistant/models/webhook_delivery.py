# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""WebhookDelivery, a JSON object of the API."""

import datetime
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterator,
    KeysView,
    Literal,
    Mapping,
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
class WebhookDelivery(Model):
    """The body that the service posts to a webhook. Only `data` is signed."""

    event: WebhookEvent
    """What happened; not signed."""
    timestamp: datetime.datetime
    """When it was sent; not signed."""
    data: Any
    """What the event is about; its schema depends on the event."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"event": "event", "timestamp": "timestamp", "data": "data"}
    _shown = ("event",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "WebhookDelivery":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.event = value if (value := get("event")).__class__ is str else reading.read_text(data, "event")
        model.timestamp = reading.read_member(data, "timestamp", timestamps.parse_timestamp)
        model.data = reading.read_required(data, "data")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["event", "timestamp", "data"]]: ...
        def __iter__(self) -> Iterator[Literal["event", "timestamp", "data"]]: ...
        @overload
        def __getitem__(self, key: Literal["event"], /) -> WebhookEvent: ...
        @overload
        def __getitem__(self, key: Literal["timestamp"], /) -> datetime.datetime: ...
        @overload
        def __getitem__(self, key: Literal["data"], /) -> Any: ...
        @overload
        def __getitem__(self, key: Literal["event", "timestamp", "data"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["event"], /) -> WebhookEvent: ...
        @overload
        def get(self, key: Literal["event"], default: _T, /) -> Union[WebhookEvent, _T]: ...
        @overload
        def get(self, key: Literal["timestamp"], /) -> datetime.datetime: ...
        @overload
        def get(self, key: Literal["timestamp"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: Literal["data"], /) -> Any: ...
        @overload
        def get(self, key: Literal["data"], default: _T, /) -> Union[Any, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
