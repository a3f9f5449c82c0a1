# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChunkEventData, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChunkEventData(Model):
    """A piece of the answer."""

    text: str
    """The next piece of the text; may be empty."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"text": "text"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ChunkEventData":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.text = value if (value := get("text")).__class__ is str else reading.read_text(data, "text")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["text"]]: ...
        def __iter__(self) -> Iterator[Literal["text"]]: ...
        def __getitem__(self, key: Literal["text"], /) -> str: ...
        @overload
        def get(self, key: Literal["text"], /) -> str: ...
        @overload
        def get(self, key: Literal["text"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
