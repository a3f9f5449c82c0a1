"""Jobs in processes of their own, which can be killed and measured."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infinity_assistant.testing import EmulatorServer

#: Runs a job, and prints how much memory it took beyond its start, what became of its calls, and how long it took.
JOB = """
import asyncio, collections, json, sys, time
from benchmarks.worker import forget_peak, memory
from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, api, bulk

kind, count, options = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
calls = (api.chat(message=f"Message {number}") for number in range(count))
states = collections.Counter()

def note(result):
    states[result.state] += 1

async def job():
    async with AsyncInfinityAssistantClient() as client:
        async for result in bulk.arun(client, calls, **options):
            note(result)

forget_peak()
before, began = memory()["resident"], time.perf_counter()
if kind == "arun":
    asyncio.run(job())
else:
    with InfinityAssistantClient() as client:
        for result in bulk.run(client, calls, **options):
            note(result)
seconds = time.perf_counter() - began
print(json.dumps({"states": states, "seconds": seconds, "grown": memory()["peak"] - before}))
"""


def environment(base_url: str, key: str = "ia_benchmark") -> dict[str, str]:
    """Return the variables by which a client finds a service."""
    return {**os.environ, "INFINITY_ASSISTANT_BASE_URL": base_url, "INFINITY_ASSISTANT_API_KEY": key}


def of(server: EmulatorServer) -> dict[str, str]:
    """Return the variables by which a client finds an emulator."""
    return environment(server.base_url, server.emulator.api_key)


def command(source: Path, output: Path, *options: str) -> list[str]:
    """Return the command line of a job."""
    return [sys.executable, "-m", "infinity_assistant", "bulk", str(source), "-o", str(output), *options]


def finish(command: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(command, env=variables, capture_output=True, text=True)


def write_prompts(path: Path, count: int) -> None:
    """Write different prompts, one on each line."""
    path.write_text("".join(f"Message {number}\n" for number in range(count)), "utf-8")


@contextmanager
def recording() -> Iterator[tuple[EmulatorServer, list[str]]]:
    """Run an emulator without a quota, and give the messages that it has responded to."""
    messages: list[str] = []

    def note(message: str) -> bool:
        messages.append(message)
        return True

    with EmulatorServer(deliver=False) as server:
        server.emulator.quota(-1)
        server.emulator.on_chat(matches=note).reply("Yes.")
        yield server, messages
