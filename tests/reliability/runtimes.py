"""The calls of the cases, made with each client on each event loop."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Callable, Dict, List, Mapping, Optional

import anyio
import httpx

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

from .case import KEY, MESSAGE, Case
from .clients import count_open, count_open_async, trust
from .server import FaultServer


@dataclass
class Outcome:
    """What became of a call."""

    result: Any = None
    error: Optional[BaseException] = None
    events: List[Any] = field(default_factory=list)
    elapsed: float = 0.0
    open: int = 0
    open_after_close: int = 0

    @property
    def text(self) -> str:
        """The text that a stream delivered."""
        return "".join(event.content for event in self.events if event.type == "text")


UNARY: Dict[str, Callable[..., Any]] = {
    "chat": lambda client, **arguments: client.chat(arguments.pop("message", MESSAGE), **arguments),
    "health": lambda client, **arguments: client.health(**arguments),
    "search": lambda client, **arguments: client.search_knowledge(arguments.pop("query", "tea"), **arguments),
}
TEXT: Dict[str, Callable[[Any], Any]] = {
    "chat": lambda response: response.response,
    "health": lambda response: response.status,
    "search": lambda response: response.query,
}


def open_stream(client: Any, arguments: Mapping[str, Any]) -> Any:
    """The stream of a chat that has not begun."""
    return client.chat_stream(**{"message": MESSAGE, **arguments})


def call_sync(client: InfinityAssistantClient, name: str, arguments: Mapping[str, Any]) -> Outcome:
    """Make one call."""
    outcome, began = Outcome(), time.monotonic()
    try:
        if name == "stream":
            for event in open_stream(client, arguments):
                outcome.events.append(event)
        else:
            outcome.result = UNARY[name](client, **arguments)
    except Exception as error:
        outcome.error = error
    outcome.elapsed = time.monotonic() - began
    return outcome


async def call_async(client: AsyncInfinityAssistantClient, name: str, arguments: Mapping[str, Any]) -> Outcome:
    """Make one call."""
    outcome, began = Outcome(), time.monotonic()
    try:
        if name == "stream":
            async for event in open_stream(client, arguments):
                outcome.events.append(event)
        else:
            outcome.result = await UNARY[name](client, **arguments)
    except Exception as error:
        outcome.error = error
    outcome.elapsed = time.monotonic() - began
    return outcome


def run_sync(case: Case, server: FaultServer) -> Outcome:
    """Play a case with the blocking client."""
    outcome = _play_sync(case, server)
    outcome.open_after_close = count_open(server)
    return outcome


def run_lent(case: Case, server: FaultServer) -> Outcome:
    """Play a case with the blocking client, through a client of httpx."""
    with httpx.Client(verify=trust(server)) as http_client:
        outcome = _play_sync(case, server, http_client=http_client)
    outcome.open_after_close = count_open(server)
    return outcome


def run_async(backend: str, case: Case, server: FaultServer) -> Outcome:
    """Play a case on an event loop."""
    return anyio.run(partial(_run_async, case, server), backend=backend)


def run_lent_async(backend: str, case: Case, server: FaultServer) -> Outcome:
    """Play a case on an event loop, through a client of httpx."""
    return anyio.run(partial(_run_lent_async, case, server), backend=backend)


async def _run_async(case: Case, server: FaultServer) -> Outcome:
    outcome = await _play(case, server)
    outcome.open_after_close = await count_open_async(server)
    return outcome


async def _run_lent_async(case: Case, server: FaultServer) -> Outcome:
    async with httpx.AsyncClient(verify=trust(server)) as http_client:
        outcome = await _play(case, server, http_client=http_client)
    outcome.open_after_close = await count_open_async(server)
    return outcome


def _play_sync(case: Case, server: FaultServer, **more: Any) -> Outcome:
    with InfinityAssistantClient(KEY, **_options(case, server), **more) as client:
        for name in case.before:
            _must_succeed(call_sync(client, name, {}))
            time.sleep(case.between)
        outcome = call_sync(client, case.call, case.arguments)
        outcome.open = count_open(server, case.open)
    return outcome


async def _play(case: Case, server: FaultServer, **more: Any) -> Outcome:
    async with AsyncInfinityAssistantClient(KEY, **_options(case, server), **more) as client:
        for name in case.before:
            _must_succeed(await call_async(client, name, {}))
            await anyio.sleep(case.between)
        outcome = await call_async(client, case.call, case.arguments)
        if more:
            gc.collect()  # On trio, httpx leaves its own generators to the garbage collector.
        outcome.open = await count_open_async(server, case.open)
    return outcome


RUNTIMES: Dict[str, Callable[[Case, FaultServer], Outcome]] = {
    "sync": run_sync,
    "asyncio": partial(run_async, "asyncio"),
    "trio": partial(run_async, "trio"),
}

LENT: Dict[str, Callable[[Case, FaultServer], Outcome]] = {
    "sync": run_lent,
    "asyncio": partial(run_lent_async, "asyncio"),
    "trio": partial(run_lent_async, "trio"),
}


def _options(case: Case, server: FaultServer) -> Dict[str, Any]:
    common = {
        "base_url": f"{server.url}/api",
        "timeout": case.timeout,
        "max_retries": case.retries,
        "retry_delay": 0.01,
    }
    return {**common, **case.options}


def _must_succeed(outcome: Outcome) -> None:
    if outcome.error is not None:
        raise outcome.error
