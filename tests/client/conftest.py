"""Every test that takes `connect` runs three times: blocking, on asyncio and on trio."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import Any, Callable, Dict, Iterator, Optional

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

from .blocking import Blocking
from .wire import WireServer

Connect = Callable[..., Any]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def runtime(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def portal(runtime: str) -> Iterator[Optional[BlockingPortal]]:
    """The event loop of the runtime at hand; none for the blocking one."""
    if runtime == "sync":
        yield None
        return
    with start_blocking_portal(backend=runtime) as running:
        yield running


@pytest.fixture
def connect(portal: Optional[BlockingPortal]) -> Iterator[Connect]:
    """Makes clients of the runtime at hand; they are closed when the test is over."""
    with ExitStack() as stack:
        if portal is None:
            yield lambda *args, **options: stack.enter_context(InfinityAssistantClient(*args, **_quick(options)))
            return
        loop = portal

        def make(*args: Any, **options: Any) -> Any:
            return stack.enter_context(Blocking(AsyncInfinityAssistantClient(*args, **_quick(options)), loop))

        yield make


@pytest.fixture
def wire() -> Iterator[WireServer]:
    """A server on a socket that responds with what the test puts in."""
    with WireServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def _quick(options: Dict[str, Any]) -> Dict[str, Any]:
    return {"retry_delay": 0.0, "timeout": 5.0, **options}
