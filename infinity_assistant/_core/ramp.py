# SPDX-License-Identifier: MIT. Generated from overlays/_core/ramp.py: edit that file, then run `make generate`.
"""A crowd of calls that begins at once does not leave at once. Nothing here waits.

A gateway tells its limit only by refusing. So the calls of a crowd leave in batches, each somewhat larger than the one
before, and the next one when most responses to the last are there: what the first meet is known before all have left.
A service that is slow to respond delays a thousand calls by a second at most, and fewer than `FIRST` not at all.
"""

from __future__ import annotations

#: How many calls may leave in the first batch, and by how much more in each one that follows.
FIRST = 64
GROWTH = 1.5
#: No batch is larger.
MOST = 1024
#: The next one leaves when so many responses to the last are there.
SHARE = 0.75
#: It leaves anyway after so many seconds, without any response or with some; then it is twice as large.
PATIENCE, MOST_PATIENCE = 0.3, 1.0
DOUBLE = 2
#: After so many seconds a batch is over, and the next crowd begins anew.
LIFE = 1.2
#: Calls that may not leave ask again after so many seconds, and not all of them at once.
SLICE = 0.02


class Ramp:
    """Counts the calls that leave and the responses that come, and tells the others when to ask again.

    No lock guards the counters: threads that race let a call or two more leave, and a lock could block for ever in a
    signal handler or after a fork.
    """

    __slots__ = ("_allowed", "_began", "_departed", "_responded", "_tail", "_tail_allowed", "_tail_count")

    def __init__(self) -> None:
        self._began = 0.0
        self._allowed = FIRST
        self._departed = self._responded = 0
        # Where the queue ends: the latest slice of time for which somebody was told to ask again.
        self._tail = self._tail_count = 0
        self._tail_allowed = FIRST

    def admit(self, now: float, *, waited: bool) -> float:
        """Return how many seconds a call has to wait before it asks again; 0.0 lets it leave.

        `waited` says that it has asked before: others do not overtake those that wait.
        """
        if self._departed >= self._allowed or now - self._began > LIFE:
            self._begin_batch(now)
        if self._departed < self._allowed and (waited or self._tail * SLICE <= now):
            self._departed += 1
            return 0.0
        return self._reserve(int(now / SLICE)) * SLICE - now

    def respond(self) -> None:
        """Count a response, whatever it says."""
        self._responded += 1

    def _begin_batch(self, now: float) -> None:
        age = now - self._began
        if age > LIFE:
            self._allowed = FIRST
        elif self._responded >= SHARE * self._allowed:
            self._allowed = min(MOST, int(self._allowed * GROWTH))
        elif age > (MOST_PATIENCE if self._responded else PATIENCE):
            self._allowed = min(MOST, self._allowed * DOUBLE)
        else:
            return
        self._began, self._departed, self._responded = now, 0, 0

    def _reserve(self, current: int) -> int:
        if self._tail <= current:
            self._tail, self._tail_count, self._tail_allowed = current + 1, 0, self._allowed
        elif self._tail_count >= self._tail_allowed:
            self._tail, self._tail_count = self._tail + 1, 0
            self._tail_allowed = min(MOST, int(self._tail_allowed * GROWTH))
        self._tail_count += 1
        return self._tail
