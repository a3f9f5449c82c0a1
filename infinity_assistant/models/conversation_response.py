# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ConversationResponse, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, List, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.conversation_row import ConversationRow

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ConversationResponse(Model):
    """What is stored of a conversation."""

    conversation_id: str
    """The conversation asked for."""
    messages: List[ConversationRow]
    """One row, or none."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"conversationId": "conversation_id", "messages": "messages"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ConversationResponse":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.conversation_id = (
            value if (value := get("conversationId")).__class__ is str else reading.read_text(data, "conversationId")
        )
        model.messages = reading.read_member(data, "messages", reading.Items(ConversationRow.from_dict))
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["conversationId", "messages"]]: ...
        def __iter__(self) -> Iterator[Literal["conversationId", "messages"]]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["messages"], /) -> List[ConversationRow]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId", "messages"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["conversationId"], /) -> str: ...
        @overload
        def get(self, key: Literal["conversationId"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["messages"], /) -> List[ConversationRow]: ...
        @overload
        def get(self, key: Literal["messages"], default: _T, /) -> Union[List[ConversationRow], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
