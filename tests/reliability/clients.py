"""Clients for the tests that are not cases, and what they look at."""

from __future__ import annotations

import gc
import time
from typing import Any, List

import anyio

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

from .case import KEY
from .server import FaultServer

SOON = 1.0
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


def client_at(base_url: str, max_retries: int = 0) -> InfinityAssistantClient:
    """A client of a service that is no fault server."""
    return InfinityAssistantClient(KEY, base_url=base_url, max_retries=max_retries, retry_delay=0.01, timeout=5.0)


def text_of(events: Any) -> str:
    """The text of a stream that is read to its end."""
    return "".join(event.content for event in events if event.type == "text")


async def text_of_async(events: Any) -> str:
    """The text of a stream that is read to its end."""
    return "".join([event.content async for event in events if event.type == "text"])


def all_closed(server: FaultServer) -> bool:
    """Whether, within a second, no socket to `server` is left."""
    gc.collect()
    end = time.monotonic() + SOON
    while server.open_sockets() and time.monotonic() < end:
        time.sleep(0.01)
    return server.open_sockets() == 0


async def all_closed_async(server: FaultServer) -> bool:
    """Whether, within a second, no socket to `server` is left."""
    gc.collect()
    end = time.monotonic() + SOON
    while server.open_sockets() and time.monotonic() < end:
        await anyio.sleep(0.01)
    return server.open_sockets() == 0


def messages_by_connection(server: FaultServer) -> List[List[str]]:
    """What was asked on each connection."""
    asked: dict = {}
    for request in server.requests:
        asked.setdefault(request.connection, []).append(request.body.decode())
    return list(asked.values())
