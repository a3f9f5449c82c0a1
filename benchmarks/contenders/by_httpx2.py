"""httpx2, the maintained continuation of httpx, by hand: calls and bytes."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Callable

import httpx2

from benchmarks.contenders import CHUNK, HEADERS, PATIENCE, QUESTION, together

LIMITS = httpx2.Limits(max_connections=None, max_keepalive_connections=None)


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    with httpx2.Client(headers=HEADERS, timeout=PATIENCE) as client:

        def one() -> bool:
            return bool(client.post(base_url + "/chat", json=QUESTION).json()["response"])

        yield lambda count: sum(one() for _ in range(count))


@contextmanager
def events(base_url: str) -> Iterator[Callable[[int], int]]:
    with httpx2.Client(headers=HEADERS, timeout=PATIENCE) as client:

        def one() -> bool:
            with client.stream("POST", base_url + "/chat/stream", json=QUESTION) as response:
                return sum(1 for _ in response.iter_raw()) > 0

        yield lambda count: sum(one() for _ in range(count))


@asynccontextmanager
async def async_chat(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    async with httpx2.AsyncClient(headers=HEADERS, timeout=PATIENCE) as client:

        async def one() -> bool:
            return bool((await client.post(base_url + "/chat", json=QUESTION)).json()["response"])

        yield lambda count: together.calls(one, count, 1)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    async with httpx2.AsyncClient(headers=HEADERS, timeout=PATIENCE, limits=LIMITS) as client:

        async def one() -> int:
            async with client.stream("POST", base_url + "/chat/stream", json=QUESTION) as response:
                return b"".join([piece async for piece in response.aiter_raw()]).count(CHUNK)

        yield lambda count: together.streams(one, count, width)


async_streams_100 = functools.partial(async_streams, width=100)
