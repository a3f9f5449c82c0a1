# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchNeedRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchNeedRequest(Model):
    """A topic whose need of research is to be assessed."""

    topic: str
    """What to assess. Not blank."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"topic": "topic"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchNeedRequest":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.topic = value if (value := get("topic")).__class__ is str else reading.read_text(data, "topic")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["topic"]]: ...
        def __iter__(self) -> Iterator[Literal["topic"]]: ...
        def __getitem__(self, key: Literal["topic"], /) -> str: ...
        @overload
        def get(self, key: Literal["topic"], /) -> str: ...
        @overload
        def get(self, key: Literal["topic"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
