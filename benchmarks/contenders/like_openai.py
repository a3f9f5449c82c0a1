"""The SDKs that were made from one mould: openai and groq."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Callable

from benchmarks.contenders import MESSAGE, PATIENCE, together

ASKED: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": MESSAGE}]}


def options(base_url: str) -> dict[str, Any]:
    """Return what the clients are made with."""
    return {"api_key": "k", "base_url": base_url, "timeout": PATIENCE}


def says_something(chunk: Any) -> bool:
    """Whether a chunk of the stream holds text."""
    return bool(chunk.choices and chunk.choices[0].delta.content)


class Work:
    """The contenders of one library, given its client classes."""

    def __init__(self, client: Any, async_client: Any) -> None:
        self._client, self._async_client = client, async_client

    @contextmanager
    def chat(self, base_url: str) -> Iterator[Callable[[int], int]]:
        with self._client(**options(base_url)) as client:

            def one() -> bool:
                return bool(client.chat.completions.create(**ASKED).choices[0].message.content)

            yield lambda count: sum(one() for _ in range(count))

    @contextmanager
    def events(self, base_url: str) -> Iterator[Callable[[int], int]]:
        with self._client(**options(base_url)) as client:

            def one() -> bool:
                return sum(map(says_something, client.chat.completions.create(**ASKED, stream=True))) > 0

            yield lambda count: sum(one() for _ in range(count))

    @asynccontextmanager
    async def async_chat(self, base_url: str) -> AsyncIterator[Callable[[int], object]]:
        async with self._async_client(**options(base_url)) as client:

            async def one() -> bool:
                return bool((await client.chat.completions.create(**ASKED)).choices[0].message.content)

            yield lambda count: together.calls(one, count, 1)

    @asynccontextmanager
    async def async_streams(self, base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
        async with self._async_client(**options(base_url)) as client:

            async def one() -> int:
                stream = await client.chat.completions.create(**ASKED, stream=True)
                return sum([says_something(chunk) async for chunk in stream])

            yield lambda count: together.streams(one, count, width)
