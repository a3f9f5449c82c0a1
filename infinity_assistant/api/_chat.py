# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag chat. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional

from infinity_assistant import models as m
from infinity_assistant._lazy_modules import LazyModule
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation, StreamEvent

if TYPE_CHECKING:
    from infinity_assistant import events as ev
else:
    ev = LazyModule("infinity_assistant.events")

GET_CONVERSATION = Operation(
    id="get_conversation",
    method="GET",
    path="/chat",
    read=reading.ModelReader(m, "ConversationResponse"),
    idempotent=True,
    arguments={"conversationId": "conversation_id", "userId": "user_id"},
)

CHAT = Operation(
    id="chat",
    method="POST",
    path="/chat",
    read=reading.ModelReader(m, "ChatResponse"),
    idempotent=False,
    arguments={
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
    },
)

CHAT_STREAM = Operation(
    id="chat_stream",
    method="POST",
    path="/chat/stream",
    idempotent=False,
    events={
        "phase": StreamEvent("phase", "phase", reading.ModelReader(m, "PhaseEvent")),
        "memory": StreamEvent("memory", "memory", reading.ModelReader(m, "MemoryEvent")),
        "language": StreamEvent("language", "language", reading.ModelReader(m, "LanguageEvent")),
        "speaker": StreamEvent("speaker", "speaker", reading.ModelReader(m, "SpeakerEvent")),
        "essence": StreamEvent("essence", "essence", reading.ModelReader(m, "EssenceEvent")),
        "driving": StreamEvent("driving", "driving", reading.ModelReader(m, "DrivingEvent")),
        "start": StreamEvent("start", "start", reading.ModelReader(m, "StartEvent")),
        "chunk": StreamEvent("chunk", "text", reading.ModelReader(m, "TextEvent")),
        "done": StreamEvent("done", "done", reading.ModelReader(m, "DoneEvent"), ends="success"),
        "error": StreamEvent("error", "error", reading.ModelReader(m, "ErrorEvent"), ends="failure"),
    },
    arguments={
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
    },
)


def get_conversation(
    *,
    conversation_id: str,
    user_id: Optional[str] = None,
) -> Call[m.ConversationResponse]:
    """Get what is stored of a conversation.

    `messages` holds no row or one: the memory of the conversation as the database keeps it, with snake_case
    names. A conversation of another user looks empty.

    - `conversation_id`: The id of the conversation.
    - `user_id`: The user whose conversation it is; the caller itself when absent.
    """
    _query: Dict[str, Any] = {
        "conversationId": check.check_text("conversation_id", conversation_id, min_length=1, blank=False)
    }
    if user_id is not None:
        _query["userId"] = check.check_text("user_id", user_id, min_length=1, blank=False)
    return Call(GET_CONVERSATION, query=_query)


def chat(
    *,
    message: str,
    conversation_id: Optional[str] = None,
    user_id: Optional[str] = None,
    user_tier: Optional[str] = None,
    mode: Optional[m.ChatMode] = None,
    user_context: Optional[str] = None,
    session_id: Optional[str] = None,
    preferences: Optional[m.ChatPreferencesParam] = None,
    essence: Optional[m.EssenceParam] = None,
    driving_mode: Optional[m.DrivingModeParam] = None,
) -> Call[m.ChatResponse]:
    """Send a message and wait for the whole answer.

    Pass the `conversationId` of an earlier response to go on with that conversation; without one, a new
    conversation begins. When the model behind the service fails, the service still responds with status 200: an
    apology as `response`, and `tokensUsed` 0.

    - `message`: What to say. At most 5000 UTF-16 code units (an emoji is two), not blank.
    - `conversation_id`: The conversation to go on with; a new one begins without it. Any text of your own will do.
    - `user_id`: Who is speaking. Anonymous callers are told apart by a cookie.
    - `user_tier`: The tier of the user, such as free or pro. It decides on the daily quota.
    - `mode`: How the assistant works on the message. One of `search`, `assist`, `build`.
    - `user_context`: Background that the assistant should take into account.
    - `session_id`: A session of your own that this message belongs to.
    - `preferences`: Who the user is and how they like to be answered.
    - `essence`: The character that the assistant takes on.
    - `driving_mode`: The state of the vehicle, when the user is driving. An object; a bare boolean is ignored by the service.
    """
    _body: Dict[str, Any] = {
        "message": check.check_text("message", message, min_length=1, max_length=5000, blank=False, unit=check.UTF16)
    }
    if conversation_id is not None:
        _body["conversationId"] = check.check_text("conversation_id", conversation_id, min_length=1, blank=False)
    if user_id is not None:
        _body["userId"] = check.check_text("user_id", user_id, min_length=1, blank=False)
    if user_tier is not None:
        _body["userTier"] = check.check_text("user_tier", user_tier)
    if mode is not None:
        _body["mode"] = check.check_text("mode", mode)
    if user_context is not None:
        _body["userContext"] = check.check_text("user_context", user_context)
    if session_id is not None:
        _body["sessionId"] = check.check_text("session_id", session_id, min_length=1, blank=False)
    if preferences is not None:
        _body["preferences"] = check.check_object("preferences", preferences, m.ChatPreferences)
    if essence is not None:
        _body["essence"] = check.check_object("essence", essence, m.Essence)
    if driving_mode is not None:
        _body["drivingMode"] = check.check_object("driving_mode", driving_mode, m.DrivingMode)
    return Call(CHAT, body=_body)


