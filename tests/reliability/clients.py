"""Clients for the tests that are not cases, and what they look at."""

from __future__ import annotations

import gc
import os
import ssl
import time
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache
from typing import Any, AsyncContextManager, AsyncIterator, Callable, ContextManager, Dict, Iterator, List

import anyio
import httpx

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

from .case import KEY
from .server import FaultServer

ONE = httpx.Limits(max_connections=1)
"""With one connection, a call that leaks it leaves none to the next call."""
SOON = 5.0
"""Seconds within which what is no longer wanted must be gone."""


def client_of(server: FaultServer, **options: Any) -> InfinityAssistantClient:
    """A blocking client of `server`."""
    return InfinityAssistantClient(
        KEY, **{"base_url": f"{server.url}/api", "timeout": 5.0, "retry_delay": 0.01, **options}
    )


def async_client_of(server: FaultServer, **options: Any) -> AsyncInfinityAssistantClient:
    """A client of `server` for event loops."""
    return AsyncInfinityAssistantClient(
        KEY, **{"base_url": f"{server.url}/api", "timeout": 5.0, "retry_delay": 0.01, **options}
    )


@contextmanager
def make_lent_client(server: FaultServer, **options: Any) -> Iterator[InfinityAssistantClient]:
    """A blocking client of `server` that goes through a client of httpx."""
    http = httpx.Client(verify=trust(server), limits=ONE)
    with http, client_of(server, http_client=http, **options) as client:
        yield client


@asynccontextmanager
async def async_lent_client_of(server: FaultServer, **options: Any) -> AsyncIterator[AsyncInfinityAssistantClient]:
    """A client of `server` for event loops that goes through a client of httpx."""
    http = httpx.AsyncClient(verify=trust(server), limits=ONE)
    async with http, async_client_of(server, http_client=http, **options) as client:
        yield client


CLIENTS: Dict[str, Callable[..., ContextManager[InfinityAssistantClient]]] = {
    "own": client_of,
    "httpx": make_lent_client,
}
ASYNC_CLIENTS: Dict[str, Callable[..., AsyncContextManager[AsyncInfinityAssistantClient]]] = {
    "own": async_client_of,
    "httpx": async_lent_client_of,
}
"""The ways to a server: connections of our own, and a client of httpx."""


@lru_cache(maxsize=None)
def _trust_nobody() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def trust(server: FaultServer) -> ssl.SSLContext:
    """What an httpx client needs for `server`: making it takes longer than most tests."""
    is_secure = server.url.startswith("https")
    return ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE")) if is_secure else _trust_nobody()


def client_at(base_url: str, max_retries: int = 0) -> InfinityAssistantClient:
    """A client of a service that is no fault server."""
    return InfinityAssistantClient(KEY, base_url=base_url, max_retries=max_retries, retry_delay=0.01, timeout=5.0)


def text_of(events: Any) -> str:
    """The text of a stream that is read to its end."""
    return "".join(event.content for event in events if event.type == "text")


async def text_of_async(events: Any) -> str:
    """The text of a stream that is read to its end."""
    return "".join([event.content async for event in events if event.type == "text"])


def count_open(server: FaultServer, allowed: int = 0) -> int:
    """How many sockets to `server` are left `SOON`, or sooner if they are no more than `allowed`.

    One look decides: between two, a connection may be accepted that the client gave up just before.
    """
    end = time.monotonic() + SOON
    while True:
        count = server.open_sockets()
        if count <= allowed or time.monotonic() > end:
            return count
        time.sleep(0.01)


async def count_open_async(server: FaultServer, allowed: int = 0) -> int:
    """The same, while the event loop goes on."""
    end = time.monotonic() + SOON
    while True:
        count = server.open_sockets()
        if count <= allowed or time.monotonic() > end:
            return count
        await anyio.sleep(0.01)


def all_closed(server: FaultServer) -> bool:
    """Whether, `SOON`, no socket to `server` is left."""
    gc.collect()
    return count_open(server) == 0


async def all_closed_async(server: FaultServer) -> bool:
    """Whether, `SOON`, no socket to `server` is left."""
    gc.collect()
    return await count_open_async(server) == 0


def messages_by_connection(server: FaultServer) -> List[List[str]]:
    """What was asked on each connection."""
    asked: dict = {}
    for request in server.requests:
        asked.setdefault(request.connection, []).append(request.body.decode())
    return list(asked.values())
