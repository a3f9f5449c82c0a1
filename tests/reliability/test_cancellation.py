"""Cancellation, at every point at which a call can be suspended.

A call that is cancelled while it waits for another try may leave the idle connection of the first.
"""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Generator

import anyio
import pytest

from .certificates import Certificates
from .clients import ASYNC_CLIENTS, all_closed_async, text_of_async
from .responses import CHAT, HEALTH, HELLO, chunk, head, response, stream
from .server import FaultServer
from .steps import drip, pause, read, send

HEAD = head(headers={"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
SLOW = [read, send(HEAD), drip(chunk(response(CHAT)[-120:]), 0.002, size=60)]
CHAT_RESPONSE = [read, pause(0.01), send(response(CHAT)[:60]), pause(0.01), send(response(CHAT)[60:])]
STREAM_RESPONSE = [read, drip(stream(HELLO), 0.005, size=80)]
MOST = 200
"""No call here is suspended so often."""


class Interrupted:
    """Awaits something, and cancels `scope` as it is suspended for the `at`-th time."""

    def __init__(self, awaitable: Awaitable[Any], scope: anyio.CancelScope, at: int) -> None:
        self.awaitable, self.scope, self.at, self.points = awaitable, scope, at, 0

    def __await__(self) -> Generator[Any, Any, Any]:
        inner: Any = self.awaitable.__await__()
        step, value = inner.send, None
        while True:
            try:
                waited = step(value)
            except StopIteration as end:
                return end.value
            self.points += 1
            if self.points == self.at:
                self.scope.cancel()
            try:
                value = yield waited
                step = inner.send
            except BaseException as error:
                value, step = error, inner.throw


async def chat(client: Any) -> None:
    assert (await client.chat("hi")).response == "Hello."


async def read_stream(client: Any) -> None:
    # A stream could go on after a cancelled wait, so it is the block that says that nobody will.
    async with client.chat_stream("hi") as events:
        assert await text_of_async(events) == "Hello."


async def retry(client: Any) -> None:
    assert (await client.health()).status == "healthy"


UNAVAILABLE = [read, send(response({"error": "no"}, 503))]
CALLS = {
    "chat": (chat, [CHAT_RESPONSE]),
    "stream": (read_stream, [STREAM_RESPONSE]),
    "retried": (retry, [UNAVAILABLE, [read, send(response(HEALTH))]]),
}


async def interrupt(server: FaultServer, call: Callable[[Any], Awaitable[None]], way: str, at: int) -> bool:
    """Make a call, cancel it at its `at`-th suspension; say whether that came to pass."""
    async with ASYNC_CLIENTS[way](server) as client:
        with anyio.CancelScope() as scope:
            interrupted = Interrupted(call(client), scope, at)
            await interrupted
        # Cancelled while the end of the response was on its way, httpx keeps the connection for the next call.
        waiting = (call is retry or way == "httpx") and server.open_sockets() == 1
        assert waiting or not scope.cancelled_caught or await all_closed_async(server), (
            "the cancelled call leaked a socket"
        )
        server.attempts.clear()
        await call(client)
    assert await all_closed_async(server), "the client leaked a socket"
    return interrupted.points >= at


async def at_every_point(server: FaultServer, call: Callable[[Any], Awaitable[None]], way: str) -> int:
    """Cancel a call at each of its points; return how many there were."""
    for at in range(1, MOST):
        server.attempts.clear()
        if not await interrupt(server, call, way, at):
            return at - 1
    raise AssertionError("the call never ran to its end")


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("kind", ["plain", "tls"])
@pytest.mark.parametrize("way", ASYNC_CLIENTS)
@pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")  # httpx on trio, left before its end
@pytest.mark.parametrize("name", CALLS)
def test_a_call_can_be_cancelled_anywhere(
    name: str, kind: str, way: str, backend: str, certificates: Certificates
) -> None:
    """The client is of use afterwards, and no socket is left."""
    call, scripts = CALLS[name]
    with FaultServer(*scripts, tls=certificates.context("trusted") if kind == "tls" else None) as server:
        assert anyio.run(at_every_point, server, call, way, backend=backend) >= 3
