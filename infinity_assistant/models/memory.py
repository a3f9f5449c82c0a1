# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""Memory, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, List, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.compressed_segment import CompressedSegment
from infinity_assistant.models.critical_fact import CriticalFact
from infinity_assistant.models.recent_message import RecentMessage

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Memory(Model):
    """What the assistant keeps of a conversation."""

    recent_messages: List[RecentMessage]
    """The latest messages, oldest first."""
    compressed_history: List[CompressedSegment]
    """Summaries of older messages, oldest first."""
    critical_facts: List[CriticalFact]
    """What must not be forgotten."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "recentMessages": "recent_messages",
        "compressedHistory": "compressed_history",
        "criticalFacts": "critical_facts",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Memory":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.recent_messages = reading.read_member(data, "recentMessages", reading.Items(RecentMessage.from_dict))
        model.compressed_history = reading.read_member(
            data, "compressedHistory", reading.Items(CompressedSegment.from_dict)
        )
        model.critical_facts = reading.read_member(data, "criticalFacts", reading.Items(CriticalFact.from_dict))
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["recentMessages", "compressedHistory", "criticalFacts"]]: ...
        def __iter__(self) -> Iterator[Literal["recentMessages", "compressedHistory", "criticalFacts"]]: ...
        @overload
        def __getitem__(self, key: Literal["recentMessages"], /) -> List[RecentMessage]: ...
        @overload
        def __getitem__(self, key: Literal["compressedHistory"], /) -> List[CompressedSegment]: ...
        @overload
        def __getitem__(self, key: Literal["criticalFacts"], /) -> List[CriticalFact]: ...
        @overload
        def __getitem__(self, key: Literal["recentMessages", "compressedHistory", "criticalFacts"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["recentMessages"], /) -> List[RecentMessage]: ...
        @overload
        def get(self, key: Literal["recentMessages"], default: _T, /) -> Union[List[RecentMessage], _T]: ...
        @overload
        def get(self, key: Literal["compressedHistory"], /) -> List[CompressedSegment]: ...
        @overload
        def get(self, key: Literal["compressedHistory"], default: _T, /) -> Union[List[CompressedSegment], _T]: ...
        @overload
        def get(self, key: Literal["criticalFacts"], /) -> List[CriticalFact]: ...
        @overload
        def get(self, key: Literal["criticalFacts"], default: _T, /) -> Union[List[CriticalFact], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
