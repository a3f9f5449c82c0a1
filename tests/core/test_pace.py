"""When calls leave, in a time that the test makes: no clock is read, and nothing waits."""

from __future__ import annotations

import heapq
import itertools
from functools import partial
from typing import Any, Callable, List, NamedTuple, Tuple

import pytest

import infinity_assistant as ia
from infinity_assistant._core.pace import IN_LINE, Pace
from infinity_assistant._http.connection_limit import Waiter

from .gateways import Gateway, bucket, slide, window

RETRY_AFTER = 1.0
FOREVER = float("inf")


class Played(NamedTuple):
    """What became of a crowd."""

    rate: float
    refused: float
    departures: List[float]


def make_rate_limit_error() -> ia.InfinityAssistantRateLimitError:
    error = ia.InfinityAssistantRateLimitError("slow down")
    error.retry_after = RETRY_AFTER
    return error


def play(gateway: Gateway, calls: int = 1500, latency: float = 0.01, cost: float = 0.0003) -> Played:
    """Let a crowd begin at once: a client that needs `cost` for each call, and a gateway that is `latency` away."""
    pace, order = Pace(), itertools.count()
    start = busy = clock = 1000.0
    waiting: List[Tuple[float, int, Callable[..., None], Tuple[Any, ...]]] = []
    departures: List[float] = []
    done: List[float] = []
    refused = 0

    def at(moment: float, what: Callable[..., None], *arguments: Any) -> None:
        heapq.heappush(waiting, (moment, next(order), what, arguments))

    def ask(now: float, ticket: int, first: bool = False) -> None:
        nonlocal clock
        clock = now
        wait = pace.admit(now, FOREVER, ticket)
        if wait == IN_LINE:
            waiter = pace.enqueue(lambda: at(clock, wake), now, first=first)
            at(now + pace.patience, lapse, waiter)
        elif wait > 0.0:
            at(now + wait, ask, pace.epoch)
        else:
            leave(now)

    def wake(now: float) -> None:
        if pace.take_turn(now):
            leave(now)
        else:
            ask(now, -1)

    def lapse(now: float, waiter: Waiter) -> None:
        nonlocal clock
        clock = now
        if waiter.withdraw():
            pace.leave_line(waiter, now)
            ask(now, -1, True)

    def leave(now: float) -> None:
        nonlocal busy
        departures.append(now)
        busy = now + cost
        at(busy + latency, respond, gateway(busy + latency / 2), now)

    def respond(now: float, passed: bool, departed: float) -> None:
        nonlocal refused, clock
        clock = now
        if passed:
            pace.respond()
            done.append(now)
            return
        refused += 1
        pace.release()
        pace.refuse(now, RETRY_AFTER, departed, make_rate_limit_error())
        at(now + RETRY_AFTER * 1.05, ask, -1)

    for _ in range(calls):
        at(start, ask, -1)
    while waiting:
        moment, _, what, arguments = heapq.heappop(waiting)
        what(max(moment, busy), *arguments)
    return Played(calls / (max(done) - start), refused / (calls + refused), departures)


GATEWAYS = {
    "bucket": lambda: bucket(100, 100),
    "window": lambda: window(100),
    "window-half": lambda: window(100, 0.5),
    "sliding": lambda: slide(100),
}


@pytest.mark.parametrize("latency", [0.002, 0.02, 0.1])
@pytest.mark.parametrize("name", GATEWAYS)
def test_a_crowd_gets_what_a_gateway_lets_pass(name: str, latency: float) -> None:
    """1,500 calls at once, 100 a second: all of them pass, nine in ten at the first attempt."""
    played = play(GATEWAYS[name](), latency=latency)
    assert played.rate >= 95
    assert played.refused <= 0.1


def test_a_crowd_is_not_held_back_where_nobody_refuses() -> None:
    """What 5,000 calls cost is their own work: 1.5 s here."""
    assert play(lambda now: True, calls=5000).rate > 0.9 / 0.0003


def test_a_slow_service_delays_a_crowd_by_less_than_a_second_and_a_half() -> None:
    departures = play(lambda now: True, calls=1000, latency=5.0).departures
    assert departures[-1] - departures[0] < 1.5


@pytest.mark.parametrize("calls", [1, 2, 64])
def test_a_few_calls_leave_at_once(calls: int) -> None:
    pace = Pace()
    assert [pace.admit(1000.0, FOREVER, -1) for _ in range(calls)] == [0.0] * calls


