# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeCounts, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeCounts(Model):
    """The number of results by group."""

    total: int
    """All groups together."""
    wisdom: int
    """Principles."""
    patterns: int
    """Solutions that recur."""
    gotchas: int
    """Traps."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"total": "total", "wisdom": "wisdom", "patterns": "patterns", "gotchas": "gotchas"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeCounts":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.total = value if (value := get("total")).__class__ is int else reading.read_integer(data, "total")
        model.wisdom = value if (value := get("wisdom")).__class__ is int else reading.read_integer(data, "wisdom")
        model.patterns = (
            value if (value := get("patterns")).__class__ is int else reading.read_integer(data, "patterns")
        )
        model.gotchas = value if (value := get("gotchas")).__class__ is int else reading.read_integer(data, "gotchas")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["total", "wisdom", "patterns", "gotchas"]]: ...
        def __iter__(self) -> Iterator[Literal["total", "wisdom", "patterns", "gotchas"]]: ...
        def __getitem__(self, key: Literal["total", "wisdom", "patterns", "gotchas"], /) -> int: ...
        @overload
        def get(self, key: Literal["total", "wisdom", "patterns", "gotchas"], /) -> int: ...
        @overload
        def get(self, key: Literal["total", "wisdom", "patterns", "gotchas"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
