# SPDX-License-Identifier: MIT. Generated from overlays/_core/quota_memory.py: edit that file, then run `make generate`.
"""The quota of the day, once it is used up: no message leaves before it starts anew. Nothing here waits.

The service refuses each message until midnight, and a program that goes on asking gets as many errors as it has
messages. So the first error is kept, and given to those who ask meanwhile.
"""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
import time
from typing import Any, Dict, NamedTuple

from infinity_assistant._core.retry_policy import LONGEST_RETRY_AFTER
from infinity_assistant._core.retry_state import recall
from infinity_assistant._models.operation import Operation
from infinity_assistant.errors import InfinityAssistantError, InfinityAssistantRateLimitError

#: What the daily quota counts. Everything else goes on.
_COUNTED = frozenset({("POST", "/chat"), ("POST", "/chat/stream")})
_MOST_CALLERS = 1000


def is_daily(error: InfinityAssistantRateLimitError) -> bool:
    """Return whether the quota of the day is used up, and not just asked for too quickly."""
    return error.reset_at is not None and (error.retry_after or 0.0) > LONGEST_RETRY_AFTER


class QuotaRecord(NamedTuple):
    """What the service said, and when it holds no longer, by two clocks."""

    error: InfinityAssistantRateLimitError
    #: `time.monotonic()` does not go on while the machine sleeps, `time.time()` may be set: the earlier one counts.
    monotonic: float
    wall: float

    @property
    def remaining(self) -> float:
        """Seconds to go."""
        return min(self.monotonic - time.monotonic(), self.wall - time.time())


class QuotaMemory:
    """Which callers have used up their quota of the day. Copies of a client share it."""

    def __init__(self) -> None:
        self._records: Dict[Any, QuotaRecord] = {}

    def check(self, caller: Any, operation: Operation) -> None:
        """Let a call pass.

        Raises:
            InfinityAssistantRateLimitError: The quota of `caller` is used up, as the service said before.
        """
        record = self._records.get(caller)
        if record is None or (operation.method, operation.path) not in _COUNTED:
            return
        remaining = record.remaining
        if remaining > 0.0:
            raise recall(record.error, remaining)
        self._records.pop(caller, None)

    def observe(self, caller: Any, operation: Operation, error: InfinityAssistantError) -> None:
        """Remember that the quota of the day is used up, if `error` says so."""
        if not isinstance(error, InfinityAssistantRateLimitError) or not is_daily(error):
            return
        if (operation.method, operation.path) in _COUNTED:
            seconds = error.retry_after or 0.0
            if len(self._records) >= _MOST_CALLERS:
                self.forget()
            self._records[caller] = QuotaRecord(error, time.monotonic() + seconds, time.time() + seconds)

    def forget(self) -> None:
        """Let the next call ask the service again."""
        self._records.clear()
