# SPDX-License-Identifier: MIT. Generated from overlays/_core/retry_policy.py: edit that file, then run `make generate`.
"""When to make another attempt, and after how long. Nothing here waits.

A call is made again if its failure is transient, and either it was certainly not applied, or it is safe to repeat. Both
facts are the error's (`retryable`, `applied`); what a status says of them stands in `_status`.
"""

from __future__ import annotations

import random
from collections import deque
from itertools import repeat
from typing import Deque, Optional

from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant.errors import InfinityAssistantError

#: The longest wait of the backoff, in seconds.
LONGEST_DELAY = 8.0
#: The service may ask for a wait of so many seconds. A longer one is not begun: the error is raised at once.
LONGEST_RETRY_AFTER = 60.0


def find_wait(
    error: InfinityAssistantError, *, attempt: int, max_retries: int, delay: float, repeatable: bool, remaining: float
) -> Optional[float]:
    """Return the seconds to wait after failed attempt number `attempt` (from 1), or `None` to give up.

    The wait is an exponential backoff with full jitter that begins with `delay`; what the service asks for is a floor.
    One beyond the deadline, in `remaining` seconds, is not begun. `repeatable` says whether the call may be made again
    although it may have been applied.
    """
    if attempt > max_retries or not is_repeatable(error, repeatable):
        return None
    retry_after = getattr(error, "retry_after", None)
    if retry_after is None:
        wait = random.random() * min(LONGEST_DELAY, delay * 2.0 ** (attempt - 1))
    elif retry_after > LONGEST_RETRY_AFTER:
        return None
    else:
        wait = retry_after * (1 + 0.1 * random.random())
    return wait if wait < remaining else None


def is_repeatable(error: InfinityAssistantError, repeatable: bool) -> bool:
    """Return whether it is right to make the call again that ended in `error`."""
    if not error.retryable or getattr(error, "should_retry", None) is False:
        return False
    return repeatable or error.applied is False


class RetryBudget(InstanceHooks):
    """A bucket of tokens that keeps a failing service from being hammered.

    It holds 500; a retry takes 14, one after 429 or 503 takes 5; a retry that succeeds gives them back, and a call that
    succeeds at once gives 1. A retry after a 429 with `retry_after` takes none: that holds all calls, which spares the
    service more than a budget could. Threads share it.
    """

    CAPACITY = 500

    def __init__(self) -> None:
        # A deque of tokens is a counter that needs no lock, which could block for ever in a signal handler, in the
        # garbage collector or after a fork.
        self._tokens: Deque[None] = deque(repeat(None, self.CAPACITY), maxlen=self.CAPACITY)

    @property
    def tokens(self) -> int:
        """How many tokens are left."""
        return len(self._tokens)

    def take(self, error: InfinityAssistantError) -> Optional[int]:
        """Pay for a retry after `error`; return the price, or `None` if there is not enough left."""
        price = _find_price(error)
        taken = 0
        try:
            while taken < price:
                self._tokens.pop()
                taken += 1
        except IndexError:
            self.give(taken)
            return None
        return price

    def give(self, tokens: int) -> None:
        """Put tokens back after a success."""
        if len(self._tokens) < self.CAPACITY:
            self._tokens.extend(repeat(None, tokens))

    def __repr__(self) -> str:
        return f"<RetryBudget {self.tokens} of {self.CAPACITY}>"


def _find_price(error: InfinityAssistantError) -> int:
    if error.status_code == 429 and getattr(error, "retry_after", None) is not None:
        return 0
    return 5 if error.status_code in (429, 503) else 14
