"""A job with a journal, to the same calls through the client alone and to aiohttp with a semaphore."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Callable

from benchmarks.contenders import MESSAGE
from benchmarks.contenders.by_sdk import options
from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, api, bulk

WIDTH = 16


def calls(count: int) -> Iterator[Any]:
    """Make different calls as they are needed."""
    return (api.chat(message=f"{MESSAGE} {number}") for number in range(count))


@contextmanager
def journals() -> Iterator[Iterator[Path]]:
    """Give a new journal for each round."""
    with tempfile.TemporaryDirectory() as folder:
        yield (Path(folder, f"{number}.db") for number in itertools.count())


@asynccontextmanager
async def async_chat(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    async with AsyncInfinityAssistantClient(**options(base_url)) as client:
        with journals() as paths:

            async def run(count: int) -> int:
                job = bulk.arun(client, calls(count), journal=next(paths), concurrency=WIDTH)
                return sum([bool(result.response.response) async for result in job])

            yield run


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    with InfinityAssistantClient(**options(base_url)) as client, journals() as paths:

        def run(count: int) -> int:
            job = bulk.run(client, calls(count), journal=next(paths), concurrency=WIDTH)
            return sum(bool(result.response.response) for result in job)

        yield run


@contextmanager
def threads(base_url: str) -> Iterator[Callable[[int], int]]:
    """The same calls without a job, in as many threads."""
    with InfinityAssistantClient(**options(base_url)) as client, ThreadPoolExecutor(WIDTH) as executor:
        yield lambda count: sum(bool(made.parsed.response) for made in executor.map(client.request, calls(count)))
