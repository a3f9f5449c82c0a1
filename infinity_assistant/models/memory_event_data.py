# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""MemoryEventData, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MemoryEventData(Model):
    """Something in the message was stored in the memory."""

    stored: Optional[bool] = None
    """Always true."""
    content: Optional[str] = None
    """What was stored."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"stored": "stored", "content": "content"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "MemoryEventData":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.stored = get("stored")
        model.content = get("content")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["stored", "content"]]: ...
        def __iter__(self) -> Iterator[Literal["stored", "content"]]: ...
        @overload
        def __getitem__(self, key: Literal["stored"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(self, key: Literal["content"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["stored", "content"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["stored"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["stored"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["content"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["content"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
