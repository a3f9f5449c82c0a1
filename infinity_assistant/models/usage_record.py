# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""UsageRecord, a JSON object of the API."""

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
class UsageRecord(Model):
    """What was used at one time."""

    date: Optional[datetime.datetime] = None
    """When it was used."""
    endpoint: Optional[str] = None
    """The part of the service."""
    requests: Optional[int] = None
    """Requests made."""
    tokens: Optional[int] = None
    """Tokens read and written."""
    cost: Optional[float] = None
    """What it cost."""
    model: Optional[str] = None
    """The model that answered."""
    status: Optional[str] = None
    """How it ended, such as success."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "date": "date",
        "endpoint": "endpoint",
        "requests": "requests",
        "tokens": "tokens",
        "cost": "cost",
        "model": "model",
        "status": "status",
    }
    _shown = ("endpoint", "model", "status")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "UsageRecord":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.date = None if (value := get("date")) is None else timestamps.parse_timestamp_or_keep(value)
        model.endpoint = get("endpoint")
        model.requests = get("requests")
        model.tokens = get("tokens")
        model.cost = get("cost")
        model.model = get("model")
        model.status = get("status")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["date", "endpoint", "requests", "tokens", "cost", "model", "status"]]: ...
        def __iter__(
            self,
        ) -> Iterator[Literal["date", "endpoint", "requests", "tokens", "cost", "model", "status"]]: ...
        @overload
        def __getitem__(self, key: Literal["date"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["endpoint", "model", "status"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["requests", "tokens"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["cost"], /) -> Optional[float]: ...
        @overload
        def __getitem__(
            self, key: Literal["date", "endpoint", "requests", "tokens", "cost", "model", "status"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["date"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["date"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: Literal["endpoint", "model", "status"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["endpoint", "model", "status"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["requests", "tokens"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["requests", "tokens"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["cost"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["cost"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
