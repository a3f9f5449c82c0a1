# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""FeedbackRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.feedback_metadata import FeedbackMetadata

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FeedbackRequest(Model):
    """Feedback to the people behind the service."""

    message: str
    """What to say. At most 5000 UTF-16 code units (an emoji is two), not blank."""
    type: Optional[str] = None
    """The kind of feedback, such as bug."""
    rating: Optional[float] = None
    """How content the user is."""
    conversation_id: Optional[str] = None
    """The conversation it is about."""
    metadata: Optional[FeedbackMetadata] = None
    """Anything that helps to understand it."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "message": "message",
        "type": "type",
        "rating": "rating",
        "conversationId": "conversation_id",
        "metadata": "metadata",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "FeedbackRequest":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.message = value if (value := get("message")).__class__ is str else reading.read_text(data, "message")
        model.type = get("type")
        model.rating = get("rating")
        model.conversation_id = get("conversationId")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.read_optional(value, "metadata", FeedbackMetadata.from_dict)
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["message", "type", "rating", "conversationId", "metadata"]]: ...
        def __iter__(self) -> Iterator[Literal["message", "type", "rating", "conversationId", "metadata"]]: ...
        @overload
        def __getitem__(self, key: Literal["message"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["type", "conversationId"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["rating"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> Optional[FeedbackMetadata]: ...
        @overload
        def __getitem__(self, key: Literal["message", "type", "rating", "conversationId", "metadata"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["message"], /) -> str: ...
        @overload
        def get(self, key: Literal["message"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["type", "conversationId"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["type", "conversationId"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["rating"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["rating"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: Literal["metadata"], /) -> Optional[FeedbackMetadata]: ...
        @overload
        def get(self, key: Literal["metadata"], default: _T, /) -> Union[FeedbackMetadata, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
