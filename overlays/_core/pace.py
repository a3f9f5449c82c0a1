# SPDX-License-Identifier: MIT
"""When the calls of one caller may leave, after the service has refused some of them. Nothing here waits.

A response with 429 and `retry_after` holds every call of the caller until that time has passed. Then they leave one
after another, at the rate that was accepted before: a 429 stops everybody, so it is dearer than a rate that is a little
low. Times are those of `time.monotonic()`.
"""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
from collections import deque
from typing import Callable, Deque, NamedTuple, Optional

from infinity_assistant._core.ramp import Ramp
from infinity_assistant._http.connection_limit import Waiter, describe_full
from infinity_assistant._http.deadline import INFINITY
from infinity_assistant.errors import InfinityAssistantAPIError

#: Why a call is not made whose turn would come after its deadline.
TOO_LATE = "the deadline would pass before the request could be sent"
#: The wait of a call that is woken when its turn has come.
IN_LINE = float("inf")
#: How much of the rate that was accepted is used.
SHARE = 0.98
#: The shortest time between two calls, as a share of what the rate says.
CATCH_UP = 0.8
#: The fewest calls that tell a rate. With fewer the rate is felt for: it doubles each second.
ENOUGH = 10
#: What a 429 leaves of a rate, where it tells nothing else.
DECREASE = 0.7
#: The lowest rate, in calls a second.
SLOWEST = 1.0
#: Above this rate calls leave as they come.
FASTEST = 2000.0
#: A rate that was measured holds for so many seconds. Then it doubles each time as many have passed: limits change.
PLATEAU, DOUBLING = 20.0, 8.0
#: How many departures are remembered.
MOST = 4096


class Schedule(NamedTuple):
    """Calls leave one after another: `rate` a second at `start`, and more with time."""

    start: float
    rate: float
    is_measured: bool

    def rate_at(self, now: float) -> float:
        """Return the rate as it has grown."""
        elapsed = now - self.start
        doublings = max(0.0, elapsed - PLATEAU) / DOUBLING if self.is_measured else elapsed
        return float(self.rate * 2.0 ** min(doublings, 20.0))


class Pace:
    """Lets the calls of one caller leave, or those of one operation.

    No lock guards it: what a race can do is to let a call leave a moment early, and a lock could block for ever in a
    signal handler or after a fork.
    """

    __slots__ = (
        "_departures",
        "_earliest",
        "_held_from",
        "_held_until",
        "_left_first",
        "_next",
        "_ramp",
        "_refused",
        "_schedule",
        "_slowest",
        "_window",
        "epoch",
        "error",
    )

    def __init__(self, slowest: float = SLOWEST, most: float = INFINITY) -> None:
        self._ramp = Ramp(most)
        self._slowest = slowest
        self._departures: Deque[float] = deque(maxlen=MOST)
        self._earliest = self._held_from = self._held_until = self._left_first = self._next = 0.0
        self._window = 1.0
        self._refused = 0
        self._schedule: Optional[Schedule] = None
        #: Changes when all that was reserved is void.
        self.epoch = 0
        #: What the service said when it refused the last time.
        self.error: Optional[InfinityAssistantAPIError] = None

    @property
    def is_free(self) -> bool:
        """Whether calls leave as they come."""
        return self._schedule is None and not self._held_until

    def admit(self, now: float, deadline: float, ticket: int) -> float:
        """Return how many seconds a call has to wait before it asks again; 0.0 lets it leave, `IN_LINE` sends it there.

        `ticket` is the `epoch` in which the call was told to wait, or another number. Nothing is reserved for a call
        that would have to wait beyond its `deadline`.
        """
        if self._held_until:
            if now < self._held_until:
                return self._held_until - now
            self._resume()
        schedule = self._schedule
        if schedule is None:
            wait = 0.0 if self._ramp.admit(now) else IN_LINE
        elif ticket == self.epoch:
            wait = self._take_slot(schedule, now)
        else:
            wait = self._reserve(schedule, now, deadline)
        if wait <= 0.0:
            self._departures.append(now)
        return wait

    @property
    def complaint(self) -> str:
        """Why a call in line did not get its turn."""
        ramp = self._ramp
        return describe_full(int(ramp.most)) if ramp.is_full else TOO_LATE

    @property
    def patience(self) -> float:
        """After how many seconds in line a call asks again."""
        return self._ramp.patience

    def enqueue(self, wake: Callable[[], None], now: float, *, first: bool = False) -> Waiter:
        """Wait in line until `wake` is called, or `first` in it, where a call asks again."""
        return self._ramp.enqueue(wake, now, first=first)

    def take_turn(self, now: float) -> bool:
        """Let a call leave that was woken in line; return False if something holds all of them meanwhile."""
        if self._held_until or self._schedule is not None:
            self._ramp.release()
            return False
        self._departures.append(now)
        return True

    def leave_line(self, waiter: Waiter, now: float) -> None:
        """Wait in line no more; let others leave, if there has been no response for a while."""
        self._ramp.leave_line(waiter, now)

    def respond(self) -> None:
        """Note a response."""
        self._ramp.respond()

    def release(self) -> None:
        """Note that a call is no longer under way, whatever became of it."""
        self._ramp.release()

    def refuse(self, now: float, seconds: float, departed: float, error: InfinityAssistantAPIError) -> None:
        """Hold all calls for `seconds`, since one that left at `departed` was refused."""
        self.error = error
        if self._held_until:
            self._refused += 1
        elif departed >= self._held_from:
            self._held_from, self._left_first = now, departed
            self._window, self._refused = max(1.0, seconds), 1
            self.epoch += 1
        else:
            return  # A late response to a call that left before the last hold: it tells nothing new.
        self._held_until = max(self._held_until, now + seconds)

    def _resume(self) -> None:
        self._schedule = self._plan()
        self._next = self._held_until
        self._held_until = 0.0
        self.epoch += 1

    def _plan(self) -> Schedule:
        before = self._schedule
        start = self._left_first - self._window
        departed = [moment for moment in list(self._departures) if moment > start]
        accepted = len(departed) - self._refused
        if accepted < ENOUGH and before is None:
            return Schedule(self._held_until, max(self._slowest, accepted / self._window), False)
        rate = SHARE * accepted / max(self._window, departed[-1] - departed[0]) if departed else 0.0
        if before is not None:
            current = before.rate_at(self._held_from)
            rate = min(SHARE * current, max(rate, DECREASE * current))
        return Schedule(self._held_until, max(self._slowest, rate), accepted >= ENOUGH)

    def _reserve(self, schedule: Schedule, now: float, deadline: float) -> float:
        slot = max(now, self._next)
        rate = schedule.rate_at(slot)
        if slot < deadline:
            self._next = slot + 1.0 / rate
        if rate > FASTEST:
            self._schedule = None
        return slot - now or self._take_slot(schedule, now)

    def _take_slot(self, schedule: Schedule, now: float) -> float:
        """Let a call leave whose slot has come. What a busy machine was late with is made up for slowly."""
        if now < self._earliest:
            return self._earliest - now
        self._earliest = now + CATCH_UP / schedule.rate_at(now)
        return 0.0
