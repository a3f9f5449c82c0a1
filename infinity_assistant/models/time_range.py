# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""TimeRange, a JSON object of the API."""

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
class TimeRange(Model):
    """A span of time."""

    start: Optional[datetime.datetime] = None
    """Its beginning."""
    end: Optional[datetime.datetime] = None
    """Its end."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"start": "start", "end": "end"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "TimeRange":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.start = None if (value := get("start")) is None else timestamps.parse_timestamp_or_keep(value)
        model.end = None if (value := get("end")) is None else timestamps.parse_timestamp_or_keep(value)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["start", "end"]]: ...
        def __iter__(self) -> Iterator[Literal["start", "end"]]: ...
        def __getitem__(self, key: Literal["start", "end"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["start", "end"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["start", "end"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
