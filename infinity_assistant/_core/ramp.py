# SPDX-License-Identifier: MIT. Generated from overlays/_core/ramp.py: edit that file, then run `make generate`.
"""A crowd of calls that begins at once does not leave at once. Nothing here waits.

A gateway tells its limit only by refusing. So the first calls of a crowd leave some milliseconds before the others, and
what they meet is known before all have left. A fifth of a second later nothing holds a crowd back any more.
"""

from __future__ import annotations

#: Seconds for which a number of calls may leave.
SLICE = 0.02
#: How many may leave in the first slice, and by how much more in each one that follows.
FIRST = 64
GROWTH = 1.25
#: A pause of this many slices ends a crowd.
PAUSE = 10


class Ramp:
    """Counts the calls that leave in each slice of time, and reserves a later one for those that may not yet.

    No lock guards the counters: threads that race let a call or two more leave, and a lock could block for ever in a
    signal handler or after a fork.
    """

    __slots__ = ("_allowed", "_count", "_slice", "_tail", "_tail_allowed", "_tail_count")

    def __init__(self) -> None:
        self._slice = self._count = 0
        self._allowed = FIRST
        # Where the queue ends: the latest slice that is reserved, and for how many.
        self._tail = self._tail_count = 0
        self._tail_allowed = FIRST

    def admit(self, now: float, *, waited: bool) -> float:
        """Return how many seconds a call has to wait before it asks again; 0.0 lets it leave.

        `waited` says that it has asked before: only such calls overtake those that wait. The clock alone does not tell
        whose turn it is, since a busy event loop wakes those of several slices together.
        """
        current = int(now / SLICE)
        if current != self._slice:
            self._begin(current)
        if self._count < self._allowed and (waited or self._tail <= current):
            self._count += 1
            return 0.0
        return self._reserve(current) * SLICE - now

    def _begin(self, current: int) -> None:
        is_crowd = current - self._slice <= PAUSE
        self._allowed = max(FIRST, int(self._count * GROWTH)) if is_crowd else FIRST
        self._slice, self._count = current, 0

    def _reserve(self, current: int) -> int:
        if self._tail <= current:
            self._tail, self._tail_count, self._tail_allowed = current + 1, 0, int(self._allowed * GROWTH)
        elif self._tail_count >= self._tail_allowed:
            self._tail, self._tail_count = self._tail + 1, 0
            self._tail_allowed = int(self._tail_allowed * GROWTH)
        self._tail_count += 1
        return self._tail
