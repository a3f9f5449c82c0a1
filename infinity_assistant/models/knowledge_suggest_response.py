# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeSuggestResponse, a JSON object of the API."""

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
from infinity_assistant.models.suggestion import Suggestion

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeSuggestResponse(Model):
    """Suggestions for the beginning of a query."""

    success: bool
    """Always true."""
    suggestions: List[Suggestion]
    """The suggestions, best first."""
    query: Optional[str] = None
    """The beginning of the query; absent when it was blank."""
    count: Optional[int] = None
    """The number of suggestions; absent when the query was blank."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"success": "success", "suggestions": "suggestions", "query": "query", "count": "count"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeSuggestResponse":
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
        model.suggestions = reading.read_member(data, "suggestions", reading.Items(Suggestion.from_dict))
        model.query = get("query")
        model.count = get("count")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["success", "suggestions", "query", "count"]]: ...
        def __iter__(self) -> Iterator[Literal["success", "suggestions", "query", "count"]]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["suggestions"], /) -> List[Suggestion]: ...
        @overload
        def __getitem__(self, key: Literal["query"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["count"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["success", "suggestions", "query", "count"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["suggestions"], /) -> List[Suggestion]: ...
        @overload
        def get(self, key: Literal["suggestions"], default: _T, /) -> Union[List[Suggestion], _T]: ...
        @overload
        def get(self, key: Literal["query"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["query"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["count"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["count"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
