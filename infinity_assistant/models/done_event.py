# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""DoneEvent, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.stream_metadata import StreamMetadata

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DoneEvent(Model):
    """The answer is complete."""

    type: Literal["done"]
    """Always "done"."""
    conversation_id: Optional[str] = None
    """The conversation, as in the start of the stream."""
    metadata: Optional[StreamMetadata] = None
    """How the answer came about."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"type": "type", "conversationId": "conversation_id", "metadata": "metadata"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "DoneEvent":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.read_text(data, "type")
        model.conversation_id = get("conversationId")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.read_optional(value, "metadata", StreamMetadata.from_dict)
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        @overload
        def __getitem__(self, key: Literal["type"], /) -> Literal["done"]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> Optional[StreamMetadata]: ...
        @overload
        def __getitem__(self, key: str, /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["type"], /) -> Literal["done"]: ...
        @overload
        def get(self, key: Literal["type"], default: _T, /) -> Union[Literal["done"], _T]: ...
        @overload
        def get(self, key: Literal["conversationId"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["conversationId"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["metadata"], /) -> Optional[StreamMetadata]: ...
        @overload
        def get(self, key: Literal["metadata"], default: _T, /) -> Union[StreamMetadata, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
