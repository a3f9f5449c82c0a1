"""One test, played with the blocking client, on asyncio, on uvloop and on trio."""

from __future__ import annotations

import asyncio
import importlib.util
import time
from typing import Any, Callable, Generator, List

import anyio
import pytest

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

KEY = "ia_network_0123456789"

Steps = Generator[Any, Any, None]

#: In what a client is used.
BACKENDS = [
    "sync",
    "asyncio",
    pytest.param(
        "uvloop",
        marks=pytest.mark.skipif(importlib.util.find_spec("uvloop") is None, reason="uvloop is not installed"),
    ),
    "trio",
]
ASYNC_BACKENDS = BACKENDS[1:]

every_backend = pytest.mark.parametrize("backend", BACKENDS)
every_async_backend = pytest.mark.parametrize("backend", ASYNC_BACKENDS)


class Pause:
    """A step that waits, in the manner of its backend."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


class Until:
    """A step that waits for a condition to become true."""

    def __init__(self, condition: Callable[[], Any]) -> None:
        self.condition = condition

    def is_due(self, began: float) -> bool:
        """Whether to wait no longer. Raises `AssertionError` after ten seconds."""
        assert time.monotonic() - began < 10, "it did not come to pass"
        return bool(self.condition())


class Together:
    """A step that makes several calls at once and returns what each gave, errors included."""

    def __init__(self, *calls: Callable[[], Any]) -> None:
        self.calls = calls


class Events:
    """A step that reads a stream to its end."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream


def play(backend: str, steps: Callable[[Any], Steps], url: str, **options: Any) -> None:
    """Make a client of `url` and go through `steps`: what they yield is called, or awaited, and sent back."""
    options = {"base_url": f"{url}/api", "timeout": 5.0, "max_retries": 0, "retry_delay": 0.0, **options}
    if backend == "sync":
        with InfinityAssistantClient(KEY, **options) as client:
            _play_blocking(steps(client))
    else:
        run(backend, _play_async, steps, options)


def run(backend: str, function: Callable[..., Any], *arguments: Any) -> Any:
    """Run an async function on `backend`."""
    if backend == "uvloop":
        return anyio.run(function, *arguments, backend="asyncio", backend_options={"use_uvloop": True})
    return anyio.run(function, *arguments, backend=backend)


async def _play_async(steps: Callable[[Any], Steps], options: Any) -> None:
    async with AsyncInfinityAssistantClient(KEY, **options) as client:
        await _drive(steps(client))


async def _drive(script: Steps) -> None:
    take, value = script.send, None
    while True:
        try:
            step = take(value)
        except StopIteration:
            return
        try:
            value, take = await _do_async(step), script.send
        except Exception as exc:
            value, take = exc, script.throw


async def _do_async(step: Any) -> Any:
    if isinstance(step, Pause):
        return await anyio.sleep(step.seconds)
    if isinstance(step, Until):
        began = time.monotonic()
        while not step.is_due(began):
            await anyio.sleep(0.005)
        return None
    if isinstance(step, Events):
        return [event async for event in step.stream]
    if isinstance(step, Together):
        results: List[Any] = [None] * len(step.calls)

        async def call(number: int) -> None:
            try:
                results[number] = await step.calls[number]()
            except Exception as exc:
                results[number] = exc

        async with anyio.create_task_group() as tasks:
            for number in range(len(step.calls)):
                tasks.start_soon(call, number)
        return results
    return await step


def _play_blocking(script: Steps) -> None:
    take, value = script.send, None
    while True:
        try:
            step = take(value)
        except StopIteration:
            return
        try:
            value, take = _do_blocking(step), script.send
        except Exception as exc:
            value, take = exc, script.throw


def _do_blocking(step: Any) -> Any:
    if isinstance(step, Pause):
        return time.sleep(step.seconds)
    if isinstance(step, Until):
        began = time.monotonic()
        while not step.is_due(began):
            time.sleep(0.005)
        return None
    if isinstance(step, Events):
        return list(step.stream)
    if isinstance(step, Together):
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(len(step.calls)) as threads:
            futures = [threads.submit(call) for call in step.calls]
        return [future.exception() or future.result() for future in futures]
    return step


def run_asyncio(main: Callable[[], Any]) -> Any:
    """Run a coroutine function with a loop that is closed by hand, as old programs do."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()
