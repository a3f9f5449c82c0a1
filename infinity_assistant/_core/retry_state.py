# SPDX-License-Identifier: MIT. Generated from overlays/_core/retry_state.py: edit that file, then run `make generate`.
"""The attempts of one call: what happened in each, and whether there is another. Nothing here waits."""

from __future__ import annotations

import copy
import time
from typing import Any, List, Optional, Tuple

from infinity_assistant._core.identity import Identity
from infinity_assistant._core.observer import Observer
from infinity_assistant._core.options import Options
from infinity_assistant._core.pace import TOO_LATE
from infinity_assistant._core.retry_policy import RetryBudget, find_wait
from infinity_assistant._http.request import Request
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation
from infinity_assistant.errors import (
    Attempt,
    InfinityAssistantAPIError,
    InfinityAssistantError,
    InfinityAssistantTimeoutError,
)


class RetryState:
    """Bookkeeping for one call: who makes it, what is sent, and until when (`deadline`, by `time.monotonic()`)."""

    def __init__(
        self,
        call: Call[Any],
        options: Options,
        budget: RetryBudget,
        deadline: float,
        *,
        identity: Identity,
        request: Request,
    ) -> None:
        self.operation: Operation = call.operation
        self.options = options
        self.identity = identity
        self.request = request
        self.deadline = deadline
        self._budget = budget
        self._repeatable = call.operation.idempotent or options.retry_unsafe
        self._log: List[Attempt] = []
        self._paid = 0
        self.started: float = time.monotonic()
        self._began = self.started
        self.observer: Observer = Observer(call, options)
        #: No attempt begins before this time.
        self.ready_at: float = 0.0
        #: Whether an attempt is under way. Who reads a stream may go away, and come back to it.
        self.is_attempting: bool = False

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return time.monotonic() - self._began

    @property
    def attempts(self) -> Tuple[Attempt, ...]:
        """What happened in each attempt so far."""
        return tuple(self._log)

    def start_attempt(self) -> None:
        """Note that an attempt begins."""
        self.started = time.monotonic()
        self.is_attempting = True
        self.observer.start_attempt(len(self._log) + 1, self.request)

    def record_success(self, status: int, request_id: Optional[str] = None, result: Any = None) -> None:
        """Note a response: the budget gets back what was paid, or a token if nothing was."""
        self._record(str(status), 0.0, status=status, request_id=request_id, result=result)
        self._budget.give(self._paid or 1)

    def record_failure(self, error: InfinityAssistantError) -> bool:
        """Note a failure; return whether there is another attempt, at `ready_at`."""
        attempt = len(self._log) + 1
        now = time.monotonic()
        wait = find_wait(
            error,
            attempt=attempt,
            max_retries=self.options.max_retries,
            delay=self.options.retry_delay,
            repeatable=self._repeatable,
            remaining=self.deadline - now,
        )
        price = None if wait is None else self._budget.take(error)
        if price is None:
            wait = None
        self._paid = price or 0
        self._record(_name_outcome(error), wait or 0.0, error=error)
        if wait is None:
            self.describe(error)
            return False
        self.ready_at = now + wait
        return True

    def describe(self, error: InfinityAssistantError) -> InfinityAssistantError:
        """Note in `error` what happened before it."""
        error.attempts, error.elapsed = self.attempts, self.elapsed
        return error

    def make_late_error(
        self, wait: float, error: Optional[InfinityAssistantAPIError], complaint: str = TOO_LATE
    ) -> InfinityAssistantError:
        """Make the error of a call whose turn comes after its deadline; `error` is what holds it, if any does."""
        if error is not None:
            return self.describe(recall(error, wait))
        late = InfinityAssistantTimeoutError(complaint)
        late.applied = False
        return self.describe(late)

    def end(
        self,
        error: Optional[BaseException] = None,
        *,
        status: Optional[int] = None,
        request_id: Optional[str] = None,
        result: Any = None,
    ) -> None:
        """Tell those who listen that the call is over; an attempt under way ends with it."""
        if not self.observer.is_listening:
            return
        if self.is_attempting:
            self._record("Abandoned" if error is None else _name_outcome(error), 0.0, error=error)
        self.observer.end_call(
            self.attempts, self.elapsed, error=error, status=status, request_id=request_id, result=result
        )

    def _record(self, outcome: str, wait: float, **facts: Any) -> None:
        self.is_attempting = False
        now = time.monotonic()
        self._log.append(Attempt(outcome, now - self.started, wait))
        self.observer.end_attempt(tuple(self._log), now - self._began, self.deadline - now, **facts)


def recall(error: InfinityAssistantAPIError, wait: float) -> InfinityAssistantAPIError:
    """Return the error that another call was given, for one that is not sent because of it."""
    remembered = copy.copy(error)
    remembered.remembered = True
    remembered.retry_after = wait
    remembered.applied = False
    remembered.attempts, remembered.elapsed = (), 0.0
    return remembered


def _name_outcome(error: BaseException) -> str:
    status = getattr(error, "status_code", None)
    return type(error).__name__.replace("InfinityAssistant", "") if status is None else str(status)