def chat_stream(
    *,
    message: str,
    conversation_id: Optional[str] = None,
    user_id: Optional[str] = None,
    user_tier: Optional[str] = None,
    mode: Optional[m.ChatMode] = None,
    user_context: Optional[str] = None,
    session_id: Optional[str] = None,
    preferences: Optional[m.ChatPreferencesParam] = None,
    essence: Optional[m.EssenceParam] = None,
    driving_mode: Optional[m.DrivingModeParam] = None,
) -> Call[ev.ChatStreamEvent]:
    """Send a message and read the answer as it is written.

    The answer is a `text/event-stream`. The name of an event stands in its `event:` line only; its data is one
    line of JSON. First come those of phase, memory, language, speaker, essence and driving that apply, then
    start, any number of chunks, and done. An error event ends a stream without done, and may come without
    start. A minute can pass between start and the first chunk. The texts of all chunks together are the exact
    answer.

    Older deployments speak two other dialects, without `event:` lines: `{"type":"chunk","content":...}` up to
    `{"type":"complete","message_id":...}`; and `{"content":...}`, `{"metadata":{...}}`, `[DONE]`; both with
    `{"type":"error","error":...}`.

    - `message`: What to say. At most 5000 UTF-16 code units (an emoji is two), not blank.
    - `conversation_id`: The conversation to go on with; a new one begins without it. Any text of your own will do.
    - `user_id`: Who is speaking. Anonymous callers are told apart by a cookie.
    - `user_tier`: The tier of the user, such as free or pro. It decides on the daily quota.
    - `mode`: How the assistant works on the message. One of `search`, `assist`, `build`.
    - `user_context`: Background that the assistant should take into account.
    - `session_id`: A session of your own that this message belongs to.
    - `preferences`: Who the user is and how they like to be answered.
    - `essence`: The character that the assistant takes on.
    - `driving_mode`: The state of the vehicle, when the user is driving. An object; a bare boolean is ignored by the service.
    """
    _body: Dict[str, Any] = {
        "message": check.check_text("message", message, min_length=1, max_length=5000, blank=False, unit=check.UTF16)
    }
    if conversation_id is not None:
        _body["conversationId"] = check.check_text("conversation_id", conversation_id, min_length=1, blank=False)
    if user_id is not None:
        _body["userId"] = check.check_text("user_id", user_id, min_length=1, blank=False)
    if user_tier is not None:
        _body["userTier"] = check.check_text("user_tier", user_tier)
    if mode is not None:
        _body["mode"] = check.check_text("mode", mode)
    if user_context is not None:
        _body["userContext"] = check.check_text("user_context", user_context)
    if session_id is not None:
        _body["sessionId"] = check.check_text("session_id", session_id, min_length=1, blank=False)
    if preferences is not None:
        _body["preferences"] = check.check_object("preferences", preferences, m.ChatPreferences)
    if essence is not None:
        _body["essence"] = check.check_object("essence", essence, m.Essence)
    if driving_mode is not None:
        _body["drivingMode"] = check.check_object("driving_mode", driving_mode, m.DrivingMode)
    return Call(CHAT_STREAM, body=_body)
