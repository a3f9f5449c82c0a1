# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChatRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.chat_mode import ChatMode
from infinity_assistant.models.chat_preferences import ChatPreferences
from infinity_assistant.models.driving_mode import DrivingMode
from infinity_assistant.models.essence import Essence

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatRequest(Model):
    """A message to the assistant and what it should know about the sender."""

    message: str
    """What to say. At most 5000 UTF-16 code units (an emoji is two), not blank."""
    conversation_id: Optional[str] = None
    """The conversation to go on with; a new one begins without it. Any text of your own will do."""
    user_id: Optional[str] = None
    """Who is speaking. Anonymous callers are told apart by a cookie."""
    user_tier: Optional[str] = None
    """The tier of the user, such as free or pro. It decides on the daily quota."""
    mode: Optional[ChatMode] = None
    """How the assistant works on the message."""
    user_context: Optional[str] = None
    """Background that the assistant should take into account."""
    session_id: Optional[str] = None
    """A session of your own that this message belongs to."""
    preferences: Optional[ChatPreferences] = None
    """Who the user is and how they like to be answered."""
    essence: Optional[Essence] = None
    """The character that the assistant takes on."""
    driving_mode: Optional[DrivingMode] = None
    """The state of the vehicle, when the user is driving. An object; a bare boolean is ignored by the service."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "message": "message",
        "conversationId": "conversation_id",
        "userId": "user_id",
        "userTier": "user_tier",
        "mode": "mode",
        "userContext": "user_context",
        "sessionId": "session_id",
        "preferences": "preferences",
        "essence": "essence",
        "drivingMode": "driving_mode",
    }
    _shown = ("mode",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ChatRequest":
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
        model.conversation_id = get("conversationId")
        model.user_id = get("userId")
        model.user_tier = get("userTier")
        model.mode = get("mode")
        model.user_context = get("userContext")
        model.session_id = get("sessionId")
        model.preferences = (
            None
            if (value := get("preferences")) is None
            else reading.read_optional(value, "preferences", ChatPreferences.from_dict)
        )
        model.essence = (
            None if (value := get("essence")) is None else reading.read_optional(value, "essence", Essence.from_dict)
        )
        model.driving_mode = (
            None
            if (value := get("drivingMode")) is None
            else reading.read_optional(value, "drivingMode", DrivingMode.from_dict)
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[
            Literal[
                "message",
                "conversationId",
                "userId",
                "userTier",
                "mode",
                "userContext",
                "sessionId",
                "preferences",
                "essence",
                "drivingMode",
            ]
        ]: ...
        def __iter__(
            self,
        ) -> Iterator[
            Literal[
                "message",
                "conversationId",
                "userId",
                "userTier",
                "mode",
                "userContext",
                "sessionId",
                "preferences",
                "essence",
                "drivingMode",
            ]
        ]: ...
        @overload
        def __getitem__(self, key: Literal["message"], /) -> str: ...
        @overload
        def __getitem__(
            self, key: Literal["conversationId", "userId", "userTier", "userContext", "sessionId"], /
        ) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["mode"], /) -> Optional[ChatMode]: ...
        @overload
        def __getitem__(self, key: Literal["preferences"], /) -> Optional[ChatPreferences]: ...
        @overload
        def __getitem__(self, key: Literal["essence"], /) -> Optional[Essence]: ...
        @overload
        def __getitem__(self, key: Literal["drivingMode"], /) -> Optional[DrivingMode]: ...
        @overload
        def __getitem__(
            self,
            key: Literal[
                "message",
                "conversationId",
                "userId",
                "userTier",
                "mode",
                "userContext",
                "sessionId",
                "preferences",
                "essence",
                "drivingMode",
            ],
            /,
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["message"], /) -> str: ...
        @overload
        def get(self, key: Literal["message"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(
            self, key: Literal["conversationId", "userId", "userTier", "userContext", "sessionId"], /
        ) -> Optional[str]: ...
        @overload
        def get(
            self, key: Literal["conversationId", "userId", "userTier", "userContext", "sessionId"], default: _T, /
        ) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["mode"], /) -> Optional[ChatMode]: ...
        @overload
        def get(self, key: Literal["mode"], default: _T, /) -> Union[ChatMode, _T]: ...
        @overload
        def get(self, key: Literal["preferences"], /) -> Optional[ChatPreferences]: ...
        @overload
        def get(self, key: Literal["preferences"], default: _T, /) -> Union[ChatPreferences, _T]: ...
        @overload
        def get(self, key: Literal["essence"], /) -> Optional[Essence]: ...
        @overload
        def get(self, key: Literal["essence"], default: _T, /) -> Union[Essence, _T]: ...
        @overload
        def get(self, key: Literal["drivingMode"], /) -> Optional[DrivingMode]: ...
        @overload
        def get(self, key: Literal["drivingMode"], default: _T, /) -> Union[DrivingMode, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
