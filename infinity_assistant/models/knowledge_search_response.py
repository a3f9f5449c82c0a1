# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeSearchResponse, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.knowledge_counts import KnowledgeCounts
from infinity_assistant.models.knowledge_results import KnowledgeResults
from infinity_assistant.models.knowledge_search_metadata import KnowledgeSearchMetadata

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeSearchResponse(Model):
    """The results of a search, in three groups."""

    success: bool
    """Always true."""
    query: str
    """The words that were searched for."""
    results: KnowledgeResults
    """What was found."""
    counts: KnowledgeCounts
    """How much was found."""
    metadata: Optional[KnowledgeSearchMetadata] = None
    """How the search went."""
    gap_captured: Any = None
    """What was noted because the knowledge base had no answer."""
    generated_answer: Any = None
    """An answer that was made because the knowledge base had none."""
    knowledge_created: Any = None
    """The knowledge that was created on the way."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "success": "success",
        "query": "query",
        "results": "results",
        "counts": "counts",
        "metadata": "metadata",
        "gapCaptured": "gap_captured",
        "generatedAnswer": "generated_answer",
        "knowledgeCreated": "knowledge_created",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeSearchResponse":
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
        model.query = value if (value := get("query")).__class__ is str else reading.read_text(data, "query")
        model.results = reading.read_member(data, "results", KnowledgeResults.from_dict)
        model.counts = reading.read_member(data, "counts", KnowledgeCounts.from_dict)
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.read_optional(value, "metadata", KnowledgeSearchMetadata.from_dict)
        )
        model.gap_captured = get("gapCaptured")
        model.generated_answer = get("generatedAnswer")
        model.knowledge_created = get("knowledgeCreated")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[
            Literal[
                "success",
                "query",
                "results",
                "counts",
                "metadata",
                "gapCaptured",
                "generatedAnswer",
                "knowledgeCreated",
            ]
        ]: ...
        def __iter__(
            self,
        ) -> Iterator[
            Literal[
                "success",
                "query",
                "results",
                "counts",
                "metadata",
                "gapCaptured",
                "generatedAnswer",
                "knowledgeCreated",
            ]
        ]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["query"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["results"], /) -> KnowledgeResults: ...
        @overload
        def __getitem__(self, key: Literal["counts"], /) -> KnowledgeCounts: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> Optional[KnowledgeSearchMetadata]: ...
        @overload
        def __getitem__(self, key: Literal["gapCaptured", "generatedAnswer", "knowledgeCreated"], /) -> Any: ...
        @overload
        def __getitem__(
            self,
            key: Literal[
                "success",
                "query",
                "results",
                "counts",
                "metadata",
                "gapCaptured",
                "generatedAnswer",
                "knowledgeCreated",
            ],
            /,
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["query"], /) -> str: ...
        @overload
        def get(self, key: Literal["query"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["results"], /) -> KnowledgeResults: ...
        @overload
        def get(self, key: Literal["results"], default: _T, /) -> Union[KnowledgeResults, _T]: ...
        @overload
        def get(self, key: Literal["counts"], /) -> KnowledgeCounts: ...
        @overload
        def get(self, key: Literal["counts"], default: _T, /) -> Union[KnowledgeCounts, _T]: ...
        @overload
        def get(self, key: Literal["metadata"], /) -> Optional[KnowledgeSearchMetadata]: ...
        @overload
        def get(self, key: Literal["metadata"], default: _T, /) -> Union[KnowledgeSearchMetadata, _T]: ...
        @overload
        def get(self, key: Literal["gapCaptured", "generatedAnswer", "knowledgeCreated"], /) -> Any: ...
        @overload
        def get(
            self, key: Literal["gapCaptured", "generatedAnswer", "knowledgeCreated"], default: _T, /
        ) -> Union[Any, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
