"""A deadline holds while bytes keep coming, and the caller's own cancellation is never taken for one."""

from __future__ import annotations

import asyncio
import time
from typing import Any, List

import anyio
import pytest

from infinity_assistant import (
    AsyncInfinityAssistantClient,
    InfinityAssistantError,
    InfinityAssistantTimeoutError,
    Timeout,
)
from tests.reliability.responses import CHAT, HEALTH, STREAM_HEAD, dump, head, response
from tests.reliability.server import FaultServer
from tests.reliability.steps import drip, hang, read, repeat, send

from .play import KEY, Events, Steps, every_async_backend, every_backend, play, run
from .test_connecting import silent_port

__all__ = ["silent_port"]

FLOOD = [read, send(STREAM_HEAD), repeat(b": nothing\n\n" * 2000)]
ENDLESS = [read, send(head(headers={"Content-Type": "application/json"})), repeat(b" " * 65536)]


@every_backend
def test_a_flood_of_comments_does_not_hold_up_the_deadline_of_a_stream(backend: str) -> None:
    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantTimeoutError):
            yield Events(client.chat_stream("hi"))

    with FaultServer(FLOOD) as server:
        began = time.monotonic()
        play(backend, steps, server.url, timeout=Timeout(total=0.7, first_event=0.7, idle=0.7))
        assert time.monotonic() - began < 2


@every_backend
def test_an_endless_body_does_not_hold_up_the_deadline_of_a_call(backend: str) -> None:
    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantTimeoutError):
            yield client.health()

    with FaultServer(ENDLESS) as server:
        began = time.monotonic()
        play(backend, steps, server.url, timeout=0.7, max_response_bytes=1 << 40)
        assert time.monotonic() - began < 3


@every_async_backend
def test_a_busy_loop_does_not_hold_up_the_deadline_of_a_dripping_response(backend: str) -> None:
    """The reader and the timer fall into one pass of the loop, and the reader comes first."""

    async def keep_busy() -> None:
        while True:
            time.sleep(0.01)
            await anyio.sleep(0)

    async def main(url: str) -> float:
        client = AsyncInfinityAssistantClient(KEY, base_url=url, timeout=0.7, max_retries=0)
        async with client, anyio.create_task_group() as tasks:
            tasks.start_soon(keep_busy)
            began = time.monotonic()
            with pytest.raises(InfinityAssistantTimeoutError):
                await client.chat("hi")
            elapsed = time.monotonic() - began
            tasks.cancel_scope.cancel()
        return elapsed

    with FaultServer([read, drip(response(dump(CHAT) + b" " * 5000), 0.002)]) as server:
        assert run(backend, main, f"{server.url}/api") < 2


@every_backend
def test_a_deadline_that_lies_weeks_ahead_is_kept_by_every_system(backend: str) -> None:
    """The system counts timeouts in milliseconds and in 32 bits."""

    def steps(client: Any) -> Steps:
        assert (yield client.health()).status == "healthy"

    with FaultServer([read, send(response(HEALTH))]) as server:
        seconds = 2_500_000.0
        play(backend, steps, server.url, timeout=Timeout(total=seconds, connect=seconds))


@every_async_backend
def test_a_cancellation_that_falls_on_the_connect_timeout_is_a_cancellation(backend: str, silent_port: int) -> None:
    async def once() -> str:
        client = AsyncInfinityAssistantClient(
            base_url=f"http://127.0.0.1:{silent_port}/api", timeout=Timeout(total=20, connect=0.2), retry_delay=0
        )
        with anyio.move_on_after(0.2) as scope:
            try:
                await client.health()
            except InfinityAssistantError as error:
                return f"{error!r} after {len(error.attempts)} attempts"
        return "cancelled" if scope.cancelled_caught else "finished"

    async def main() -> List[str]:
        return [await once() for _ in range(10)]

    # trio may see its own deadline a moment before ours: then the call goes on to its next wait, and ends there.
    assert set(run(backend, main)) == {"cancelled"}


def test_a_task_that_is_cancelled_while_it_connects_sends_nothing_afterwards() -> None:
    """However late the cancellation comes: `Task.cancel` may be called when the connection is there already."""

    async def main(url: str, after: int) -> bool:
        async with AsyncInfinityAssistantClient(KEY, base_url=url, timeout=5, max_retries=3, retry_delay=0) as client:
            task = asyncio.ensure_future(client.chat("hi"))
            for _ in range(after):
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return True

    for after in range(1, 8):
        with FaultServer([read, hang]) as server:
            assert asyncio.run(main(f"{server.url}/api", after))
            time.sleep(0.02)
            assert len(server.requests) <= 1
            assert not [attempt for attempt in server.attempts[1:] if attempt.received]
