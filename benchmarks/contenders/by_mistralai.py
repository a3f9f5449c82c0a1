"""The SDK `mistralai`."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Callable

from mistralai.client import Mistral

from benchmarks.contenders import MESSAGE, PATIENCE, together

ASKED: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": MESSAGE}]}


def client(base_url: str) -> Mistral:
    """Return the client, which is both synchronous and asynchronous."""
    return Mistral(api_key="k", server_url=base_url, timeout_ms=int(PATIENCE * 1000))


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    with client(base_url) as mistral:

        def one() -> bool:
            return bool(mistral.chat.complete(**ASKED).choices[0].message.content)

        yield lambda count: sum(one() for _ in range(count))


@contextmanager
def events(base_url: str) -> Iterator[Callable[[int], int]]:
    with client(base_url) as mistral:

        def one() -> bool:
            with mistral.chat.stream(**ASKED) as stream:
                return sum(bool(event.data.choices[0].delta.content) for event in stream) > 0

        yield lambda count: sum(one() for _ in range(count))


@asynccontextmanager
async def async_chat(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    async with client(base_url) as mistral:

        async def one() -> bool:
            return bool((await mistral.chat.complete_async(**ASKED)).choices[0].message.content)

        yield lambda count: together.calls(one, count, 1)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    async with client(base_url) as mistral:

        async def one() -> int:
            async with await mistral.chat.stream_async(**ASKED) as stream:
                return sum([bool(event.data.choices[0].delta.content) async for event in stream])

        yield lambda count: together.streams(one, count, width)


async_streams_100 = functools.partial(async_streams, width=100)
