# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchResult, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, List, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.research_finding import ResearchFinding
from infinity_assistant.models.research_mode import ResearchMode
from infinity_assistant.models.research_query import ResearchQuery
from infinity_assistant.models.research_sources import ResearchSources
from infinity_assistant.models.research_synthesis import ResearchSynthesis
from infinity_assistant.models.research_timing import ResearchTiming

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchResult(Model):
    """What was found out about a topic."""

    query: ResearchQuery
    """What was asked."""
    findings: List[ResearchFinding]
    """What was found, best first."""
    synthesis: ResearchSynthesis
    """What the findings mean together."""
    sources: ResearchSources
    """How many sources were used."""
    timing: ResearchTiming
    """How long it took."""
    mode: ResearchMode
    """How thorough the research was."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "query": "query",
        "findings": "findings",
        "synthesis": "synthesis",
        "sources": "sources",
        "timing": "timing",
        "mode": "mode",
    }
    _shown = ("mode",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchResult":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.query = reading.read_member(data, "query", ResearchQuery.from_dict)
        model.findings = reading.read_member(data, "findings", reading.Items(ResearchFinding.from_dict))
        model.synthesis = reading.read_member(data, "synthesis", ResearchSynthesis.from_dict)
        model.sources = reading.read_member(data, "sources", ResearchSources.from_dict)
        model.timing = reading.read_member(data, "timing", ResearchTiming.from_dict)
        model.mode = reading.read_required(data, "mode")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["query", "findings", "synthesis", "sources", "timing", "mode"]]: ...
        def __iter__(self) -> Iterator[Literal["query", "findings", "synthesis", "sources", "timing", "mode"]]: ...
        @overload
        def __getitem__(self, key: Literal["query"], /) -> ResearchQuery: ...
        @overload
        def __getitem__(self, key: Literal["findings"], /) -> List[ResearchFinding]: ...
        @overload
        def __getitem__(self, key: Literal["synthesis"], /) -> ResearchSynthesis: ...
        @overload
        def __getitem__(self, key: Literal["sources"], /) -> ResearchSources: ...
        @overload
        def __getitem__(self, key: Literal["timing"], /) -> ResearchTiming: ...
        @overload
        def __getitem__(self, key: Literal["mode"], /) -> ResearchMode: ...
        @overload
        def __getitem__(
            self, key: Literal["query", "findings", "synthesis", "sources", "timing", "mode"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["query"], /) -> ResearchQuery: ...
        @overload
        def get(self, key: Literal["query"], default: _T, /) -> Union[ResearchQuery, _T]: ...
        @overload
        def get(self, key: Literal["findings"], /) -> List[ResearchFinding]: ...
        @overload
        def get(self, key: Literal["findings"], default: _T, /) -> Union[List[ResearchFinding], _T]: ...
        @overload
        def get(self, key: Literal["synthesis"], /) -> ResearchSynthesis: ...
        @overload
        def get(self, key: Literal["synthesis"], default: _T, /) -> Union[ResearchSynthesis, _T]: ...
        @overload
        def get(self, key: Literal["sources"], /) -> ResearchSources: ...
        @overload
        def get(self, key: Literal["sources"], default: _T, /) -> Union[ResearchSources, _T]: ...
        @overload
        def get(self, key: Literal["timing"], /) -> ResearchTiming: ...
        @overload
        def get(self, key: Literal["timing"], default: _T, /) -> Union[ResearchTiming, _T]: ...
        @overload
        def get(self, key: Literal["mode"], /) -> ResearchMode: ...
        @overload
        def get(self, key: Literal["mode"], default: _T, /) -> Union[ResearchMode, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
