# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeGapRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.knowledge_gap_source import KnowledgeGapSource

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeGapRequest(Model):
    """A question that the knowledge base cannot answer."""

    query: str
    """The question. Not blank."""
    user_id: Optional[str] = None
    """Who asked."""
    source: Optional[KnowledgeGapSource] = None
    """What the user was doing."""
    context: Optional[str] = None
    """What surrounds the question."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"query": "query", "userId": "user_id", "source": "source", "context": "context"}
    _shown = ("source",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeGapRequest":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.query = value if (value := get("query")).__class__ is str else reading.read_text(data, "query")
        model.user_id = get("userId")
        model.source = get("source")
        model.context = get("context")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["query", "userId", "source", "context"]]: ...
        def __iter__(self) -> Iterator[Literal["query", "userId", "source", "context"]]: ...
        @overload
        def __getitem__(self, key: Literal["query"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["userId", "context"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["source"], /) -> Optional[KnowledgeGapSource]: ...
        @overload
        def __getitem__(self, key: Literal["query", "userId", "source", "context"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["query"], /) -> str: ...
        @overload
        def get(self, key: Literal["query"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["userId", "context"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["userId", "context"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["source"], /) -> Optional[KnowledgeGapSource]: ...
        @overload
        def get(self, key: Literal["source"], default: _T, /) -> Union[KnowledgeGapSource, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
