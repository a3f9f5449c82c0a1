"""What a user would write on httpx directly: post, json; stream, iter_raw."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Callable

import httpx

from benchmarks.contenders import CHUNK, HEADERS, PATIENCE, QUESTION, together

LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None)


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    url = base_url + "/chat"
    with httpx.Client(headers=HEADERS, timeout=PATIENCE) as client:

        def run(count: int) -> int:
            return sum(bool(client.post(url, json=QUESTION).json()["response"]) for _ in range(count))

        yield run


@contextmanager
def events(base_url: str) -> Iterator[Callable[[int], int]]:
    url = base_url + "/chat/stream"
    with httpx.Client(headers=HEADERS, timeout=PATIENCE) as client:

        def run(count: int) -> int:
            return sum(one() for _ in range(count))

        def one() -> bool:
            with client.stream("POST", url, json=QUESTION) as response:
                return sum(1 for _ in response.iter_raw()) > 0

        yield run


@asynccontextmanager
async def async_chat(base_url: str, width: int = 1) -> AsyncIterator[Callable[[int], object]]:
    url = base_url + "/chat"
    async with httpx.AsyncClient(headers=HEADERS, timeout=PATIENCE, limits=LIMITS) as client:

        async def one() -> bool:
            return bool((await client.post(url, json=QUESTION)).json()["response"])

        yield lambda count: together.calls(one, count, width)


async_chat_50 = functools.partial(async_chat, width=50)


@asynccontextmanager
async def async_events(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    url = base_url + "/chat/stream"
    async with httpx.AsyncClient(headers=HEADERS, timeout=PATIENCE) as client:

        async def one() -> bool:
            async with client.stream("POST", url, json=QUESTION) as response:
                return len([None async for _ in response.aiter_raw()]) > 0

        yield lambda count: together.calls(one, count, 1)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    url = base_url + "/chat/stream"
    async with httpx.AsyncClient(headers=HEADERS, timeout=PATIENCE, limits=LIMITS) as client:

        async def one() -> int:
            async with client.stream("POST", url, json=QUESTION) as response:
                return b"".join([piece async for piece in response.aiter_raw()]).count(CHUNK)

        yield lambda count: together.streams(one, count, width)


async_streams_100 = functools.partial(async_streams, width=100)
