"""One `gather` of many chats, with few files: `python -m benchmarks.crowds`.

Beside aiohttp with the same bound of connections, each run in a process of its own, in turns. What counts is CPU time
as well as the wall clock: on a machine that is shared, only the least of several runs says something.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time

from benchmarks.cores import client_cores, pin
from benchmarks.processes import ROOT, server

CHATS = 5000
FILES = (256, 1024)
ROUNDS = 7
RESERVED = 64  # as the client leaves to the rest of the program


async def by_sdk(base_url: str, bound: int) -> None:
    from benchmarks.contenders.by_sdk import options
    from infinity_assistant import AsyncInfinityAssistantClient

    async with AsyncInfinityAssistantClient(**options(base_url)) as client:
        responses = await asyncio.gather(*(client.chat(f"Message {number}") for number in range(CHATS)))
    assert all(response.response for response in responses)


async def by_aiohttp(base_url: str, bound: int) -> None:
    import aiohttp

    from benchmarks.contenders import HEADERS

    async def one(number: int) -> str:
        async with session.post(f"{base_url}/chat", json={"message": f"Message {number}"}) as response:
            return str((await response.json())["response"])

    timeout = aiohttp.ClientTimeout(total=120)
    connector = aiohttp.TCPConnector(limit=bound)
    async with aiohttp.ClientSession(headers=HEADERS, connector=connector, timeout=timeout) as session:
        responses = await asyncio.gather(*map(one, range(CHATS)))
    assert all(responses)


CONTENDERS = {"sdk": by_sdk, "aiohttp": by_aiohttp}


def run(name: str, base_url: str, files: int) -> None:
    """Do it once, in this process, and print what it took in seconds."""
    import resource

    pin(client_cores())
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    # The first one imports what it needs, and is not counted.
    global CHATS
    many, CHATS = CHATS, 10
    asyncio.run(CONTENDERS[name](base_url, files - RESERVED))
    CHATS = many
    cpu, wall = time.process_time(), time.perf_counter()
    asyncio.run(CONTENDERS[name](base_url, files - RESERVED))
    print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}))


def measure(base_url: str, files: int) -> None:
    """Print the least of several runs of each contender, and how the client compares."""
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in CONTENDERS}
    for _ in range(ROUNDS):
        for name, results in taken.items():
            command = [sys.executable, "-m", "benchmarks.crowds", name, base_url, str(files)]
            results.append(json.loads(subprocess.check_output(command, cwd=ROOT)))
    for unit in ("wall", "cpu"):
        least = {name: min(result[unit] for result in results) for name, results in taken.items()}
        shown = ", ".join(f"{name} {1e6 * seconds / CHATS:.0f} µs" for name, seconds in least.items())
        print(f"{files} files, {unit}: {shown} a chat; throughput {least['aiohttp'] / least['sdk']:.2f} of aiohttp's")


if __name__ == "__main__":
    if sys.argv[1:]:
        run(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        with server() as running:
            for number in FILES:
                measure(f"{running.origin}/size=1024/api", number)
