# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""HealthResponse, a JSON object of the API."""

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
from infinity_assistant.models.health_checks import HealthChecks
from infinity_assistant.models.health_status import HealthStatus

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class HealthResponse(Model):
    """The health of the service."""

    status: HealthStatus
    """The health of the service as a whole."""
    timestamp: Optional[datetime.datetime] = None
    """When it was taken."""
    version: Optional[str] = None
    """The version of the service."""
    service: Optional[str] = None
    """The name of the service."""
    checks: Optional[HealthChecks] = None
    """The health of each part."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "status": "status",
        "timestamp": "timestamp",
        "version": "version",
        "service": "service",
        "checks": "checks",
    }
    _shown = ("status", "version", "service")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "HealthResponse":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.status = value if (value := get("status")).__class__ is str else reading.read_text(data, "status")
        model.timestamp = None if (value := get("timestamp")) is None else timestamps.parse_timestamp_or_keep(value)
        model.version = get("version")
        model.service = get("service")
        model.checks = (
            None if (value := get("checks")) is None else reading.read_optional(value, "checks", HealthChecks.from_dict)
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["status", "timestamp", "version", "service", "checks"]]: ...
        def __iter__(self) -> Iterator[Literal["status", "timestamp", "version", "service", "checks"]]: ...
        @overload
        def __getitem__(self, key: Literal["status"], /) -> HealthStatus: ...
        @overload
        def __getitem__(self, key: Literal["timestamp"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["version", "service"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["checks"], /) -> Optional[HealthChecks]: ...
        @overload
        def __getitem__(self, key: Literal["status", "timestamp", "version", "service", "checks"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["status"], /) -> HealthStatus: ...
        @overload
        def get(self, key: Literal["status"], default: _T, /) -> Union[HealthStatus, _T]: ...
        @overload
        def get(self, key: Literal["timestamp"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["timestamp"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: Literal["version", "service"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["version", "service"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["checks"], /) -> Optional[HealthChecks]: ...
        @overload
        def get(self, key: Literal["checks"], default: _T, /) -> Union[HealthChecks, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
