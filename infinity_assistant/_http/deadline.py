# SPDX-License-Identifier: MIT. Generated from overlays/_http/deadline.py: edit that file, then run `make generate`.
"""Deadlines: absolute times of `time.monotonic()` in seconds, infinite for none."""

from __future__ import annotations

import time
from typing import Optional

INFINITY = float("inf")

#: The system counts a timeout in milliseconds and in 32 bits: one of more than 24 days is refused, or wraps around.
LONGEST_TIMEOUT = 2_000_000.0


def remaining_seconds(deadline: float, complaint: str) -> Optional[float]:
    """Return how long one may still wait, `None` for ever.

    Raises:
        TimeoutError: The deadline has passed; `complaint` is its text.
    """
    if deadline == INFINITY:
        return None
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise TimeoutError(complaint)
    return min(remaining, LONGEST_TIMEOUT)
