# SPDX-License-Identifier: MIT. Generated from overlays/_replay_guard.py: edit that file, then run `make generate`.
"""Remembering which webhook deliveries came before."""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from typing import Any, Callable, Protocol, Tuple

from infinity_assistant.errors import InfinityAssistantArgumentError


class Replays(Protocol):
    """What `replay=` of `webhooks.verify` and `webhooks.parse` must offer.

    A `count(key) -> int`, which remembers a key and returns how often it came before, is used where there is one.
    """

    def claim(self, key: str, /) -> bool:
        """Remember a key; return True if it is new, False if it came before."""
        ...


class ReplayGuard:
    """Remembers deliveries in memory, for `window` seconds and at most `size` of them, the oldest given up first.

    Safe to share between threads, and in signal handlers and forked processes. Several processes need a common memory
    instead; anything with a `claim` will do:

        class RedisReplays:
            def claim(self, key):
                return bool(redis.set(f"delivery:{key}", 1, nx=True, ex=3600))
    """

    def __init__(
        self, window: float = 3600.0, size: int = 100_000, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        if isinstance(window, bool) or not isinstance(window, (int, float)) or not window > 0:
            raise InfinityAssistantArgumentError("window must be more than 0 seconds", argument="window")
        if isinstance(size, bool) or not isinstance(size, int) or size < 1:
            raise InfinityAssistantArgumentError("size must be a whole number, at least 1", argument="size")
        self._window = window
        self._size = size
        self._clock = clock
        self._process = os.getpid()
        self._lock = threading.RLock()
        self._claimed: OrderedDict[str, Tuple[float, int]] = OrderedDict()
        self._counted: OrderedDict[str, Tuple[float, int]] = OrderedDict()

    def claim(self, key: str, /) -> bool:
        """Remember a key; return True if it is new, False if it came within the window."""
        return not self._remember(self._claimed, key)

    def count(self, key: str, /) -> int:
        """Remember a key; return how often it came within the window before."""
        return self._remember(self._counted, key)

    def _remember(self, memory: OrderedDict[str, Tuple[float, int]], key: str) -> int:
        now = self._clock()
        with self._own_lock():
            # All live equally long, so those that end first stand first.
            while memory and next(iter(memory.values()))[0] <= now:
                memory.popitem(last=False)
            expiry, times = memory.get(key, (now + self._window, 0))
            memory[key] = expiry, times + 1
            if len(memory) > self._size:
                memory.popitem(last=False)
            return times

    def _own_lock(self) -> threading.RLock:
        # A fork may have copied the lock while another thread held it, and that thread is not here to release it.
        if self._process != os.getpid():
            self._lock, self._process = threading.RLock(), os.getpid()
        return self._lock

    def __len__(self) -> int:
        return len(self._claimed)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} deliveries>"


def count_repetitions(replay: Any, key: str) -> int:
    """Return how often `key` came before; a memory that cannot count knows only whether it did."""
    if hasattr(replay, "count"):
        return int(replay.count(key))
    return 0 if replay.claim(key) else 1
