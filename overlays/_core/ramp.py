# SPDX-License-Identifier: MIT
"""A crowd of calls that begins at once does not leave at once. Nothing here waits.

A gateway tells its limit only by refusing. So no more than `FIRST` calls of a crowd leave before there are responses,
and each response lets one call leave, and every second one two: what the first meet is known before all have left. A
service that is slow to respond delays a thousand calls by a second, and fewer than `FIRST` not at all.
"""

from __future__ import annotations

from collections import deque
from typing import Callable, Deque

from infinity_assistant._http.connection_limit import Waiter

#: How many calls may be under way before there is any response.
FIRST = 64
#: By how much more that is with each response, and with each one when there are `MANY`: nobody has refused so far.
GROWTH, FAST_GROWTH = 0.5, 2.0
MANY = 160
#: After so many seconds without any response twice as many may be under way: the service is slow, not unwilling.
PATIENCE = 0.3
#: The more wait, the less often each one looks: so many of them look after `PATIENCE` seconds.
LOOKING = 1024
#: After so many seconds with few calls the next crowd begins anew.
LIFE = 1.2


class Ramp:
    """Counts the calls that are under way, and keeps the others in line.

    No lock guards the counters: threads that race let a call or two more leave, and a lock could block for ever in a
    signal handler or after a fork.
    """

    __slots__ = ("_crowded_at", "_relieved_at", "_responses", "_seen", "_under_way", "_waiting", "_window", "most")

    def __init__(self, most: float) -> None:
        #: More would only wait for a connection, and leave even if one of those before is refused.
        self.most: float = most
        self._window = self._begin()
        self._under_way = 0
        self._waiting: Deque[Waiter] = deque()
        self._crowded_at = self._relieved_at = 0.0
        self._responses = self._seen = 0

    def admit(self, now: float) -> bool:
        """Return whether a call may leave; if not, it has to wait in line."""
        if now - self._crowded_at > LIFE and not self._waiting:
            self._window = self._begin()
        if self._under_way * 2 >= self._window:
            self._crowded_at = now
        if self._waiting or self._under_way >= self._window:
            return False
        self._under_way += 1
        return True

    @property
    def is_full(self) -> bool:
        """Whether who waits does so for a connection."""
        return self._window >= self.most

    @property
    def patience(self) -> float:
        """After how many seconds who waits in line looks whether something holds all, or nothing responds."""
        return PATIENCE * max(1.0, len(self._waiting) / LOOKING)

    def enqueue(self, wake: Callable[[], None], now: float, *, first: bool) -> Waiter:
        """Wait in line, or `first` in it. Who is woken may leave."""
        if not self._waiting:
            self._relieved_at, self._seen = now, self._responses
        waiter = Waiter(wake)
        if first:
            self._waiting.appendleft(waiter)
        else:
            self._waiting.append(waiter)
        self._serve()
        return waiter

    def respond(self) -> None:
        """Note a response: the call is no longer under way, and more may be."""
        self._responses += 1
        if self._under_way * 2 >= self._window:
            grown = self._window + (GROWTH if self._window < MANY else FAST_GROWTH)
            self._window = max(self._window, min(grown, self.most))
        self.release()
        self._serve()

    def release(self) -> None:
        """Note that a call is no longer under way, whatever became of it."""
        self._under_way = max(0, self._under_way - 1)

    def leave_line(self, waiter: Waiter, now: float) -> None:
        """Wait in line no more; let others leave, if there has been no response for a while."""
        try:
            self._waiting.remove(waiter)
        except ValueError:
            pass  # `_serve` has come across it and left it out.
        if now - self._relieved_at < PATIENCE * 0.9:
            return
        if self._seen == self._responses:
            # Beyond `most`, in case calls that count as under way will never end: their event loop was dropped, say.
            self._window = min(self._window * 2, self.most * 2)
        self._relieved_at, self._seen = now, self._responses
        self._serve()

    def _begin(self) -> float:
        return min(float(FIRST), self.most)

    def _serve(self) -> None:
        while self._waiting and self._under_way < self._window:
            try:
                waiter = self._waiting.popleft()
            except IndexError:
                return  # Another thread took the last one.
            if waiter.grant():
                self._under_way += 1
