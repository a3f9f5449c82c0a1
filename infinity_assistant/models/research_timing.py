# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchTiming, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchTiming(Model):
    """How long a piece of research took."""

    start_time: int
    """When it began, in milliseconds since 1970."""
    end_time: int
    """When it ended, in milliseconds since 1970."""
    duration_ms: int
    """How many milliseconds it took."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"startTime": "start_time", "endTime": "end_time", "durationMs": "duration_ms"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchTiming":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.start_time = (
            value if (value := get("startTime")).__class__ is int else reading.read_integer(data, "startTime")
        )
        model.end_time = value if (value := get("endTime")).__class__ is int else reading.read_integer(data, "endTime")
        model.duration_ms = (
            value if (value := get("durationMs")).__class__ is int else reading.read_integer(data, "durationMs")
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["startTime", "endTime", "durationMs"]]: ...
        def __iter__(self) -> Iterator[Literal["startTime", "endTime", "durationMs"]]: ...
        def __getitem__(self, key: Literal["startTime", "endTime", "durationMs"], /) -> int: ...
        @overload
        def get(self, key: Literal["startTime", "endTime", "durationMs"], /) -> int: ...
        @overload
        def get(self, key: Literal["startTime", "endTime", "durationMs"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
