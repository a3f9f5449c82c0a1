"""Many calls through many faults: `python -m tests.reliability.soak [--calls 20000] [--streams 2000]`.

Threads and tasks call an emulator that goes wrong at random. Every response is checked against what the emulator
stored: nothing lost, doubled or swapped. File descriptors and memory stay flat.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable, Dict, Iterator, List, Optional, Tuple

import psutil

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient
from infinity_assistant.errors import InfinityAssistantError

from .soak_server import SoakServer, Stored, soak_server
from .sockets import open_sockets

THREADS, TASKS = 8, 32
TIMEOUT = 20.0
SPARE_MEMORY = 48 * 2**20
"""Bytes that the process may grow after the first part, most of it the record of what was received."""


@dataclass
class Record:
    """What became of each chat: its text, and whether the call said that this was all of it."""

    responses: Dict[str, Tuple[str, bool]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    done: int = 0

    def chat(self, name: str, text: str, error: Optional[InfinityAssistantError]) -> None:
        """Note one chat or stream."""
        self.responses[name] = (text, error is None)
        self.note(error)

    def note(self, error: Optional[InfinityAssistantError]) -> None:
        """Note how a call ended."""
        self.done += 1
        if error is not None:
            self.errors[type(error).__name__] += 1


def message(name: str) -> str:
    """What is asked in the conversation of that name."""
    return f"Please repeat the word {name}."


def question(name: str) -> str:
    """What is searched for: the response repeats what was asked."""
    return f"word {name}"


class Blocking:
    """The calls of the soak, for threads."""

    def __init__(self, client: InfinityAssistantClient, record: Record) -> None:
        self.client, self.record = client, record

    def chat(self, name: str) -> None:
        """Ask and note the response."""
        try:
            self.record.chat(name, self.client.chat(message(name), conversation_id=name).response, None)
        except InfinityAssistantError as error:
            self.record.chat(name, "", error)

    def stream(self, name: str) -> None:
        """Ask for a stream and note its text."""
        pieces: List[str] = []
        try:
            with self.client.chat_stream(message(name), conversation_id=name) as events:
                pieces.extend(events.text)
            self.record.chat(name, "".join(pieces), None)
        except InfinityAssistantError as error:
            self.record.chat(name, "".join(pieces), error)

    def search(self, name: str) -> None:
        """Search, and see that the response is to this question."""
        try:
            assert self.client.search_knowledge(question(name)).query == question(name), "a response was swapped"
            self.record.note(None)
        except InfinityAssistantError as error:
            self.record.note(error)


class OnLoops:
    """The calls of the soak, for tasks."""

    def __init__(self, client: AsyncInfinityAssistantClient, record: Record) -> None:
        self.client, self.record = client, record

    async def chat(self, name: str) -> None:
        """Ask and note the response."""
        try:
            response = await self.client.chat(message(name), conversation_id=name)
            self.record.chat(name, response.response, None)
        except InfinityAssistantError as error:
            self.record.chat(name, "", error)

    async def stream(self, name: str) -> None:
        """Ask for a stream and note its text."""
        pieces: List[str] = []
        try:
            async with self.client.chat_stream(message(name), conversation_id=name) as events:
                async for piece in events.text:
                    pieces.append(piece)
            self.record.chat(name, "".join(pieces), None)
        except InfinityAssistantError as error:
            self.record.chat(name, "".join(pieces), error)

    async def search(self, name: str) -> None:
        """Search, and see that the response is to this question."""
        try:
            response = await self.client.search_knowledge(question(name))
            assert response.query == question(name), "a response was swapped"
            self.record.note(None)
        except InfinityAssistantError as error:
            self.record.note(error)


def schedule(side: str, calls: int, streams: int) -> List[Tuple[str, str]]:
    """Which calls are made, evenly mixed: one in four is a search."""
    plan = [("search" if number % 4 == 3 else "chat", f"{side}-{number}") for number in range(calls)]
    every = max(1, calls // max(1, streams))
    for number in range(streams):
        plan.insert(min(len(plan), number * (every + 1)), ("stream", f"{side}-s{number}"))
    return plan


def in_threads(server: SoakServer, record: Record, plan: List[Tuple[str, str]]) -> None:
    """Make the calls of `plan` from threads that share a client."""
    with InfinityAssistantClient(**_options(server)) as client, ThreadPoolExecutor(THREADS) as threads:
        calls = Blocking(client, record)
        for _ in threads.map(lambda step: getattr(calls, step[0])(step[1]), plan):
            continue


def in_tasks(server: SoakServer, record: Record, plan: List[Tuple[str, str]]) -> None:
    """Make the calls of `plan` from tasks that share a client."""
    asyncio.run(_in_tasks(server, record, plan))


async def _in_tasks(server: SoakServer, record: Record, plan: List[Tuple[str, str]]) -> None:
    async with AsyncInfinityAssistantClient(**_options(server)) as client:
        calls = OnLoops(client, record)
        steps = iter(plan)
        await asyncio.gather(*(_work(calls, steps) for _ in range(TASKS)))


async def _work(calls: OnLoops, steps: Iterator[Tuple[str, str]]) -> None:
    for kind, name in steps:
        call: Callable[[str], Awaitable[None]] = getattr(calls, kind)
        await call(name)


def _options(server: SoakServer) -> Dict[str, Any]:
    return {"api_key": server.key, "base_url": server.url, "timeout": TIMEOUT, "retry_delay": 0.01}


def check(record: Record, stored: Stored) -> None:
    """Assert that what was received is what was stored, once."""
    for name, (text, whole) in record.responses.items():
        messages = stored.get(name, [])
        assert [said for role, said in messages if role == "user"] in (
            [message(name)],
            [] if not whole else [message(name)],
        )
        responses = [said for role, said in messages if role == "assistant"]
        assert len(responses) <= 1, f"{name} was answered twice"
        if whole:
            assert responses == [text], f"{name}: {text!r} was received, {responses!r} was stored"
        else:
            assert not text or responses[0].startswith(text), f"{name}: {text!r} is not the beginning of {responses!r}"
    assert stored.keys() <= record.responses.keys(), "something was stored that nobody asked for"


def part(server: SoakServer, name: str, calls: int, streams: int) -> Record:
    """Make so many calls, half from threads and half from tasks, and check them."""
    record = Record()
    with ThreadPoolExecutor(2) as sides:
        running = [
            sides.submit(run, server, record, schedule(f"{name}{side}", calls // 2, streams // 2))
            for side, run in (("t", in_threads), ("a", in_tasks))
        ]
        for side in running:
            side.result()
    assert record.done == calls // 2 * 2 + streams // 2 * 2, "a call was lost"
    assert open_sockets(server.port) == 0, "a socket was leaked"
    return record


def soak(calls: int, streams: int, seed: int = 0) -> str:
    """Run the soak in ten parts; return what is to be said of it. Raises `AssertionError` for any broken promise."""
    process, began = psutil.Process(), time.monotonic()
    whole = Record()
    held: List[Tuple[int, int]] = []
    with soak_server(seed) as server:
        for number in range(10):
            record = part(server, f"p{number}", calls // 10, streams // 10)
            whole.responses.update(record.responses)
            whole.errors.update(record.errors)
            whole.done += record.done
            held.append((process.num_fds(), process.memory_info().rss))
        check(whole, server.stored())
    assert held[-1][0] <= held[0][0], f"file descriptors grew from {held[0][0]} to {held[-1][0]}"
    growth = held[-1][1] - held[1][1]
    assert growth <= SPARE_MEMORY, f"memory grew by {growth} bytes"
    failed = ", ".join(f"{name.replace('InfinityAssistant', '')} {count}" for name, count in whole.errors.most_common())
    return (
        f"{whole.done} calls in {time.monotonic() - began:.0f} s; errors as typed: {failed}; "
        f"descriptors {held[0][0]} to {held[-1][0]}; memory {growth / 2**20:+.1f} MiB"
    )


def main() -> None:
    """Run the soak as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=20_000)
    parser.add_argument("--streams", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(soak(options.calls, options.streams, options.seed))


if __name__ == "__main__":
    main()
