# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChatResponse, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.chat_metadata import ChatMetadata
from infinity_assistant.models.rate_limit import RateLimit

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatResponse(Model):
    """The answer of the assistant."""

    response: str
    """The text of the answer, in Markdown."""
    conversation_id: str
    """Pass it with the next message to go on with this conversation."""
    rate_limit: Optional[RateLimit] = None
    """What is left of the quota of the day."""
    metadata: Optional[ChatMetadata] = None
    """How the answer came about."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "response": "response",
        "conversationId": "conversation_id",
        "rateLimit": "rate_limit",
        "metadata": "metadata",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ChatResponse":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.response = value if (value := get("response")).__class__ is str else reading.read_text(data, "response")
        model.conversation_id = reading.read_required(data, "conversationId")
        model.rate_limit = reading.read_expected(reading.read_member, data, "rateLimit", RateLimit.from_dict)
        model.metadata = reading.read_expected(reading.read_member, data, "metadata", ChatMetadata.from_dict)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["response", "conversationId", "rateLimit", "metadata"]]: ...
        def __iter__(self) -> Iterator[Literal["response", "conversationId", "rateLimit", "metadata"]]: ...
        @overload
        def __getitem__(self, key: Literal["response", "conversationId"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["rateLimit"], /) -> Optional[RateLimit]: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> Optional[ChatMetadata]: ...
        @overload
        def __getitem__(self, key: Literal["response", "conversationId", "rateLimit", "metadata"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["response", "conversationId"], /) -> str: ...
        @overload
        def get(self, key: Literal["response", "conversationId"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["rateLimit"], /) -> Optional[RateLimit]: ...
        @overload
        def get(self, key: Literal["rateLimit"], default: _T, /) -> Union[RateLimit, _T]: ...
        @overload
        def get(self, key: Literal["metadata"], /) -> Optional[ChatMetadata]: ...
        @overload
        def get(self, key: Literal["metadata"], default: _T, /) -> Union[ChatMetadata, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