def test_a_call_that_was_cancelled_makes_room_for_another() -> None:
    pace = Pace()
    assert [pace.admit(1000.0, FOREVER, -1) for _ in range(64)] == [0.0] * 64
    assert pace.admit(1000.0, FOREVER, -1) == IN_LINE
    pace.release()
    assert pace.admit(1000.0, FOREVER, -1) == 0.0


def test_who_is_woken_in_line_does_not_leave_when_all_are_held_meanwhile() -> None:
    pace = Pace()
    woken = []
    for _ in range(64):
        pace.admit(1000.0, FOREVER, -1)
    pace.enqueue(lambda: woken.append(True), 1000.0)
    pace.respond()
    assert woken == [True]
    pace.refuse(1000.1, 1.0, 1000.0, make_rate_limit_error())
    assert not pace.take_turn(1000.1)


def test_those_who_wait_for_a_connection_are_held_too() -> None:
    """With two connections two calls leave, however many responses come, and the others have not left."""
    pace, woken = Pace(most=2), []  # type: ignore[var-annotated]
    for number in range(10):
        if pace.admit(0.0, FOREVER, -1) == IN_LINE:
            pace.enqueue(partial(woken.append, number), 0.0)
    for expected in range(2, 6):
        pace.respond()
        assert woken.pop() == expected
        assert not woken
        assert pace.take_turn(0.1)
    assert "all 2 were in use (see max_connections)" in pace.complaint
    pace.refuse(0.2, RETRY_AFTER, 0.1, make_rate_limit_error())
    pace.release()
    assert not pace.take_turn(0.3)
    assert pace.admit(0.3, FOREVER, -1) > 0.5


def test_calls_that_never_end_do_not_hold_up_the_others_for_ever() -> None:
    """Their event loop was dropped while they were under way, say."""
    pace = Pace(most=2)
    assert [pace.admit(0.0, FOREVER, -1) for _ in range(2)] == [0.0, 0.0]
    assert pace.admit(0.0, FOREVER, -1) == IN_LINE
    waiter = pace.enqueue(lambda: None, 0.0)
    assert waiter.withdraw()
    pace.leave_line(waiter, pace.patience)
    assert pace.admit(pace.patience, FOREVER, -1) == 0.0


def test_no_call_leaves_before_retry_after_has_passed() -> None:
    pace = Pace()
    assert pace.admit(1000.0, FOREVER, -1) == 0.0
    pace.refuse(1000.1, 2.0, 1000.0, make_rate_limit_error())
    assert pace.admit(1000.2, FOREVER, -1) == pytest.approx(1.9)
    assert pace.admit(1002.0, FOREVER, -1) > 0.0
    assert pace.admit(1002.11, FOREVER, -1) == 0.0


def test_retry_after_is_never_shortened_by_another() -> None:
    pace = Pace()
    pace.refuse(1000.0, 5.0, 1000.0, make_rate_limit_error())
    pace.refuse(1000.1, 1.0, 1000.0, make_rate_limit_error())
    assert pace.admit(1004.0, FOREVER, -1) == pytest.approx(1.0)


def test_nothing_is_reserved_for_a_call_that_would_come_too_late() -> None:
    """So that those who come after it do not wait for its turn."""
    pace = Pace()
    pace.refuse(1000.0, 1.0, 1000.0, make_rate_limit_error())
    waits = [pace.admit(1001.0, 1001.5, -1) for _ in range(50)]
    assert len({wait for wait in waits if wait >= 0.5}) == 1


def test_after_a_429_an_interactive_program_waits_for_retry_after_alone() -> None:
    pace = Pace()
    pace.admit(1000.0, FOREVER, -1)
    pace.refuse(1000.1, 1.0, 1000.0, make_rate_limit_error())
    assert pace.admit(1001.2, FOREVER, -1) == 0.0
    assert pace.admit(1003.0, FOREVER, -1) == 0.0


def test_a_limit_that_is_lifted_is_found_out() -> None:
    played = play(bucket(20, 20), calls=60)
    assert played.rate == pytest.approx(20, rel=0.2)
    begun = 0.0

    def lifted(now: float) -> bool:
        nonlocal begun
        begun = begun or now
        return now - begun > 5 or strict(now)

    strict = bucket(20, 20)
    assert play(lifted, calls=5000).rate > 40
