# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""Gotcha, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Gotcha(Model):
    """A trap in the knowledge base."""

    id: Optional[str] = None
    """Its id, such as G.001."""
    title: Optional[str] = None
    """Its title."""
    content: Optional[str] = None
    """Its text."""
    score: Optional[float] = None
    """How well it fits the query; may exceed 1."""
    source: Optional[str] = None
    """Where it comes from."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"id": "id", "title": "title", "content": "content", "score": "score", "source": "source"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Gotcha":
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
        model.title = get("title")
        model.content = get("content")
        model.score = get("score")
        model.source = get("source")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "title", "content", "score", "source"]]: ...
        def __iter__(self) -> Iterator[Literal["id", "title", "content", "score", "source"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "title", "content", "source"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["score"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["id", "title", "content", "score", "source"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "title", "content", "source"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["id", "title", "content", "source"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["score"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["score"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
