"""A consumer that leaves a stream early leaves nothing behind."""

from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable

import anyio
import pytest

from infinity_assistant.errors import InfinityAssistantStreamInterruptedError

from .clients import ASYNC_CLIENTS, CLIENTS, all_closed, all_closed_async, async_client_of
from .responses import START, STREAM_HEAD, text
from .server import FaultServer
from .steps import hang, read, repeat, send

SCRIPTS = {
    "talking": [read, send(STREAM_HEAD + START), repeat(text("word "), 0.02)],
    "silent": [read, send(STREAM_HEAD + START + text("word ")), hang],
}


class Enough(Exception):
    """Raised by a consumer."""


def by_break(client: Any) -> None:
    for event in client.chat_stream("hi"):
        if event.type == "text":
            break


def by_close(client: Any) -> None:
    stream = client.chat_stream("hi")
    next(stream)
    stream.close()
    with pytest.raises(InfinityAssistantStreamInterruptedError):
        next(stream)


def by_with(client: Any) -> None:
    with client.chat_stream("hi") as stream:
        next(stream)


def by_error(client: Any) -> None:
    with pytest.raises(Enough), client.chat_stream("hi") as stream:
        for _ in stream:
            raise Enough


def by_forgetting(client: Any) -> None:
    next(client.chat_stream("hi"))


def by_break_of_text(client: Any) -> None:
    for _ in client.chat_stream("hi").text:
        break


def by_never_beginning(client: Any) -> None:
    client.chat_stream("hi")
    client.chat_stream("hi").close()


LEAVING = [by_break, by_close, by_with, by_error, by_forgetting, by_break_of_text, by_never_beginning]


@pytest.mark.parametrize("leave", LEAVING, ids=lambda leave: leave.__name__)
@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("way", CLIENTS)
def test_who_leaves_a_stream_leaves_no_socket(way: str, script: str, leave: Callable[[Any], None]) -> None:
    """The socket is closed within a second, while the client lives on."""
    with FaultServer(SCRIPTS[script]) as server, CLIENTS[way](server) as client:
        leave(client)
        assert all_closed(server)


async def by_async_break(client: Any) -> None:
    async for event in client.chat_stream("hi"):
        if event.type == "text":
            break


async def by_aclose(client: Any) -> None:
    stream = client.chat_stream("hi")
    await stream.__anext__()
    await stream.aclose()
    with pytest.raises(InfinityAssistantStreamInterruptedError):
        await stream.__anext__()


async def by_async_with(client: Any) -> None:
    async with client.chat_stream("hi") as stream:
        await stream.__anext__()


async def by_async_error(client: Any) -> None:
    with pytest.raises(Enough):
        async with client.chat_stream("hi") as stream:
            async for _ in stream:
                raise Enough


async def by_async_forgetting(client: Any) -> None:
    await client.chat_stream("hi").__anext__()


async def by_async_break_of_text(client: Any) -> None:
    async for _ in client.chat_stream("hi").text:
        break


async def by_async_never_beginning(client: Any) -> None:
    client.chat_stream("hi")
    await client.chat_stream("hi").aclose()


async def by_cancellation(client: Any) -> None:
    with anyio.move_on_after(0.2):
        async for _ in client.chat_stream("hi"):
            await anyio.sleep(0)


async def by_cancellation_of_the_consumer(client: Any) -> None:
    with anyio.move_on_after(0.2):
        async for _ in client.chat_stream("hi"):
            await anyio.sleep(10)


LEAVING_ASYNC = [
    by_async_break,
    by_aclose,
    by_async_with,
    by_async_error,
    by_async_forgetting,
    by_async_break_of_text,
    by_async_never_beginning,
    by_cancellation,
    by_cancellation_of_the_consumer,
]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("leave", LEAVING_ASYNC, ids=lambda leave: leave.__name__)
@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("way", ASYNC_CLIENTS)
@pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")  # httpx on trio, left before its end
def test_a_task_that_leaves_a_stream_leaves_no_socket(
    way: str, script: str, leave: Callable[[Any], Awaitable[None]], backend: str
) -> None:
    """The socket is closed within a second, while the client and the loop live on."""

    async def main(server: FaultServer) -> None:
        async with ASYNC_CLIENTS[way](server) as client:
            await leave(client)
            assert await all_closed_async(server)

    with FaultServer(SCRIPTS[script]) as server:
        anyio.run(main, server, backend=backend)


def test_a_stream_that_outlives_its_loop_leaves_no_socket() -> None:
    """A stream that is still held when `asyncio.run` ends is closed with the loop."""
    kept = []

    async def begin(client: Any) -> None:
        stream = client.chat_stream("hi")
        kept.append(stream)
        await stream.__anext__()

    with FaultServer(SCRIPTS["silent"]) as server:
        client = async_client_of(server)
        asyncio.run(begin(client))
        kept.clear()
        assert all_closed(server)
        asyncio.run(client.aclose())
