"""Forks between calls: `python forking.py <base url> sync|async`.

Prints who received what, one line for each process.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from typing import Callable

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

CALLS = 20


def chat_blocking(url: str) -> Callable[[str], str]:
    """Calls of one blocking client."""
    client = InfinityAssistantClient("ia_fork", base_url=url, timeout=10)
    return lambda message: client.chat(message).response


def on_loops(url: str) -> Callable[[str], str]:
    """Calls of one client, each on an event loop of its own."""
    client = AsyncInfinityAssistantClient("ia_fork", base_url=url, timeout=10)

    async def chat(message: str) -> str:
        return (await client.chat(message)).response

    return lambda message: asyncio.run(chat(message))


def main(url: str, runtime: str) -> None:
    """Call, fork, call in both processes at once, then in the parent when the child is gone."""
    chat = {"sync": chat_blocking, "async": on_loops}[runtime](url)
    chat("before the fork")
    child = os.fork()
    name = "parent" if child else "child"
    responses = [chat(f"{name} {number}") for number in range(CALLS)]
    if child:
        _, status = os.waitpid(child, 0)
        responses.append(chat(f"{name} after {status}"))
    print(json.dumps({name: responses}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
