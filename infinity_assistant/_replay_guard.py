# SPDX-License-Identifier: MIT. Generated from overlays/_replay_guard.py: edit that file, then run `make generate`.
"""Remembering which webhook deliveries came before."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from typing import Callable, Protocol

from infinity_assistant.errors import InfinityAssistantArgumentError


class Replays(Protocol):
    """What `replay=` of `webhooks.verify` and `webhooks.parse` must offer."""

    def claim(self, signature: str, /) -> bool:
        """Remember a signature; return True if it is new, False if it came before."""
        ...


class ReplayGuard:
    """Remembers signatures in memory, for `window` seconds and at most `size` of them, the oldest given up first.

    Safe to share between threads. Several processes need a common memory instead; anything with a `claim` will do:

        class RedisReplays:
            def claim(self, signature):
                return bool(redis.set(f"delivery:{signature}", 1, nx=True, ex=3600))

    A signature covers `data` alone: of two deliveries with equal data within the window, the second is refused.
    """

    def __init__(
        self, window: float = 3600.0, size: int = 100_000, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        if not window > 0:
            raise InfinityAssistantArgumentError("window must be more than 0 seconds", argument="window")
        if size < 1:
            raise InfinityAssistantArgumentError("size must be at least 1", argument="size")
        self._window = window
        self._size = size
        self._clock = clock
        self._lock = threading.Lock()
        self._expiry: OrderedDict[str, float] = OrderedDict()

    def claim(self, signature: str, /) -> bool:
        """Remember a signature; return True if it is new, False if it came within the window."""
        now = self._clock()
        with self._lock:
            self._remove_expired(now)
            if signature in self._expiry:
                return False
            self._expiry[signature] = now + self._window
            if len(self._expiry) > self._size:
                self._expiry.popitem(last=False)
            return True

    def _remove_expired(self, now: float) -> None:
        # All live equally long, so those that end first stand first.
        while self._expiry and next(iter(self._expiry.values())) <= now:
            self._expiry.popitem(last=False)

    def __len__(self) -> int:
        return len(self._expiry)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} signatures>"
