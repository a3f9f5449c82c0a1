# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""CreateWebhookRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, List, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.webhook_event import WebhookEvent

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateWebhookRequest(Model):
    """A webhook to register."""

    url: str
    """Where to deliver, beginning with http:// or https://."""
    events: List[WebhookEvent]
    """The events to be told of, at least one."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"url": "url", "events": "events"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "CreateWebhookRequest":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.url = value if (value := get("url")).__class__ is str else reading.read_text(data, "url")
        model.events = value if (value := get("events")).__class__ is list else reading.read_array(data, "events")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["url", "events"]]: ...
        def __iter__(self) -> Iterator[Literal["url", "events"]]: ...
        @overload
        def __getitem__(self, key: Literal["url"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["events"], /) -> List[WebhookEvent]: ...
        @overload
        def __getitem__(self, key: Literal["url", "events"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["url"], /) -> str: ...
        @overload
        def get(self, key: Literal["url"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["events"], /) -> List[WebhookEvent]: ...
        @overload
        def get(self, key: Literal["events"], default: _T, /) -> Union[List[WebhookEvent], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
