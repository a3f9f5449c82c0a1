# SPDX-License-Identifier: MIT
"""The events of a stream, typed by `type`.

    for event in client.chat_stream("Tell me a story"):
        if event.type == "text":
            print(event.content, end="")

Most classes come from the API description. `metadata` and `unknown` are of this package: the service sends the first
as a part of `done`, and the second is whatever this version does not know.
"""

import warnings
from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, NamedTuple, Optional, Union, overload

from attrs import define, field

from infinity_assistant._models.model import Model
from infinity_assistant.models import (
    DoneEvent,
    DrivingEvent,
    ErrorEvent,
    EssenceEvent,
    LanguageEvent,
    MemoryEvent,
    PhaseEvent,
    SpeakerEvent,
    StartEvent,
    StreamMetadata,
    TextEvent,
)

__all__ = [
    "ChatStreamEvent",
    "CollectedResponse",
    "DoneEvent",
    "DrivingEvent",
    "ErrorEvent",
    "EssenceEvent",
    "LanguageEvent",
    "MemoryEvent",
    "MetadataEvent",
    "PhaseEvent",
    "SpeakerEvent",
    "StartEvent",
    "StreamMetadata",
    "TextEvent",
    "UnknownEvent",
]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MetadataEvent(Model):
    """How the response came about. It comes just before `done`."""

    metadata: StreamMetadata
    type: Literal["metadata"] = "metadata"
    additional_properties: Dict[str, Any] = field(factory=dict)

    _keys = {"type": "type", "metadata": "metadata"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "MetadataEvent":
        """Read what `to_dict` wrote."""
        return cls(metadata=StreamMetadata.from_dict(data["metadata"]))

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, key: Literal["type"], /) -> Literal["metadata"]: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> StreamMetadata: ...
        @overload
        def __getitem__(self, key: str, /) -> Any: ...
        def __getitem__(self, key: str, /) -> Any: ...
        def get(self, key: str, default: Any = None, /) -> Any: ...
        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UnknownEvent(Model):
    """An event that this version of the package does not know: its name, and its data as it came.

    `data` is the JSON value, or the text if it is not JSON.
    """

    name: str
    data: Any = None
    type: Literal["unknown"] = "unknown"
    additional_properties: Dict[str, Any] = field(factory=dict)

    _keys = {"type": "type", "name": "name", "data": "data"}
    _shown = ("name",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "UnknownEvent":
        """Read what `to_dict` wrote."""
        return cls(name=data["name"], data=data.get("data"))

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, key: Literal["type"], /) -> Literal["unknown"]: ...
        @overload
        def __getitem__(self, key: Literal["name"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["data"], /) -> Any: ...
        @overload
        def __getitem__(self, key: str, /) -> Any: ...
        def __getitem__(self, key: str, /) -> Any: ...
        def get(self, key: str, default: Any = None, /) -> Any: ...
        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...


ChatStreamEvent = Union[
    TextEvent,
    MetadataEvent,
    DoneEvent,
    ErrorEvent,
    StartEvent,
    PhaseEvent,
    MemoryEvent,
    LanguageEvent,
    SpeakerEvent,
    EssenceEvent,
    DrivingEvent,
    UnknownEvent,
]
"""An event of `chat_stream`. Comparing `event.type`, or `isinstance`, tells a type checker which one it is."""


class CollectedResponse(NamedTuple):
    """A streamed response, read to its end: the whole text, its conversation, and how it came about."""

    text: str
    conversation_id: Optional[str] = None
    metadata: Optional[StreamMetadata] = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<{len(self.text)} characters>, conversation_id={self.conversation_id!r})"


if TYPE_CHECKING:
    CollectedAnswer = CollectedResponse
else:

    def __getattr__(name: str) -> Any:
        if name != "CollectedAnswer":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        warnings.warn("CollectedAnswer is deprecated: use CollectedResponse", DeprecationWarning, stacklevel=2)
        return CollectedResponse
