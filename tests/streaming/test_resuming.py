"""A wait that is cancelled loses nothing: the next one goes on."""

from __future__ import annotations

from typing import Any, List

import anyio
import pytest

from infinity_assistant import InfinityAssistantStreamInterruptedError, InfinityAssistantStreamTimeoutError, Timeout
from tests.reliability.certificates import Certificates
from tests.reliability.clients import async_client_of

from .scenes import HALF, Halting

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
@pytest.mark.parametrize("kind", ["plain", "tls"])
@pytest.mark.parametrize(
    "first", [HALF, HALF[:-20], HALF[:30], b""], ids=["event", "half-event", "half-head", "nothing"]
)
def test_a_heartbeat_loses_nothing(first: bytes, kind: str, backend: str, certificates: Certificates) -> None:
    """Wherever the response halts: before its head, in the head, in an event, between two."""

    async def main() -> None:
        async with async_client_of(scene.server, timeout=10) as client:
            events = client.chat_stream("hi")
            await read_with_heartbeat(events, scene, 3)
            assert (await events.collect()).text == "Hello."
        assert len(scene.server.requests) == 1

    tls = certificates.context("trusted") if kind == "tls" else None
    with Halting(first, tls=tls) as scene:
        anyio.run(main, backend=backend)


@every_loop
def test_the_silence_of_a_stream_is_measured_over_cancelled_waits(backend: str) -> None:
    """A heartbeat does not keep a dead stream alive."""

    async def main() -> None:
        async with async_client_of(scene.server, timeout=Timeout(total=5, idle=0.3)) as client:
            events = client.chat_stream("hi")
            with pytest.raises(InfinityAssistantStreamTimeoutError), anyio.fail_after(4):
                await read_with_heartbeat(events, scene, 10_000)

    with Halting() as scene:
        anyio.run(main, backend=backend)


@every_loop
def test_a_stream_cancelled_and_closed_is_cut(backend: str) -> None:
    async def main() -> None:
        async with async_client_of(scene.server) as client:
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
