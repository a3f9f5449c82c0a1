# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeAnalytics, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, ItemsView, Iterator, KeysView, Mapping, TypeVar, Union, ValuesView

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeAnalytics(Model):
    """The figures, by mode; their keys vary with what is asked for."""

    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeAnalytics":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        def values(self) -> ValuesView[Any]: ...
        def items(self) -> ItemsView[str, Any]: ...
        def __getitem__(self, key: str, /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Union[Any, Any]: ...
