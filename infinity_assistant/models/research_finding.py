# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchFinding, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.research_finding_metadata import ResearchFindingMetadata

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchFinding(Model):
    """One finding."""

    id: Optional[str] = None
    """Its id."""
    content: Optional[str] = None
    """Its text."""
    source: Optional[str] = None
    """Where it was found, such as world-knowledge."""
    source_type: Optional[str] = None
    """The kind of the source, such as insight."""
    relevance: Optional[float] = None
    """How well it fits the topic."""
    confidence: Optional[float] = None
    """How far it can be trusted."""
    domain: Optional[str] = None
    """The domain it belongs to."""
    metadata: Optional[ResearchFindingMetadata] = None
    """What else is known of it."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "id": "id",
        "content": "content",
        "source": "source",
        "sourceType": "source_type",
        "relevance": "relevance",
        "confidence": "confidence",
        "domain": "domain",
        "metadata": "metadata",
    }
    _shown = ("source_type",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchFinding":
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
        model.content = get("content")
        model.source = get("source")
        model.source_type = get("sourceType")
        model.relevance = get("relevance")
        model.confidence = get("confidence")
        model.domain = get("domain")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.read_optional(value, "metadata", ResearchFindingMetadata.from_dict)
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[
            Literal["id", "content", "source", "sourceType", "relevance", "confidence", "domain", "metadata"]
        ]: ...
        def __iter__(
            self,
        ) -> Iterator[
            Literal["id", "content", "source", "sourceType", "relevance", "confidence", "domain", "metadata"]
        ]: ...
        @overload
        def __getitem__(self, key: Literal["id", "content", "source", "sourceType", "domain"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["relevance", "confidence"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> Optional[ResearchFindingMetadata]: ...
        @overload
        def __getitem__(
            self,
            key: Literal["id", "content", "source", "sourceType", "relevance", "confidence", "domain", "metadata"],
            /,
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "content", "source", "sourceType", "domain"], /) -> Optional[str]: ...
        @overload
        def get(
            self, key: Literal["id", "content", "source", "sourceType", "domain"], default: _T, /
        ) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["relevance", "confidence"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["relevance", "confidence"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: Literal["metadata"], /) -> Optional[ResearchFindingMetadata]: ...
        @overload
        def get(self, key: Literal["metadata"], default: _T, /) -> Union[ResearchFindingMetadata, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
