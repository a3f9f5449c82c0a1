"""Many calls at once: what the service says to one of them holds for the others."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, List

import anyio
import pytest

import infinity_assistant as ia
from tests.client.conftest import Connect
from tests.client.wire import CHAT, QueuedResponse, WireServer

from .gateways import bucket

QUOTA = {"allowed": False, "limit": 50, "remaining": 0, "reset_at": "2126-11-23T00:00:00.000Z", "reason": "used up"}
USED_UP = {"error": "Rate limit exceeded", "message": "Come back", "rateLimit": QUOTA}
MOST_REFUSED = 0.8
"""Without a pace each call is refused once or more. The gate runs in this process, and a busy machine is late."""


class Gate(WireServer):
    """Lets 50 calls a second pass."""

    request_queue_size = 1000

    def __init__(self) -> None:
        super().__init__()
        self.passes = bucket(50, 50)
        self.refused = 0
        self._guard = threading.Lock()
        self._chat = self.say(CHAT).take()
        self._rejection = QueuedResponse(
            429, {"content-type": "application/json", "retry-after": "1"}, b'{"error": "slow down"}'
        )

    def take(self) -> QueuedResponse:
        with self._guard:
            if not self._responses or self.passes(time.monotonic()):
                return super().take()
            self.refused += 1
            return self._rejection


@pytest.fixture
def gate() -> Any:
    with Gate() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_threads_keep_the_pace_of_a_gateway(gate: Gate) -> None:
    with ia.InfinityAssistantClient("ia_key", base_url=gate.url) as client, ThreadPoolExecutor(150) as threads:
        copies = [client, client.with_options(timeout=30.0)]
        texts = list(threads.map(lambda number: copies[number % 2].chat("hi").response, range(150)))
    assert texts == ["Hello!"] * 150
    assert gate.refused <= 150 * MOST_REFUSED


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_keep_the_pace_of_a_gateway(gate: Gate, backend: str) -> None:
    async def main() -> None:
        client = ia.AsyncInfinityAssistantClient("ia_key", base_url=gate.url)
        async with client, anyio.create_task_group() as tasks:
            for _ in range(150):
                tasks.start_soon(client.chat, "hi")

    anyio.run(main, backend=backend)
    assert gate.refused <= 150 * MOST_REFUSED


def test_retry_after_holds_the_calls_of_that_caller_and_of_no_other(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "slow down"}, status=429, headers={"retry-after": "30"}).say(CHAT)
    client = connect("ia_alice", base_url=wire.url, max_retries=0)
    with pytest.raises(ia.InfinityAssistantRateLimitError) as first:
        client.chat("1")
    with pytest.raises(ia.InfinityAssistantRateLimitError) as second:
        client.with_options(timeout=2.0).get_usage()
    assert (first.value.remembered, second.value.remembered) == (False, True)
    assert second.value.attempts == ()
    assert second.value.applied is False
    assert 20 < (second.value.retry_after or 0.0) <= 30
    client.with_options(api_key="ia_bob").chat("3")
    assert len(wire.heard) == 2


def test_503_holds_that_operation_for_every_caller(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "busy"}, status=503, headers={"retry-after": "30"}).say(CHAT)
    client = connect("ia_alice", base_url=wire.url, max_retries=0)
    with pytest.raises(ia.InfinityAssistantServerError):
        client.chat("1")
    with pytest.raises(ia.InfinityAssistantServerError) as held:
        client.with_options(api_key="ia_bob").chat("2")
    assert held.value.remembered
    with pytest.raises(ia.InfinityAssistantResponseError):
        client.health()
    assert len(wire.heard) == 2


def test_a_held_call_goes_on_when_retry_after_has_passed(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "slow down"}, status=429, headers={"retry-after": "0.3"}).say(CHAT)
    client = connect("ia_alice", base_url=wire.url, max_retries=0)
    with pytest.raises(ia.InfinityAssistantRateLimitError):
        client.chat("1")
    began = time.monotonic()
    assert client.chat("2").response == "Hello!"
    assert time.monotonic() - began >= 0.25


def use_up(wire: WireServer) -> WireServer:
    """A daily quota that ends with the first message."""
    return wire.say(USED_UP, status=429).say(CHAT)


def test_after_a_daily_429_no_message_leaves(connect: Connect, wire: WireServer) -> None:
    client = connect("ia_alice", base_url=use_up(wire).url)
    errors: List[ia.InfinityAssistantRateLimitError] = []
    for number in range(1000):
        with pytest.raises(ia.InfinityAssistantRateLimitError, match="Come back") as caught:
            client.chat("hi") if number % 2 else client.chat_stream("hi").collect()
        errors.append(caught.value)
    assert len(wire.heard) == 1
    assert [error.remembered for error in errors[:2]] == [False, True]
    assert len({id(error) for error in errors}) == 1000
    assert errors[-1].reset_at == errors[0].reset_at
    assert errors[-1].rate_limit is not None
    assert errors[-1].rate_limit.limit == 50


def test_a_daily_429_holds_nothing_else(connect: Connect, wire: WireServer) -> None:
    client = connect("ia_alice", base_url=use_up(wire).url)
    with pytest.raises(ia.InfinityAssistantRateLimitError):
        client.chat("hi")
    with pytest.raises(ia.InfinityAssistantResponseError):
        client.get_usage()
    client.with_options(api_key="ia_bob").chat("hi")
    assert len(wire.heard) == 3


FORGETTING: Dict[str, Any] = {
    "forget_quota": lambda client: client.forget_quota(),
    "set_api_key": lambda client: client.set_api_key("ia_alice"),
}


@pytest.mark.parametrize("way", FORGETTING)
def test_the_quota_is_forgotten_if_asked(connect: Connect, wire: WireServer, way: str) -> None:
    client = connect("ia_alice", base_url=use_up(wire).url)
    with pytest.raises(ia.InfinityAssistantRateLimitError):
        client.chat("hi")
    FORGETTING[way](client)
    assert client.chat("hi").response == "Hello!"


def test_the_quota_is_not_remembered_if_that_is_switched_off(connect: Connect, wire: WireServer) -> None:
    client = connect("ia_alice", base_url=use_up(wire).url, remember_quota=False)
    with pytest.raises(ia.InfinityAssistantRateLimitError):
        client.chat("hi")
    assert client.chat("hi").response == "Hello!"


def test_the_end_of_a_quota_is_measured_by_the_clock_of_the_service(connect: Connect, wire: WireServer) -> None:
    """It says midnight, and that it is two seconds to midnight; what time it is here is no matter."""
    quota = {**QUOTA, "reset_at": "2031-01-01T00:00:00Z"}
    wire.say({**USED_UP, "rateLimit": quota}, status=429, headers={"date": "Tue, 31 Dec 2030 23:59:58 GMT"})
    with pytest.raises(ia.InfinityAssistantRateLimitError) as caught:
        connect("ia_alice", base_url=wire.url, max_retries=0).chat("hi")
    assert caught.value.retry_after == pytest.approx(2.0)
