# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""Pattern, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Pattern(Model):
    """A solution that recurs, in the knowledge base."""

    id: Optional[str] = None
    """Its id, such as P.001."""
    name: Optional[str] = None
    """Its name."""
    description: Optional[str] = None
    """What it does."""
    score: Optional[float] = None
    """How well it fits the query; may exceed 1."""
    domain: Optional[str] = None
    """The domain it belongs to, such as api."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"id": "id", "name": "name", "description": "description", "score": "score", "domain": "domain"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Pattern":
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
        model.name = get("name")
        model.description = get("description")
        model.score = get("score")
        model.domain = get("domain")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "name", "description", "score", "domain"]]: ...
        def __iter__(self) -> Iterator[Literal["id", "name", "description", "score", "domain"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "name", "description", "domain"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["score"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["id", "name", "description", "score", "domain"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "name", "description", "domain"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["id", "name", "description", "domain"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["score"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["score"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
