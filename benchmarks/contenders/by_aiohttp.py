"""The same on aiohttp, which does the parsing of HTTP in C."""

from __future__ import annotations

import functools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Callable

import aiohttp

from benchmarks.contenders import CHUNK, HEADERS, QUESTION, together


def session() -> aiohttp.ClientSession:
    """Return a session without a limit of connections."""
    return aiohttp.ClientSession(headers=HEADERS, connector=aiohttp.TCPConnector(limit=0))


@asynccontextmanager
async def async_chat(base_url: str, width: int = 1) -> AsyncIterator[Callable[[int], object]]:
    url = base_url + "/chat"
    async with session() as client:

        async def one() -> bool:
            async with client.post(url, json=QUESTION) as response:
                return bool((await response.json())["response"])

        yield lambda count: together.calls(one, count, width)


async_chat_16 = functools.partial(async_chat, width=16)
async_chat_50 = functools.partial(async_chat, width=50)


@asynccontextmanager
async def async_events(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    url = base_url + "/chat/stream"
    async with session() as client:

        async def one() -> bool:
            async with client.post(url, json=QUESTION) as response:
                return len([None async for _ in response.content.iter_chunks()]) > 0

        yield lambda count: together.calls(one, count, 1)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    url = base_url + "/chat/stream"
    async with session() as client:

        async def one() -> int:
            async with client.post(url, json=QUESTION) as response:
                return b"".join([piece async for piece in response.content.iter_any()]).count(CHUNK)

        yield lambda count: together.streams(one, count, width)


async_streams_1 = functools.partial(async_streams, width=1)
async_streams_10 = functools.partial(async_streams, width=10)
async_streams_100 = functools.partial(async_streams, width=100)


@asynccontextmanager
async def async_streams_read(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    """Read the lines and the JSON in them too, as the shortest code by hand would."""
    url = base_url + "/chat/stream"
    async with session() as client:

        async def one() -> int:
            async with client.post(url, json=QUESTION) as response:
                lines = [json.loads(line[5:]) async for line in response.content if line.startswith(b"data:")]
                return sum("text" in data for data in lines)

        yield lambda count: together.streams(one, count, width)
