"""The SDK `cohere`."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Callable

import httpx
from cohere import AsyncClientV2, ClientV2

from benchmarks.contenders import MESSAGE, together
from benchmarks.contenders.like_openai import options

ASKED: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": MESSAGE}]}
UNLIMITED = httpx.Limits(max_connections=None, max_keepalive_connections=None)


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    with ClientV2(**options(base_url)) as client:

        def one() -> bool:
            return bool(client.chat(**ASKED).message.content[0].text)

        yield lambda count: sum(one() for _ in range(count))


@contextmanager
def events(base_url: str) -> Iterator[Callable[[int], int]]:
    with ClientV2(**options(base_url)) as client:

        def one() -> bool:
            return len([event for event in client.chat_stream(**ASKED) if event.type == "content-delta"]) > 0

        yield lambda count: sum(one() for _ in range(count))


@asynccontextmanager
async def async_chat(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    async with AsyncClientV2(**options(base_url)) as client:

        async def one() -> bool:
            return bool((await client.chat(**ASKED)).message.content[0].text)

        yield lambda count: together.calls(one, count, 1)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    http = httpx.AsyncClient(limits=UNLIMITED, timeout=None)
    async with AsyncClientV2(**options(base_url), httpx_client=http) as client:

        async def one() -> int:
            return sum([event.type == "content-delta" async for event in client.chat_stream(**ASKED)])

        yield lambda count: together.streams(one, count, width)


async_streams_100 = functools.partial(async_streams, width=100)
