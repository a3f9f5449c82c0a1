# SPDX-License-Identifier: MIT
"""The deadlines of all waits of an asyncio loop, with one timer for the earliest.

A timer of its own for each wait costs 6 µs, since the loop compares timers in Python; a tuple in a heap costs 1.
"""

from __future__ import annotations

import asyncio
import threading
import time
from heapq import heapify, heappop, heappush
from typing import List, Optional, Tuple
from weakref import ref

from infinity_assistant._http.deadline import INFINITY, LONGEST_TIMEOUT

#: So many waits that are over may lie in the heap, beside as many as there are others.
_SLACK = 64

#: The deadlines of the loop that runs in this thread. Its timer holds them, so they go with the loop.
_LOCAL = threading.local()


class Deadlines:
    """What the waits of one loop expire at."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._heap: List[Tuple[float, int, asyncio.Future[None], str]] = []
        self._count = self._waiting = 0
        self._due = INFINITY
        self._timer: Optional[asyncio.TimerHandle] = None

    def add(self, future: asyncio.Future[None], deadline: float, complaint: str) -> None:
        """Have `future` fail with `TimeoutError(complaint)` at `deadline`, unless it is settled before."""
        self._count += 1
        self._waiting += 1
        heap = self._heap
        if len(heap) > 2 * self._waiting + _SLACK:
            heap[:] = [entry for entry in heap if not entry[2].done()]
            heapify(heap)
        heappush(heap, (deadline, self._count, future, complaint))
        if deadline < self._due:
            self._arm(deadline)

    def remove(self) -> None:
        """Note that a wait is over. The timer stays: the next wait will most likely expire after it."""
        self._waiting -= 1
        if not self._waiting:
            self._heap.clear()

    def _arm(self, deadline: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._due = deadline
        seconds = min(max(0.0, deadline - time.monotonic()), LONGEST_TIMEOUT)
        self._timer = self.loop.call_later(seconds, self._expire)

    def _expire(self) -> None:
        self._timer, self._due = None, INFINITY
        heap, now = self._heap, time.monotonic()
        while heap and (heap[0][0] <= now or heap[0][2].done()):
            _, _, future, complaint = heappop(heap)
            if not future.done():
                future.set_exception(TimeoutError(complaint))
        if heap:
            self._arm(heap[0][0])


def find_deadlines(loop: asyncio.AbstractEventLoop) -> Deadlines:
    """Return the deadlines of `loop`, which runs in this thread."""
    held: Optional[ref[Deadlines]] = getattr(_LOCAL, "deadlines", None)
    deadlines = None if held is None else held()
    if deadlines is None or deadlines.loop is not loop:
        deadlines = Deadlines(loop)
        _LOCAL.deadlines = ref(deadlines)
    return deadlines
