"""Closing a stream wakes its reader before there is a response, too, and nothing is sent afterwards."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import ExitStack
from typing import Any, Callable, Dict, List

import anyio
import pytest

from infinity_assistant import InfinityAssistantStreamInterruptedError
from tests.reliability.clients import ASYNC_CLIENTS, CLIENTS
from tests.reliability.responses import response
from tests.reliability.server import FaultServer
from tests.reliability.servers import Deaf
from tests.reliability.steps import hang, read, send

# httpx on trio leaves its own generators to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")

LONG = 60.0
"""Seconds that the wait would last if nobody ended it."""

WAITS: Dict[str, Callable[[], FaultServer]] = {
    "connecting": Deaf,
    "the TLS handshake": lambda: FaultServer([hang], scheme="https"),
    "a retry": lambda: FaultServer([read, send(response({"error": "no"}, 503, {"Retry-After": "50"}))]),
    "the response": lambda: FaultServer([read, hang]),
    "a large request": lambda: FaultServer([hang]),
}
OPTIONS: Dict[str, Any] = {"a large request": {"extra_body": {"padding": "x" * 8_000_000}}}
#: httpx connects, and makes the handshake, where nobody can reach it.
PLAYED = [(wait, way) for wait in WAITS for way in CLIENTS]
PLAYED_SYNC = [(wait, way) for wait, way in PLAYED if way == "own" or wait not in ("connecting", "the TLS handshake")]


def has_begun(wait: str, server: FaultServer, events: Any) -> bool:
    """Whether the reader waits for what the test is about."""
    if not events._guard.is_held:
        return False
    if wait == "a retry":
        return bool(server.requests) and not events._source._state.is_attempting
    return wait == "connecting" or bool(server.attempts)


@pytest.mark.parametrize(("wait", "way"), PLAYED_SYNC)
def test_closing_wakes_a_thread_that_waits_for(wait: str, way: str) -> None:
    failures: List[BaseException] = []

    def consume() -> None:
        try:
            next(events)
        except BaseException as error:
            failures.append(error)

    with WAITS[wait]() as server, CLIENTS[way](server, timeout=LONG) as client:
        events = client.chat_stream("hi", **OPTIONS.get(wait, {}))
        reader = threading.Thread(target=consume, daemon=True)
        reader.start()
        while not has_begun(wait, server, events):
            time.sleep(0.005)
        events.close()
        reader.join(LONG / 2)
        assert [type(error) for error in failures] == [InfinityAssistantStreamInterruptedError]
        assert len(server.requests) <= 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize(("wait", "way"), PLAYED)
def test_closing_wakes_a_task_that_waits_for(wait: str, way: str, backend: str) -> None:
    async def consume(events: Any) -> None:
        with pytest.raises(InfinityAssistantStreamInterruptedError, match="the stream was closed"):
            await events.__anext__()

    async def main(server: FaultServer) -> None:
        async with ASYNC_CLIENTS[way](server, timeout=LONG) as client:
            events = client.chat_stream("hi", **OPTIONS.get(wait, {}))
            with anyio.fail_after(LONG / 2):
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(consume, events)
                    while not has_begun(wait, server, events):
                        await anyio.sleep(0.005)
                    await events.aclose()
        assert len(server.requests) <= 1

    with WAITS[wait]() as server:
        anyio.run(main, server, backend=backend)


def test_closing_wakes_a_thread_that_waits_for_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: over.wait(LONG) and [])
    with ExitStack() as stack:
        server = stack.enter_context(FaultServer())
        stack.callback(over.set)
        client = stack.enter_context(CLIENTS["own"](server, base_url="https://slow.invalid/api", timeout=LONG))
        events = client.chat_stream("hi")
        closer = threading.Timer(0.1, events.close)
        closer.start()
        with pytest.raises(InfinityAssistantStreamInterruptedError):
            next(events)
        assert not over.is_set()


def test_closing_wakes_a_thread_that_waits_for_its_turn() -> None:
    with FaultServer([read, hang]) as server, CLIENTS["own"](server, timeout=LONG, max_connections=1) as client:
        first, second = client.chat_stream("one"), client.chat_stream("two")
        readers = [threading.Thread(target=_expect_cut, args=(events,)) for events in (first, second)]
        readers[0].start()
        while not server.requests:
            time.sleep(0.005)
        readers[1].start()
        while not second._guard.is_held:
            time.sleep(0.005)
        for events, reader in ((second, readers[1]), (first, readers[0])):
            events.close()
            reader.join(LONG / 2)
            assert not reader.is_alive()
        assert len(server.requests) == 1


def _expect_cut(events: Any) -> None:
    with pytest.raises(InfinityAssistantStreamInterruptedError):
        next(events)
