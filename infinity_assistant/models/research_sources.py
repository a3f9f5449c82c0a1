# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchSources, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchSources(Model):
    """The number of sources used."""

    internal: int
    """In the knowledge base."""
    external: int
    """Beyond it."""
    total: int
    """Both together."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"internal": "internal", "external": "external", "total": "total"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchSources":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.internal = (
            value if (value := get("internal")).__class__ is int else reading.read_integer(data, "internal")
        )
        model.external = (
            value if (value := get("external")).__class__ is int else reading.read_integer(data, "external")
        )
        model.total = value if (value := get("total")).__class__ is int else reading.read_integer(data, "total")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["internal", "external", "total"]]: ...
        def __iter__(self) -> Iterator[Literal["internal", "external", "total"]]: ...
        def __getitem__(self, key: Literal["internal", "external", "total"], /) -> int: ...
        @overload
        def get(self, key: Literal["internal", "external", "total"], /) -> int: ...
        @overload
        def get(self, key: Literal["internal", "external", "total"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
