"""httpcore's connection pool without httpx around it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Callable

import httpcore

from benchmarks.contenders import HEADERS, QUESTION, together

SENT = list({**HEADERS, "content-type": "application/json"}.items())


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    url = base_url + "/chat"
    with httpcore.ConnectionPool() as pool:

        def one() -> bool:
            response = pool.request("POST", url, headers=SENT, content=json.dumps(QUESTION).encode())
            return bool(json.loads(response.content)["response"])

        yield lambda count: sum(one() for _ in range(count))


@asynccontextmanager
async def async_chat(base_url: str) -> AsyncIterator[Callable[[int], object]]:
    url = base_url + "/chat"
    async with httpcore.AsyncConnectionPool() as pool:

        async def one() -> bool:
            response = await pool.request("POST", url, headers=SENT, content=json.dumps(QUESTION).encode())
            return bool(json.loads(response.content)["response"])

        yield lambda count: together.calls(one, count, 1)
