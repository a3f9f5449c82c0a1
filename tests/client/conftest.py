"""Every test that takes `connect` runs three times: blocking, on asyncio and on trio."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import Any, Callable, Dict, Iterator

import httpx
import pytest
from anyio.from_thread import start_blocking_portal

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

from .blocking import Blocking
from .wire import WireServer

Connect = Callable[..., Any]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def colour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def connect(colour: str) -> Iterator[Connect]:
    """Makes clients of the colour at hand; they are closed when the test is over."""
    with ExitStack() as stack:
        if colour == "sync":
            yield lambda *args, **options: stack.enter_context(InfinityAssistantClient(*args, **_quick(options)))
            return
        portal = stack.enter_context(start_blocking_portal(backend=colour))

        def make(*args: Any, **options: Any) -> Any:
            return stack.enter_context(Blocking(AsyncInfinityAssistantClient(*args, **_quick(options)), portal))

        yield make


@pytest.fixture
def through(connect: Connect, colour: str) -> Connect:
    """Makes clients whose requests are answered by a function, by way of an httpx client."""

    def make(answer: Callable[[httpx.Request], httpx.Response], *args: Any, **options: Any) -> Any:
        kind: Any = httpx.Client if colour == "sync" else httpx.AsyncClient
        return connect(*args, http_client=kind(transport=httpx.MockTransport(answer)), **options)

    return make


@pytest.fixture
def wire() -> Iterator[WireServer]:
    """A server on a socket that answers with what the test puts in."""
    with WireServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def _quick(options: Dict[str, Any]) -> Dict[str, Any]:
    return {"retry_delay": 0.0, "timeout": 5.0, **options}
