"""This SDK, with typed results, retries, deadlines and errors all in place."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Callable

from benchmarks.contenders import CONVERSATION, KEY, MESSAGE, PATIENCE, together, without_extras
from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

Options = dict[str, Any]


def options(base_url: str) -> Options:
    """Return what both clients are made with."""
    without_extras()
    return {"api_key": KEY, "base_url": base_url, "timeout": PATIENCE}


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    with InfinityAssistantClient(**options(base_url)) as client:

        def run(count: int) -> int:
            return sum(bool(client.chat(MESSAGE, conversation_id=CONVERSATION).response) for _ in range(count))

        yield run


@contextmanager
def events(base_url: str) -> Iterator[Callable[[int], int]]:
    with InfinityAssistantClient(**options(base_url)) as client:

        def one() -> bool:
            with client.chat_stream(MESSAGE, conversation_id=CONVERSATION) as stream:
                return sum(1 for event in stream if event.type == "text") > 0

        yield lambda count: sum(one() for _ in range(count))


@asynccontextmanager
async def async_chat(base_url: str, width: int = 1) -> AsyncIterator[Callable[[int], object]]:
    async with AsyncInfinityAssistantClient(**options(base_url)) as client:

        async def one() -> bool:
            return bool((await client.chat(MESSAGE, conversation_id=CONVERSATION)).response)

        yield lambda count: together.calls(one, count, width)


async_chat_16 = functools.partial(async_chat, width=16)
async_chat_50 = functools.partial(async_chat, width=50)


@asynccontextmanager
async def async_events(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    async with AsyncInfinityAssistantClient(**options(base_url)) as client:

        async def one() -> bool:
            async with client.chat_stream(MESSAGE, conversation_id=CONVERSATION) as stream:
                return len([None async for event in stream if event.type == "text"]) > 0

        yield lambda count: together.calls(one, count, 1)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    async with AsyncInfinityAssistantClient(**options(base_url)) as client:

        async def one() -> int:
            async with client.chat_stream(MESSAGE, conversation_id=CONVERSATION) as stream:
                return len([None async for event in stream if event.type == "text"])

        yield lambda count: together.streams(one, count, width)


async_streams_1 = functools.partial(async_streams, width=1)
async_streams_10 = functools.partial(async_streams, width=10)
async_streams_100 = functools.partial(async_streams, width=100)
