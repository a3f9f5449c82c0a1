"""Measures a job of chats: `python -m benchmarks.bulk [CALLS]`, against a server in another process."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, api, bulk
from infinity_assistant.testing import EmulatorServer

CONCURRENCY = 16


def _serve(connection: Any) -> None:
    with EmulatorServer(deliver=False) as server:
        server.emulator.quota(-1)
        server.emulator.on_chat().reply("Yes.")
        connection.send((server.base_url, server.emulator.api_key))
        connection.recv()


def _measure(name: str, count: int, work: Any) -> None:
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    work()
    after, wall = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter() - began
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<28} {count / wall:8.0f}/s  {1e6 * cpu / count:8.0f} µs of CPU a call")


def main(count: int) -> None:
    """Print what a job costs, beside the same calls without one."""
    here, there = get_context("spawn").Pipe()
    server = get_context("spawn").Process(target=_serve, args=(there,))
    server.start()
    base_url, key = here.recv()
    calls = [api.chat(message=f"Message {number}") for number in range(count)]

    async def plain() -> None:
        async with AsyncInfinityAssistantClient(key, base_url=base_url) as client:
            gate = asyncio.Semaphore(CONCURRENCY)

            async def one(call: Any) -> None:
                async with gate:
                    await client.request(call)

            await asyncio.gather(*map(one, calls))

    async def job(journal: Path) -> None:
        async with AsyncInfinityAssistantClient(key, base_url=base_url) as client:
            async for _ in bulk.arun(client, calls, journal=journal, concurrency=CONCURRENCY):
                pass

    def blocking(journal: Path) -> None:
        with InfinityAssistantClient(key, base_url=base_url) as client:
            for _ in bulk.run(client, calls, journal=journal, concurrency=CONCURRENCY):
                pass

    with tempfile.TemporaryDirectory() as folder:
        _measure("client and semaphore", count, lambda: asyncio.run(plain()))
        _measure("bulk.arun", count, lambda: asyncio.run(job(Path(folder, "a.db"))))
        _measure("bulk.run", count, lambda: blocking(Path(folder, "b.db")))
        _measure("bulk.arun, finished", count, lambda: asyncio.run(job(Path(folder, "a.db"))))
        size = Path(folder, "a.db").stat().st_size
        print(f"{size / count:.0f} bytes a call in the journal")
    here.send(None)
    server.join()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
