# SPDX-License-Identifier: MIT
"""One client, one pace: what the service says to one call holds for the others too. Nothing here waits."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, Tuple

from infinity_assistant._core.pace import Pace
from infinity_assistant._core.retry_policy import LONGEST_RETRY_AFTER
from infinity_assistant.errors import InfinityAssistantAPIError, InfinityAssistantError

#: A client may serve many callers; it knows the pace of this many.
_MOST_CALLERS = 1000
#: Calls a second with which an operation begins again after it was not available.
_FIRST_RATE = 8.0


class Pacer:
    """The pace of each caller, held by 429, and of each operation, held by 503. Copies of a client share it.

    `find_most` returns how many calls can be under way at a time.
    """

    def __init__(self, find_most: Callable[[], float]) -> None:
        self._find_most = find_most
        # A forked child counts anew: those calls of its parent that were under way do not end there.
        self._callers_by_process: Dict[int, Dict[Any, Pace]] = {}
        self._operations: Dict[str, Pace] = {}

    def find_paces(self, caller: Any, operation: str) -> Tuple[Pace, ...]:
        """Return whatever a call has to ask before it may leave."""
        pace = self._find_callers().get(caller) or self._add_caller(caller)
        if not self._operations:
            return (pace,)
        held = self._operations.get(operation)
        if held is not None and held.is_free:
            self._operations.pop(operation, None)
            held = None
        return (pace,) if held is None else (held, pace)

    def observe(self, caller: Any, operation: str, error: InfinityAssistantError, departed: float, now: float) -> None:
        """Take the `retry_after` for all calls that one call, which left at `departed`, was given."""
        if (
            not isinstance(error, InfinityAssistantAPIError)
            or not 0.0 < (error.retry_after or 0.0) <= LONGEST_RETRY_AFTER
        ):
            self.respond(caller)
            return
        seconds = error.retry_after or 0.0
        self.release(caller)
        if error.status_code == 429:
            self._add_caller(caller).refuse(now, seconds, departed, error)
        elif error.status_code == 503:
            self._operations.setdefault(operation, Pace(_FIRST_RATE)).refuse(now, seconds, departed, error)

    def respond(self, caller: Any) -> None:
        """Count a response to a call of `caller`."""
        pace = self._find_callers().get(caller)
        if pace is not None:
            pace.respond()

    def release(self, caller: Any) -> None:
        """Note that a call of `caller` is no longer under way, without a response that says anything."""
        pace = self._find_callers().get(caller)
        if pace is not None:
            pace.release()

    def _add_caller(self, caller: Any) -> Pace:
        callers = self._find_callers()
        if len(callers) >= _MOST_CALLERS:
            for old in list(callers)[: _MOST_CALLERS // 2]:
                callers.pop(old, None)
        return callers.setdefault(caller, Pace(most=self._find_most()))

    def _find_callers(self) -> Dict[Any, Pace]:
        pid = os.getpid()
        return self._callers_by_process.get(pid) or self._callers_by_process.setdefault(pid, {})
