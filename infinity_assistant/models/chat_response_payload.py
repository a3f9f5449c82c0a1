# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChatResponsePayload, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatResponsePayload(Model):
    """What a delivery of chat.response tells."""

    conversation_id: Optional[str] = None
    """The conversation."""
    response: Optional[str] = None
    """What the assistant answered."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"conversationId": "conversation_id", "response": "response"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ChatResponsePayload":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.conversation_id = get("conversationId")
        model.response = get("response")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        @overload
        def __getitem__(self, key: Literal["conversationId", "response"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: str, /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["conversationId", "response"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["conversationId", "response"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
