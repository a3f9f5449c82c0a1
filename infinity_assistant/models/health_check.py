# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""HealthCheck, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class HealthCheck(Model):
    """The health of a part of the service."""

    status: Optional[str] = None
    """Such as healthy, offline or not_configured."""
    latency: Optional[float] = None
    """Milliseconds that the part took to answer."""
    details: Any = None
    """What else the part says."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"status": "status", "latency": "latency", "details": "details"}
    _shown = ("status",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "HealthCheck":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.status = get("status")
        model.latency = get("latency")
        model.details = get("details")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["status", "latency", "details"]]: ...
        def __iter__(self) -> Iterator[Literal["status", "latency", "details"]]: ...
        @overload
        def __getitem__(self, key: Literal["status"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["latency"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["details"], /) -> Any: ...
        @overload
        def __getitem__(self, key: Literal["status", "latency", "details"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["status"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["status"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["latency"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["latency"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: Literal["details"], /) -> Any: ...
        @overload
        def get(self, key: Literal["details"], default: _T, /) -> Union[Any, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
