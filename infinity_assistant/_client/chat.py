# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_chat.py: edit that file, then run `make generate`.
"""Conversations: chat, streamed chat, and what is remembered of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

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

    def conversation(self, id: Optional[str] = None, **defaults: Any) -> t.Conversation:
        """Begin a conversation, or continue one: its id, and what its messages have in common, are said once.

            conversation = client.conversation(mode="assist", user_id="u1")
            response = conversation.ask("Hello!")

        Args:
            id: The conversation to continue, or a name of your own; a new one begins without.
            **defaults: What `chat` takes for each message (`mode`, `preferences`, `essence`, `user_id`, ...), and
                `timeout`, `max_retries`, `headers`, `retry_unsafe`, `max_response_bytes`, `on_attempt`, `on_call`.

        Raises:
            InfinityAssistantArgumentError: A default is not known.
        """
        from infinity_assistant._client.conversation import Conversation  # with the class of a turn

        return Conversation(self, id, defaults)

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
        """Send a message and wait for the whole response (POST /chat).

        Objects are models, or mappings whose keys have Python's spelling or that of the wire (`voice_tone`,
        `voiceTone`). The call is repeated only if it certainly did not reach the service. When the model behind the
        service fails, the service responds with an apology, and `metadata.tokens_used` is 0.

        Args:
            message: What to say, 1 to 5000 UTF-16 code units (an emoji is two), not blank.
            conversation_id: The conversation to continue, from an earlier response or a name of your own; a new one
                begins without.
            mode: How the assistant works on the message: "search", "assist" or "build".
            preferences: Who the user is and how they like to be answered. Keys: `name`, `role`, `experience_level`,
                `assistant_mode` ("companion", "professional"), `preferred_mode` (as `mode`), `workflow_phases`
                ("research", "plan", "deliver"), `primary_goals`, `interests`, `custom_interests`,
                `communication_style` ("concise", "detailed", "conversational"), `communication_adaptation`
                ("match", "balanced", "counterbalance"), `preferred_language` ("en", "es", "fr", "de", "it", "pt",
                "ja", "ko", "zh", "ar").
            essence: The character that the assistant takes on. Keys: `voice_tone` ("friendly", "professional",
                "playful", "supportive", "neutral"), `response_style` ("concise", "detailed", "balanced"),
                `personality_traits`, `custom_greeting`, `family_mode`, `family_members`, `child_safety_level`
                ("open", "family", "strict").
            user_context: Background that the assistant should take into account.
            session_id: A session of your own that the message belongs to.
            driving_mode: The state of the vehicle while the user drives: `enabled`, and `is_ev`, `vehicle_id`,
                `battery_percent` (0 to 100), `current_range`, `is_charging`, `charging_time_remaining`,
                `destination`, `estimated_arrival`, `distance_remaining`, `traffic_conditions` ("light", "moderate",
                "heavy"), `weather`, `current_music`, `music_mood` ("calm", "energetic", "focused", "relaxed").
            user_id: Who is speaking. Anonymous callers are told apart by a cookie.
            user_tier: The tier of the user, such as "free" or "pro", which decides on the daily quota.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantRateLimitError: The quota of the day is used up; `reset_at` tells until when.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
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
        """Send a message and receive the response while it is written (POST /chat/stream).

        Nothing is sent before the first event is asked for. `timeout` bounds the time to the first event and the
        silence between two events, not the length of the response.

        Args:
            message: What to say, 1 to 5000 UTF-16 code units (an emoji is two), not blank.
            conversation_id: The conversation to continue, from an earlier response or a name of your own; a new one
                begins without.
            mode: How the assistant works on the message: "search", "assist" or "build".
            preferences: Who the user is and how they like to be answered. Keys: `name`, `role`, `experience_level`,
                `assistant_mode` ("companion", "professional"), `preferred_mode` (as `mode`), `workflow_phases`
                ("research", "plan", "deliver"), `primary_goals`, `interests`, `custom_interests`,
                `communication_style` ("concise", "detailed", "conversational"), `communication_adaptation`
                ("match", "balanced", "counterbalance"), `preferred_language` ("en", "es", "fr", "de", "it", "pt",
                "ja", "ko", "zh", "ar").
            essence: The character that the assistant takes on. Keys: `voice_tone` ("friendly", "professional",
                "playful", "supportive", "neutral"), `response_style` ("concise", "detailed", "balanced"),
                `personality_traits`, `custom_greeting`, `family_mode`, `family_members`, `child_safety_level`
                ("open", "family", "strict").
            user_context: Background that the assistant should take into account.
            session_id: A session of your own that the message belongs to.
            driving_mode: The state of the vehicle while the user drives: `enabled`, and `is_ev`, `vehicle_id`,
                `battery_percent` (0 to 100), `current_range`, `is_charging`, `charging_time_remaining`,
                `destination`, `estimated_arrival`, `distance_remaining`, `traffic_conditions` ("light", "moderate",
                "heavy"), `weather`, `current_music`, `music_mood` ("calm", "energetic", "focused", "relaxed").
            user_id: Who is speaking. Anonymous callers are told apart by a cookie.
            user_tier: The tier of the user, such as "free" or "pro", which decides on the daily quota.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
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
        """Fetch what is stored of a conversation (GET /chat): at most one row, as the service keeps it.

        Args:
            conversation_id: The id of the conversation, as an earlier response has it.
            user_id: The user whose conversation it is; the caller unless given. That of another user looks empty.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.get_conversation, options, conversation_id=conversation_id, user_id=user_id)

    def store_memory(
        self,
        conversation_id: str,
        content: str,
        *,
        type: Optional[m.MemoryType] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.StoreMemoryResponse:
        """Have something remembered in a conversation (POST /memory).

        Args:
            conversation_id: The id of the conversation, as an earlier response has it.
            content: What to remember, not blank; there is no limit of length.
            type: What it is: "wisdom", "pattern", "gotcha" or "fact"; a fact unless given.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.store_memory, options, conversation_id=conversation_id, content=content, type=type)

    def retrieve_memory(self, conversation_id: str, **options: t.Unpack[t.CallOptions]) -> m.MemoryResponse:
        """Recall what is remembered of a conversation (GET /memory); of an unknown one, nothing.

        Args:
            conversation_id: The id of the conversation, as an earlier response has it.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.retrieve_memory, options, conversation_id=conversation_id)

    def delete_memory(
        self,
        conversation_id: str,
        *,
        type: m.MemoryDeleteType,
        entry_id: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.Confirmation:
        """Forget one entry, or everything, of a conversation (DELETE /memory).

        Args:
            conversation_id: The id of the conversation, as an earlier response has it.
            type: Which memory to delete from: "critical", "compressed" or "all".
            entry_id: The id of a critical fact, or the place of a compressed segment counted from "0".
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(
            api.delete_memory, options, conversation_id=conversation_id, type=type, entry_id=entry_id
        )
