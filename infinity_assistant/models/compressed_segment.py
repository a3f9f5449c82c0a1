# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""CompressedSegment, a JSON object of the API."""

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

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.time_range import TimeRange

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CompressedSegment(Model):
    """Older messages, folded into a summary."""

    id: Optional[str] = None
    """Its id."""
    summary: Optional[str] = None
    """What the messages were about."""
    original_count: Optional[int] = None
    """How many messages were folded."""
    time_range: Optional[TimeRange] = None
    """When the messages were said."""
    key_insights: Optional[List[str]] = None
    """What was learnt from them."""
    importance: Optional[str] = None
    """How important it is, such as medium."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "id": "id",
        "summary": "summary",
        "originalCount": "original_count",
        "timeRange": "time_range",
        "keyInsights": "key_insights",
        "importance": "importance",
    }
    _shown = ("importance",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "CompressedSegment":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.id = get("id")
        model.summary = get("summary")
        model.original_count = get("originalCount")
        model.time_range = (
            None
            if (value := get("timeRange")) is None
            else reading.read_optional(value, "timeRange", TimeRange.from_dict)
        )
        model.key_insights = get("keyInsights")
        model.importance = get("importance")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[Literal["id", "summary", "originalCount", "timeRange", "keyInsights", "importance"]]: ...
        def __iter__(
            self,
        ) -> Iterator[Literal["id", "summary", "originalCount", "timeRange", "keyInsights", "importance"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "summary", "importance"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["originalCount"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["timeRange"], /) -> Optional[TimeRange]: ...
        @overload
        def __getitem__(self, key: Literal["keyInsights"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(
            self, key: Literal["id", "summary", "originalCount", "timeRange", "keyInsights", "importance"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "summary", "importance"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["id", "summary", "importance"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["originalCount"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["originalCount"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["timeRange"], /) -> Optional[TimeRange]: ...
        @overload
        def get(self, key: Literal["timeRange"], default: _T, /) -> Union[TimeRange, _T]: ...
        @overload
        def get(self, key: Literal["keyInsights"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["keyInsights"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
