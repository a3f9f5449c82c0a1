# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""NewWebhook, a JSON object of the API."""

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
class NewWebhook(Model):
    """A webhook that has just been registered, the only time that its secret is shown."""

    id: str
    """Its id; `delete_webhook` takes it."""
    url: str
    """Where it delivers."""
    events: List[WebhookEvent]
    """The events that it is told of."""
    secret: str = attrs.field(repr=False)
    """The secret that signs its deliveries."""
    created_at: Optional[datetime.datetime] = None
    """When it was registered."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"id": "id", "url": "url", "events": "events", "secret": "secret", "createdAt": "created_at"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "NewWebhook":
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
        model.url = value if (value := get("url")).__class__ is str else reading.read_text(data, "url")
        model.events = value if (value := get("events")).__class__ is list else reading.read_array(data, "events")
        model.secret = value if (value := get("secret")).__class__ is str else reading.read_text(data, "secret")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.parse_timestamp_or_keep(value)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "url", "events", "secret", "createdAt"]]: ...
        def __iter__(self) -> Iterator[Literal["id", "url", "events", "secret", "createdAt"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "url", "secret"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["events"], /) -> List[WebhookEvent]: ...
        @overload
        def __getitem__(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["id", "url", "events", "secret", "createdAt"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "url", "secret"], /) -> str: ...
        @overload
        def get(self, key: Literal["id", "url", "secret"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["events"], /) -> List[WebhookEvent]: ...
        @overload
        def get(self, key: Literal["events"], default: _T, /) -> Union[List[WebhookEvent], _T]: ...
        @overload
        def get(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["createdAt"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
