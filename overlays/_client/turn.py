# SPDX-License-Identifier: MIT
"""One turn of a conversation, and whose turn it is."""

from __future__ import annotations

import threading
from typing import NamedTuple

from infinity_assistant.errors import InfinityAssistantConcurrentReadError


class Turn(NamedTuple):
    """A message and its response; of one that was cut or failed, `response` is what had arrived."""

    message: str
    response: str = ""
    is_complete: bool = False

    def __repr__(self) -> str:
        state = "complete" if self.is_complete else "incomplete"
        return f"{type(self).__name__}({len(self.message)} characters, {len(self.response)} in response, {state})"


class TurnGuard:
    """Lets one message of a conversation be under way at a time, and refuses the second."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def acquire(self) -> None:
        """Begin a turn.

        Raises:
            InfinityAssistantConcurrentReadError: Another is under way.
        """
        if not self._lock.acquire(blocking=False):
            raise InfinityAssistantConcurrentReadError(
                "a message of this conversation is under way: wait for its response, read its stream to the end or "
                "close it, or use a conversation for each task or thread"
            )

    def release(self) -> None:
        """End the turn. Whoever ends it need not be the thread that began it."""
        self._lock.release()
