"""A delivery that was seen before is refused."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, List, Set

import pytest

from infinity_assistant import webhooks
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantWebhookReplayError,
    InfinityAssistantWebhookVerificationError,
)

from .vectors import SECRET, delivery


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("check", [webhooks.verify, webhooks.parse])
def test_a_delivery_that_came_before_exactly_as_it_is_is_a_replay(check: Any) -> None:
    """An error of its own: a receiver responds with 2xx, since failures switch the webhook off."""
    guard = webhooks.ReplayGuard()
    check(*delivery(), SECRET, replay=guard)
    with pytest.raises(InfinityAssistantWebhookReplayError, match="received before") as caught:
        check(*delivery(), SECRET, replay=guard)
    assert isinstance(caught.value, InfinityAssistantWebhookVerificationError)
    check(*delivery('{"message":"Bye"}'), SECRET, replay=guard)
    assert len(guard) == 2


def test_the_same_data_at_another_time_is_delivered_and_counted() -> None:
    """Eight times "next" are eight messages, or replays: nobody can tell, so the receiver is told how many."""
    guard = webhooks.ReplayGuard()
    times = [f"2027-01-01T00:00:0{second}.000Z" for second in range(8)]
    repeated = [webhooks.parse(*delivery(timestamp=time), SECRET, replay=guard).repeated for time in times]
    assert repeated == list(range(8))
    assert webhooks.parse(*delivery('{"message":"Bye"}'), SECRET, replay=guard).repeated == 0
    assert webhooks.parse(*delivery(), SECRET).repeated == 0


def test_two_webhooks_that_tell_of_the_same_are_both_delivered() -> None:
    """A receiver that two accounts call, or one that is registered twice: each has a secret of its own."""
    guard, secrets = webhooks.ReplayGuard(), ["first", "second"]
    for secret in secrets:
        assert webhooks.parse(*delivery(secret=secret), secrets, replay=guard).repeated == 0
        with pytest.raises(InfinityAssistantWebhookReplayError):
            webhooks.parse(*delivery(secret=secret), secrets, replay=guard)


REFUSED = {
    "forged": lambda sent: (sent.body, "0" * 64),
    "of-another-event": lambda sent: (sent.body, sent.headers(event="chat.response")),
}


@pytest.mark.parametrize("forge", REFUSED.values(), ids=REFUSED.keys())
def test_a_delivery_that_is_refused_does_not_use_up_the_true_one(forge: Any) -> None:
    """Else a forger who is quicker could suppress deliveries."""
    guard, sent = webhooks.ReplayGuard(), delivery()
    with pytest.raises(InfinityAssistantWebhookVerificationError):
        webhooks.parse(*forge(sent), SECRET, replay=guard)
    assert webhooks.parse(*sent, SECRET, replay=guard).event == "chat.message"


def test_a_signature_is_forgotten_after_the_window() -> None:
    clock = Clock()
    guard = webhooks.ReplayGuard(window=60, clock=clock)
    assert guard.claim("a")
    clock.now += 59.9
    assert not guard.claim("a")
    assert guard.claim("b")
    clock.now += 0.1
    assert guard.claim("a")
    assert not guard.claim("b")
    assert len(guard) == 2


def test_memory_is_bounded() -> None:
    """The oldest is given up first."""
    guard = webhooks.ReplayGuard(size=100)
    for number in range(1000):
        assert guard.claim(str(number))
    assert len(guard) == 100
    assert not guard.claim("900")
    assert guard.claim("899")


def test_of_many_threads_one_gets_the_delivery() -> None:
    guard = webhooks.ReplayGuard()
    with ThreadPoolExecutor(16) as pool:
        claims: List[bool] = list(pool.map(lambda number: guard.claim(str(number % 50)), range(2000)))
    assert sum(claims) == 50


def test_a_memory_of_ones_own_will_do() -> None:
    """Such as a database that several processes share."""

    class Shared:
        seen: Set[str] = set()

        def claim(self, signature: str, /) -> bool:
            new = signature not in self.seen
            self.seen.add(signature)
            return new

    assert webhooks.parse(*delivery(), SECRET, replay=Shared()).repeated == 0
    with pytest.raises(InfinityAssistantWebhookReplayError):
        webhooks.verify(*delivery(), SECRET, replay=Shared())
    again = delivery(timestamp="2027-01-01T00:00:00.000Z")
    assert webhooks.parse(*again, SECRET, replay=Shared()).repeated == 1


def test_a_signal_handler_may_use_the_guard_while_it_is_in_use() -> None:
    guard = webhooks.ReplayGuard(clock=lambda: 0.0)
    with guard._own_lock():
        assert guard.claim("from the handler")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_fork_while_another_thread_holds_the_guard_hangs_nobody() -> None:
    guard, held, forked = webhooks.ReplayGuard(), threading.Event(), threading.Event()

    def hold() -> None:
        with guard._own_lock():
            held.set()
            forked.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(10)
    child = os.fork()
    if not child:
        os._exit(0 if guard.claim("in the child") else 1)
    forked.set()
    thread.join()
    assert os.waitpid(child, 0)[1] == 0


WRONG = [("window", 0), ("window", "3600"), ("window", float("nan")), ("size", 0), ("size", 1.5), ("size", None)]


@pytest.mark.parametrize(("argument", "value"), WRONG)
def test_a_guard_that_could_remember_nothing_is_a_mistake(argument: str, value: Any) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match=argument):
        webhooks.ReplayGuard(**{argument: value})


def test_a_guard_does_not_show_signatures() -> None:
    guard = webhooks.ReplayGuard()
    guard.claim("f00d")
    assert repr(guard) == "<ReplayGuard of 1 deliveries>"
