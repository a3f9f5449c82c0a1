# SPDX-License-Identifier: MIT
"""Count what has ended, and estimate what is left."""

from __future__ import annotations

import datetime as dt
import math
import time
from collections import Counter
from typing import Any, Optional
from typing import Counter as CounterType

from infinity_assistant.bulk._result import DONE, FAILED, IN_DOUBT, BulkResult, Progress


class Counts:
    """The figures of a job; `total` is how many calls there are, if that is known."""

    def __init__(self, total: Optional[int]) -> None:
        self.total = total
        self._states: CounterType[str] = Counter()
        self._tokens = 0
        self._made = 0
        self._began = time.monotonic()
        self._quota_remaining: Optional[int] = None
        self._quota_limit: Optional[int] = None

    def note_end(self, result: BulkResult) -> None:
        """Count a call that has ended."""
        self._states[result.state] += 1
        self._made += not result.is_replayed

    def note_response(self, result: BulkResult, response: Any) -> None:
        """Take over what a response says of tokens and of the quota."""
        self._tokens += result.tokens or 0
        quota = getattr(response, "rate_limit", None)
        remaining, limit = getattr(quota, "remaining", None), getattr(quota, "limit", None)
        self._quota_remaining = remaining if isinstance(remaining, int) and remaining >= 0 else None
        self._quota_limit = limit if isinstance(limit, int) and limit > 0 else None

    def make_progress(self, running: int, now: float, paused_until: Optional[dt.datetime] = None) -> Progress:
        """Put the figures together."""
        ended = sum(self._states.values())
        rate = self._made / max(now - self._began, 1e-9)
        left = None if self.total is None else max(0, self.total - ended)
        return Progress(
            done=self._states[DONE],
            failed=self._states[FAILED],
            in_doubt=self._states[IN_DOUBT],
            running=running,
            total=self.total,
            rate=rate,
            tokens=self._tokens,
            seconds_left=None if left is None or not self._made else left / rate,
            quota_remaining=self._quota_remaining,
            quota_limit=self._quota_limit,
            days=self._count_days(left),
            paused_until=paused_until,
        )

    def _count_days(self, left: Optional[int]) -> Optional[int]:
        """The days that the rest takes: today with what remains, then one after another."""
        if left is None or self._quota_limit is None or self._quota_remaining is None:
            return None
        return 1 + math.ceil(max(0, left - self._quota_remaining) / self._quota_limit)
