"""The SDK `anthropic`."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Callable

from anthropic import Anthropic, AsyncAnthropic

from benchmarks.contenders import MESSAGE, together
from benchmarks.contenders.like_openai import options

ASKED: dict[str, Any] = {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": MESSAGE}]}


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    with Anthropic(**options(base_url)) as client:

        def one() -> bool:
            return bool(client.messages.create(**ASKED).content[0].text)

        yield lambda count: sum(one() for _ in range(count))


@contextmanager
def events(base_url: str) -> Iterator[Callable[[int], int]]:
    with Anthropic(**options(base_url)) as client:

        def one() -> bool:
            stream = client.messages.create(**ASKED, stream=True)
            return len([event for event in stream if event.type == "content_block_delta"]) > 0

        yield lambda count: sum(one() for _ in range(count))


@asynccontextmanager
async def async_chat(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    async with AsyncAnthropic(**options(base_url)) as client:

        async def one() -> bool:
            return bool((await client.messages.create(**ASKED)).content[0].text)

        yield lambda count: together.calls(one, count, 1)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    async with AsyncAnthropic(**options(base_url)) as client:

        async def one() -> int:
            stream = await client.messages.create(**ASKED, stream=True)
            return sum([event.type == "content_block_delta" async for event in stream])

        yield lambda count: together.streams(one, count, width)


async_streams_100 = functools.partial(async_streams, width=100)
