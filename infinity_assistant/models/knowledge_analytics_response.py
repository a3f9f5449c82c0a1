# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeAnalyticsResponse, a JSON object of the API."""

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
from infinity_assistant.models.knowledge_analytics import KnowledgeAnalytics

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeAnalyticsResponse(Model):
    """Figures on what is asked and what is not yet known."""

    success: bool
    """Always true."""
    data: KnowledgeAnalytics
    """The figures."""
    timestamp: Optional[datetime.datetime] = None
    """When they were taken."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"success": "success", "data": "data", "timestamp": "timestamp"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeAnalyticsResponse":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.read_boolean(data, "success")
        model.data = reading.read_member(data, "data", KnowledgeAnalytics.from_dict)
        model.timestamp = None if (value := get("timestamp")) is None else timestamps.parse_timestamp_or_keep(value)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["success", "data", "timestamp"]]: ...
        def __iter__(self) -> Iterator[Literal["success", "data", "timestamp"]]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["data"], /) -> KnowledgeAnalytics: ...
        @overload
        def __getitem__(self, key: Literal["timestamp"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["success", "data", "timestamp"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["data"], /) -> KnowledgeAnalytics: ...
        @overload
        def get(self, key: Literal["data"], default: _T, /) -> Union[KnowledgeAnalytics, _T]: ...
        @overload
        def get(self, key: Literal["timestamp"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["timestamp"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
