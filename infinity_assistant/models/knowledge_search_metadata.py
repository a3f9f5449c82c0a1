# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeSearchMetadata, a JSON object of the API."""

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

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeSearchMetadata(Model):
    """How a search went."""

    search_time_ms: Optional[float] = None
    """Milliseconds that the search took."""
    sources: Optional[List[str]] = None
    """Where was searched, such as knowledge-base."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"searchTimeMs": "search_time_ms", "sources": "sources"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeSearchMetadata":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.search_time_ms = get("searchTimeMs")
        model.sources = get("sources")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["searchTimeMs", "sources"]]: ...
        def __iter__(self) -> Iterator[Literal["searchTimeMs", "sources"]]: ...
        @overload
        def __getitem__(self, key: Literal["searchTimeMs"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["sources"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(self, key: Literal["searchTimeMs", "sources"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["searchTimeMs"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["searchTimeMs"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: Literal["sources"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["sources"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
