# SPDX-License-Identifier: MIT
"""The tries of one call: what happened in each, and whether there is another. Nothing here waits."""

from __future__ import annotations

import logging
import time
from typing import Any, List, Optional, Tuple

from infinity_assistant._core.options import Options
from infinity_assistant._core.retry_policy import RetryBudget, RetryPolicy
from infinity_assistant._models.call import Call
from infinity_assistant.errors import Attempt, InfinityAssistantError

logger = logging.getLogger("infinity_assistant")


class RetryState:
    """Bookkeeping for one call, which may take `seconds`. `deadline` is its deadline, a time of `time.monotonic()`."""

    def __init__(self, call: Call[Any], options: Options, budget: RetryBudget, seconds: Optional[float]) -> None:
        self._name = call.operation.id
        self._policy = RetryPolicy(max_retries=options.max_retries, delay=options.retry_delay)
        self._budget = budget
        # A key that the caller chose is a promise that the service will see the repetition as one.
        repeatable = call.operation.idempotent or options.retry_unsafe or options.idempotency_key is not None
        self._repeatable = repeatable
        self._log: List[Attempt] = []
        self._paid = 0
        self._began = self._started = time.monotonic()
        self.deadline = float("inf") if seconds is None else self._began + seconds

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return time.monotonic() - self._began

    @property
    def attempts(self) -> Tuple[Attempt, ...]:
        """What happened in each try so far."""
        return tuple(self._log)

    def start_attempt(self) -> None:
        """A try begins."""
        self._started = time.monotonic()

    def record_success(self, status: int) -> None:
        """The try brought an answer: the budget gets back what was paid, or a token if nothing was."""
        self._record(str(status), 0.0)
        self._budget.give(self._paid or 1)

    def record_failure(self, error: InfinityAssistantError) -> Optional[float]:
        """The try failed: seconds to wait before the next, or `None` if `error` is the end of it."""
        attempt = len(self._log) + 1
        remaining = self.deadline - time.monotonic()
        wait = self._policy.wait(error, attempt=attempt, repeatable=self._repeatable, remaining=remaining)
        price = None if wait is None else self._budget.take(error)
        if price is None:
            wait = None
        self._paid = price or 0
        self._record(_outcome(error), wait or 0.0)
        if wait is None:
            error.attempts, error.elapsed = self.attempts, self.elapsed
        return wait

    def _record(self, outcome: str, wait: float) -> None:
        self._log.append(Attempt(outcome, time.monotonic() - self._started, wait))
        if wait:
            logger.info("%s: %s in try %d, next try in %.2f s", self._name, outcome, len(self._log), wait)
        elif logger.isEnabledFor(logging.DEBUG):
            logger.debug("%s: %s in try %d, after %.3f s", self._name, outcome, len(self._log), self.elapsed)


def _outcome(error: InfinityAssistantError) -> str:
    status = error.status_code
    return type(error).__name__.replace("InfinityAssistant", "") if status is None else str(status)
