"""One reader at a time; whoever closes the stream wakes it; a forked child has no part in it."""

from __future__ import annotations

import os
import threading
import time
from typing import Any, List

import anyio
import pytest

from infinity_assistant import (
    InfinityAssistantConcurrentReadError,
    InfinityAssistantForkedStreamError,
    InfinityAssistantStreamInterruptedError,
)
from tests.reliability.certificates import Certificates
from tests.reliability.clients import ASYNC_CLIENTS, CLIENTS, all_closed, async_client_of, client_of

from .scenes import Halting

every_loop = pytest.mark.parametrize("backend", ["asyncio", "trio"])
every_kind = pytest.mark.parametrize("kind", ["plain", "tls"])
every_way = pytest.mark.parametrize("way", CLIENTS)


def wait_until_reading(events: Any) -> None:
    while not events._guard.is_held:
        time.sleep(0.001)


def test_a_second_thread_is_refused_and_the_first_goes_on() -> None:
    with Halting() as scene, client_of(scene.server, timeout=10) as client:
        events, seen = client.chat_stream("hi"), []
        assert [next(events).type, next(events).type] == ["start", "text"]
        reader = threading.Thread(target=lambda: seen.extend(event.type for event in events))
        reader.start()
        wait_until_reading(events)
        with pytest.raises(InfinityAssistantConcurrentReadError, match="another task or thread"):
            next(events)
        scene.go_on.set()
        reader.join(5)
        assert seen == ["text", "metadata", "done"]


@every_loop
def test_a_second_task_is_refused_and_the_first_goes_on(backend: str) -> None:
    async def main() -> None:
        async def consume() -> None:
            seen.extend([event.type async for event in events])

        async with async_client_of(scene.server, timeout=10) as client:
            events = client.chat_stream("hi")
            await events.__anext__()
            await events.__anext__()
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(consume)
                while not events._guard.is_held:
                    await anyio.sleep(0.001)
                with pytest.raises(InfinityAssistantConcurrentReadError):
                    await events.__anext__()
                scene.go_on.set()
        assert seen == ["text", "metadata", "done"]

    seen: List[str] = []
    with Halting() as scene:
        anyio.run(main, backend=backend)


@every_kind
@every_way
def test_closing_wakes_a_reader_in_another_thread(kind: str, way: str, certificates: Certificates) -> None:
    """At once, and the server sees the connection end."""
    failures: List[BaseException] = []

    def consume() -> None:
        try:
            list(events)
        except BaseException as error:
            failures.append(error)

    tls = certificates.context("trusted") if kind == "tls" else None
    with Halting(tls=tls) as scene, CLIENTS[way](scene.server, timeout=30) as client:
        events = client.chat_stream("hi")
        reader = threading.Thread(target=consume)
        reader.start()
        while events.conversation_id is None or not events._guard.is_held:
            time.sleep(0.001)
        events.close()
        reader.join(5)
        assert not reader.is_alive()
        assert [type(error) for error in failures] == [InfinityAssistantStreamInterruptedError]
        assert failures[0].partial_text == "Hel"  # type: ignore[attr-defined]
        assert all_closed(scene.server)


@every_loop
@every_kind
@every_way
def test_closing_wakes_a_reader_in_another_task(kind: str, way: str, backend: str, certificates: Certificates) -> None:
    async def main() -> None:
        async def consume() -> None:
            with pytest.raises(InfinityAssistantStreamInterruptedError, match="the stream was closed"):
                await events.collect()

        async with ASYNC_CLIENTS[way](scene.server, timeout=30) as client:
            events = client.chat_stream("hi")
            with anyio.fail_after(5):
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(consume)
                    while events.conversation_id is None or not events._guard.is_held:
                        await anyio.sleep(0.001)
                    await events.aclose()

    with Halting(tls=certificates.context("trusted") if kind == "tls" else None) as scene:
        anyio.run(main, backend=backend)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_stream_belongs_to_the_process_that_opened_it() -> None:
    """The child is refused and takes no byte away; the parent reads on to the end."""
    with Halting() as scene, client_of(scene.server, timeout=10) as client:
        events = client.chat_stream("hi")
        next(events)
        child = os.fork()
        if not child:
            try:
                next(events)
            except InfinityAssistantForkedStreamError:
                events.close()
                os._exit(7)
            os._exit(1)
        _, status = os.waitpid(child, 0)
        assert os.WEXITSTATUS(status) == 7
        scene.go_on.set()
        assert events.collect().text == "Hello."
