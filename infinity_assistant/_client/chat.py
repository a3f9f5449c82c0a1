# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_chat.py: edit that file, then run `make generate`.
"""Conversations: chat, streamed chat, and what is remembered of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._client.base import Base
from infinity_assistant._core.privacy import private_tracebacks
from infinity_assistant._lazy_modules import LazyModule

if TYPE_CHECKING:
    from infinity_assistant._client import annotation_names as t
else:
    t = LazyModule("infinity_assistant._client.annotation_names")


@private_tracebacks
class Chat(Base):
    """The methods of a client that talk, and remember."""

    def chat(
        self,
        message: str,
        *,
        conversation_id: Optional[str] = None,
        mode: Optional[m.ChatMode] = None,
        preferences: Optional[m.ChatPreferencesParam] = None,
        essence: Optional[m.EssenceParam] = None,
        user_context: Optional[str] = None,
        session_id: Optional[str] = None,
        driving_mode: Optional[m.DrivingModeParam] = None,
        user_id: Optional[str] = None,
        user_tier: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.ChatResponse:
        """Send a message and wait for the whole answer (POST /chat).

        `message` has 1 to 5000 UTF-16 code units. Pass the `conversation_id` of an earlier answer to continue that
        conversation. The call is repeated only if it certainly did not reach the service.

        Raises `InfinityAssistantRateLimitError`, with `reset_at`, when the daily quota is used up.
        """
        return self._send(
            api.chat,
            options,
            message=message,
            conversation_id=conversation_id,
            mode=mode,
            preferences=preferences,
            essence=essence,
            user_context=user_context,
            session_id=session_id,
            driving_mode=driving_mode,
            user_id=user_id,
            user_tier=user_tier,
        )

    def chat_stream(
        self,
        message: str,
        *,
        conversation_id: Optional[str] = None,
        mode: Optional[m.ChatMode] = None,
        preferences: Optional[m.ChatPreferencesParam] = None,
        essence: Optional[m.EssenceParam] = None,
        user_context: Optional[str] = None,
        session_id: Optional[str] = None,
        driving_mode: Optional[m.DrivingModeParam] = None,
        user_id: Optional[str] = None,
        user_tier: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> t.Stream:
        """Send a message and receive the answer while it is written (POST /chat/stream).

        Takes what `chat` takes. Nothing is sent before the first event is asked for. `timeout` bounds the time to
        the first event and the silence between two events, not the length of the answer.
        """
        return self._stream(
            api.chat_stream,
            options,
            message=message,
            conversation_id=conversation_id,
            mode=mode,
            preferences=preferences,
            essence=essence,
            user_context=user_context,
            session_id=session_id,
            driving_mode=driving_mode,
            user_id=user_id,
            user_tier=user_tier,
        )

    def get_conversation(
        self, conversation_id: str, *, user_id: Optional[str] = None, **options: t.Unpack[t.CallOptions]
    ) -> m.ConversationResponse:
        """Fetch what is stored of a conversation (GET /chat): at most one row, as the service keeps it."""
        return self._send(api.get_conversation, options, conversation_id=conversation_id, user_id=user_id)

    def store_memory(
        self,
        conversation_id: str,
        content: str,
        *,
        type: Optional[m.MemoryType] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.StoreMemoryResponse:
        """Have `content` remembered in a conversation (POST /memory), as a fact unless `type` says otherwise."""
        return self._send(api.store_memory, options, conversation_id=conversation_id, content=content, type=type)

    def retrieve_memory(self, conversation_id: str, **options: t.Unpack[t.CallOptions]) -> m.MemoryResponse:
        """Recall what is remembered of a conversation (GET /memory); of an unknown one, nothing."""
        return self._send(api.retrieve_memory, options, conversation_id=conversation_id)

    def delete_memory(
        self,
        conversation_id: str,
        *,
        type: m.MemoryDeleteType,
        entry_id: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.Confirmation:
        """Forget one entry, or with `type="all"` everything, of a conversation (DELETE /memory)."""
        return self._send(
            api.delete_memory, options, conversation_id=conversation_id, type=type, entry_id=entry_id
        )
