"""A wait that is cancelled loses nothing: the next one goes on."""

from __future__ import annotations

from typing import Any, List

import anyio
import pytest

from infinity_assistant import InfinityAssistantStreamInterruptedError, InfinityAssistantStreamTimeoutError, Timeout
from tests.reliability.certificates import Certificates
from tests.reliability.clients import ASYNC_CLIENTS
from tests.reliability.responses import HELLO, response, stream
from tests.reliability.server import FaultServer
from tests.reliability.steps import read, send

from .scenes import HALF, Halting

# httpx leaves its own generators to the garbage collector when a body is left before its end.
pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")

every_way = pytest.mark.parametrize("way", ASYNC_CLIENTS)
every_loop = pytest.mark.parametrize("backend", ["asyncio", "trio"])


async def read_with_heartbeat(events: Any, scene: Halting, beats: int) -> List[str]:
    """Read to the end; each wait is cancelled after a moment, and the server goes on after so many."""
    seen: List[str] = []
    while True:
        with anyio.move_on_after(0.1) as scope:
            try:
                event = await events.__anext__()
            except StopAsyncIteration:
                return seen
            seen.append(event.type)
        if scope.cancelled_caught:
            beats -= 1
            if not beats:
                scene.go_on.set()


@every_loop
@pytest.mark.parametrize(("kind", "way"), [("plain", "own"), ("tls", "own"), ("plain", "httpx")])
@pytest.mark.parametrize(
    "first", [HALF, HALF[:-20], HALF[:30], b""], ids=["event", "half-event", "half-head", "nothing"]
)
def test_a_heartbeat_loses_nothing(first: bytes, kind: str, way: str, backend: str, certificates: Certificates) -> None:
    """Wherever the response halts: before its head, in the head, in an event, between two."""

    async def main() -> None:
        async with ASYNC_CLIENTS[way](scene.server, timeout=10) as client:
            events = client.chat_stream("hi")
            await read_with_heartbeat(events, scene, 3)
            assert (await events.collect()).text == "Hello."
        assert len(scene.server.requests) == 1

    tls = certificates.context("trusted") if kind == "tls" else None
    with Halting(first, tls=tls) as scene:
        anyio.run(main, backend=backend)


@every_loop
@every_way
def test_a_wait_between_two_attempts_can_be_cancelled(way: str, backend: str) -> None:
    """The first attempt is over, and the next one has not begun: nothing is lost."""

    async def main() -> None:
        async with ASYNC_CLIENTS[way](server, timeout=20, max_retries=2) as client:
            events = client.chat_stream("hi")
            with anyio.move_on_after(0.3):
                await events.collect()
            assert len(server.requests) == 1
            assert (await events.collect()).text == "Hello."
        assert [attempt.outcome for attempt in events.attempts] == ["503", "200"]

    busy = response(b"{}", 503, headers=(("Retry-After", "1"),))
    with FaultServer([read, send(busy)], [read, send(stream(HELLO))]) as server:
        anyio.run(main, backend=backend)


@every_loop
@every_way
def test_the_silence_of_a_stream_is_measured_over_cancelled_waits(way: str, backend: str) -> None:
    """A heartbeat does not keep a dead stream alive."""

    async def main() -> None:
        async with ASYNC_CLIENTS[way](scene.server, timeout=Timeout(total=5, idle=0.3)) as client:
            events = client.chat_stream("hi")
            with pytest.raises(InfinityAssistantStreamTimeoutError), anyio.fail_after(4):
                await read_with_heartbeat(events, scene, 10_000)

    with Halting() as scene:
        anyio.run(main, backend=backend)


@every_loop
@every_way
def test_a_stream_cancelled_and_closed_is_cut(way: str, backend: str) -> None:
    async def main() -> None:
        async with ASYNC_CLIENTS[way](scene.server) as client:
            events = client.chat_stream("hi")
            with anyio.move_on_after(0.1):
                async for _ in events:
                    pass
            await events.aclose()
            with pytest.raises(InfinityAssistantStreamInterruptedError) as caught:
                await events.collect()
            assert caught.value.partial_text == "Hel"

    with Halting() as scene:
        anyio.run(main, backend=backend)
