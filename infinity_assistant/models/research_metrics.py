# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchMetrics, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchMetrics(Model):
    """The figures of the research service since it started."""

    total_researches: Optional[int] = None
    """Requests for research."""
    cache_hits: Optional[int] = None
    """Requests that were answered from the cache."""
    avg_time_ms: Optional[float] = None
    """Milliseconds that a request took on average."""
    avg_findings: Optional[float] = None
    """Findings of a request on average."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "totalResearches": "total_researches",
        "cacheHits": "cache_hits",
        "avgTimeMs": "avg_time_ms",
        "avgFindings": "avg_findings",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchMetrics":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.total_researches = get("totalResearches")
        model.cache_hits = get("cacheHits")
        model.avg_time_ms = get("avgTimeMs")
        model.avg_findings = get("avgFindings")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["totalResearches", "cacheHits", "avgTimeMs", "avgFindings"]]: ...
        def __iter__(self) -> Iterator[Literal["totalResearches", "cacheHits", "avgTimeMs", "avgFindings"]]: ...
        @overload
        def __getitem__(self, key: Literal["totalResearches", "cacheHits"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["avgTimeMs", "avgFindings"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["totalResearches", "cacheHits", "avgTimeMs", "avgFindings"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["totalResearches", "cacheHits"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["totalResearches", "cacheHits"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["avgTimeMs", "avgFindings"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["avgTimeMs", "avgFindings"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
