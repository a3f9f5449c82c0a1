"""Gateways that let a number of calls a second pass, in the manners that are common. Times are given, not taken."""

from __future__ import annotations

from collections import deque
from typing import Callable, Deque, Dict

Gateway = Callable[[float], bool]


def bucket(limit: int, capacity: int) -> Gateway:
    """Tokens that trickle in, of which some can be saved up."""
    tokens, last = float(capacity), 0.0

    def passes(now: float) -> bool:
        nonlocal tokens, last
        tokens, last = min(float(capacity), tokens + (now - last) * limit), now
        if tokens < 1.0:
            return False
        tokens -= 1.0
        return True

    return passes


def window(limit: int, phase: float = 0.0) -> Gateway:
    """So many in each second of the clock."""
    counts: Dict[int, int] = {}

    def passes(now: float) -> bool:
        second = int(now + phase)
        counts[second] = counts.get(second, 0) + 1
        return counts[second] <= limit

    return passes


def slide(limit: int) -> Gateway:
    """So many in any second."""
    passed: Deque[float] = deque()

    def passes(now: float) -> bool:
        while passed and passed[0] <= now - 1.0:
            passed.popleft()
        if len(passed) >= limit:
            return False
        passed.append(now)
        return True

    return passes
