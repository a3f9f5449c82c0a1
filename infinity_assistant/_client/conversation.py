# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_conversation.py: edit that file, then run `make generate`.
"""A conversation: what its messages have in common is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Tuple

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._client.turn import Turn, TurnGuard
from infinity_assistant._core.call_options import PER_CALL, SINGLE, check_names, split_options
from infinity_assistant._core.privacy import private_tracebacks
from infinity_assistant._lazy_modules import LazyModule
from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant.errors import InfinityAssistantArgumentError

if TYPE_CHECKING:
    from infinity_assistant._client import annotation_names as t
    from infinity_assistant._streaming.event_source import EventSource
else:
    t = LazyModule("infinity_assistant._client.annotation_names")

_RESERVED = ("message", "conversation_id", "return", *SINGLE)


@private_tracebacks
class Conversation(InstanceHooks):
    """Messages that belong together; `client.conversation()` makes one.

        conversation = client.conversation(mode="assist")
        conversation.ask("My cat is called Momo.")
        (conversation.ask("What is my cat called?")).response

    One message is under way at a time: a second one, from whatever task or thread, is an
    `InfinityAssistantConcurrentReadError`, and nothing is sent. A stream is under way until it is read to its end,
    closed, or dropped. Its conversation may be continued elsewhere: `id` is all that the service needs.
    """

    def __init__(self, client: t.Chat, id: Optional[str], defaults: Mapping[str, Any]) -> None:
        check_names("conversation()", defaults, [name for name in _list_names() if name not in _RESERVED])
        self._client = client
        self._id = id
        self._defaults: Dict[str, Any] = dict(defaults)
        self._options = split_options(defaults)[0]
        self._history: List[Turn] = []
        self._last: Dict[str, Any] = {}
        self._guard = TurnGuard()

    @property
    def id(self) -> Optional[str]:
        """The id of the conversation; `None` until the service has named it in its first response."""
        return self._id

    @property
    def history(self) -> Tuple[Turn, ...]:
        """The messages sent by this object and their responses, oldest first. The service is not asked."""
        return tuple(self._history)

    def ask(self, message: str, **options: Any) -> m.ChatResponse:
        """Send a message and wait for the whole response.

        Args:
            message: What to say, as `client.chat` takes it.
            **options: What `client.chat` takes, for this message alone.

        Raises:
            InfinityAssistantConcurrentReadError: Another message is under way; nothing was sent.
            InfinityAssistantError: What `client.chat` raises; the message stands in `history` as incomplete.
        """
        self._guard.acquire()
        try:
            return self._ask(self._begin(message, options))
        finally:
            self._guard.release()

    def stream(self, message: str, **options: Any) -> t.Stream[Any]:
        """Send a message and receive the response while it is written.

        The turn stands in `history` when the stream is over, and is incomplete if it was cut or left.

        Args:
            message: What to say, as `client.chat_stream` takes it.
            **options: What `client.chat_stream` takes, for this message alone.

        Raises:
            InfinityAssistantConcurrentReadError: Another message is under way.
            InfinityAssistantArgumentError: An argument cannot be right.
        """
        self._guard.acquire()
        try:
            return self._open_stream(self._begin(message, options))
        except BaseException:
            self._guard.release()
            raise

    def retry_last(self, **options: Any) -> t.Stream[Any]:
        """Send the last message again, after its response was cut or failed, and receive it from its beginning.

        Nothing tells how far the service had come: it may have charged the first message and have kept it, so that
        the quota pays for two, and the conversation on the service may hold the message twice. In `history` the new
        turn replaces the incomplete one. After `ask`, too, the response comes as a stream: `collect()` waits for it.

        Args:
            **options: What `client.chat_stream` takes, in place of what the message was sent with.

        Raises:
            InfinityAssistantConcurrentReadError: Another message is under way.
            InfinityAssistantArgumentError: There is no message, or its response is complete.
        """
        self._guard.acquire()
        try:
            if not self._last or self._history[-1].is_complete:
                raise InfinityAssistantArgumentError(
                    "there is nothing to retry: no response of this conversation was cut, or failed, last"
                )
            turn = {**self._last, **options, "conversation_id": self._id}
            return self._open_stream(turn, replaces=len(self._history) - 1)
        except BaseException:
            self._guard.release()
            raise

    def remember(
        self, content: str, *, type: Optional[m.MemoryType] = None, **options: Any
    ) -> m.StoreMemoryResponse:
        """Have something remembered in this conversation.

        Args:
            content: What to remember, not blank.
            type: What it is: "wisdom", "pattern", "gotcha" or "fact"; a fact unless given.
            **options: What `client.store_memory` takes, for this call alone.

        Raises:
            InfinityAssistantArgumentError: The conversation has no id yet, or an argument cannot be right.
            InfinityAssistantError: What `client.store_memory` raises.
        """
        merged = {**self._options, **options}
        return self._client.store_memory(self._require_id(), content, type=type, **merged)

    def memory(self, **options: Any) -> m.MemoryResponse:
        """Recall what is remembered of this conversation.

        Args:
            **options: What `client.retrieve_memory` takes, for this call alone.

        Raises:
            InfinityAssistantArgumentError: The conversation has no id yet.
            InfinityAssistantError: What `client.retrieve_memory` raises.
        """
        return self._client.retrieve_memory(self._require_id(), **{**self._options, **options})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._id or 'without an id yet'}, turns={len(self._history)}>"

    def _ask(self, turn: Dict[str, Any]) -> m.ChatResponse:
        try:
            response = self._client.chat(**turn)
        except InfinityAssistantArgumentError:  # Nothing was said.
            raise
        except BaseException:
            self._end(turn, "", None, is_complete=False)
            raise
        self._end(turn, response.response, response.conversation_id, is_complete=True)
        return response

    def _begin(self, message: str, options: Mapping[str, Any]) -> Dict[str, Any]:
        if "conversation_id" in options:
            raise InfinityAssistantArgumentError(
                "a conversation has one id: client.conversation(id) continues another", argument="conversation_id"
            )
        return {**self._defaults, **options, "message": message, "conversation_id": self._id}

    def _open_stream(self, turn: Dict[str, Any], replaces: Optional[int] = None) -> t.Stream[Any]:
        stream = self._client.chat_stream(**turn)

        def end(source: EventSource) -> None:
            parser = source.parser
            if source.is_started:
                self._end(turn, parser.text(), parser.conversation_id, is_complete=parser.complete, replaces=replaces)
            self._guard.release()

        stream._source.on_end = end
        return stream

    def _end(
        self,
        turn: Dict[str, Any],
        text: str,
        conversation_id: Optional[str],
        *,
        is_complete: bool,
        replaces: Optional[int] = None,
    ) -> None:
        del self._history[len(self._history) if replaces is None else replaces :]
        self._history.append(Turn(turn["message"], text, is_complete))
        self._last = turn
        self._id = self._id or conversation_id

    def _require_id(self) -> str:
        if self._id is None:
            raise InfinityAssistantArgumentError(
                "the conversation has no id yet: ask something first, or name it: client.conversation('my-id')",
                argument="id",
            )
        return self._id


def _list_names() -> List[str]:
    return [*(name for name in api.chat.__annotations__), *PER_CALL]
