"""One client for many: threads, forked children, event loops."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict, List

import anyio
import pytest

from .certificates import Certificates
from .clients import all_closed, async_client_of, client_of, messages_by_connection, text_of, text_of_async
from .server import FaultServer
from .steps import echo, hang, read

FORKING = Path(__file__).with_name("forking.py")
SERVERS = ("plain", "tls")


def echo_server(kind: str, certificates: Certificates) -> FaultServer:
    """A server that responds to each chat with its own message."""
    return FaultServer([read, echo], tls=certificates.context("trusted") if kind == "tls" else None)


@pytest.mark.parametrize("kind", SERVERS)
def test_threads_share_a_client_and_get_their_own_responses(kind: str, certificates: Certificates) -> None:
    """Calls and streams of eight threads are neither lost nor swapped, and connections are used again."""
    with echo_server(kind, certificates) as server, client_of(server) as client, ThreadPoolExecutor(8) as threads:
        messages = [f"question {number}" for number in range(120)]
        assert [response.response for response in threads.map(client.chat, messages)] == messages
        streams = list(threads.map(lambda message: text_of(client.chat_stream(message)), messages))
        assert streams == [message.replace(" ", "") for message in messages]
        assert len(messages_by_connection(server)) <= 16


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
@pytest.mark.parametrize("runtime", ["sync", "async"])
@pytest.mark.parametrize("kind", SERVERS)
def test_a_forked_child_never_shares_a_connection(kind: str, runtime: str, certificates: Certificates) -> None:
    """Parent and child get their own responses over their own connections, and the parent's survive the child."""
    with echo_server(kind, certificates) as server:
        command = [sys.executable, str(FORKING), f"{server.url}/api", runtime]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=_environment(), check=False)
        assert done.returncode == 0, done.stderr
        received: Dict[str, List[str]] = {}
        for line in done.stdout.splitlines():
            received.update(json.loads(line))
        numbers = range(20)
        assert received["child"] == [f"child {number}" for number in numbers]
        assert received["parent"] == [*(f"parent {number}" for number in numbers), "parent after 0"]
        for asked in messages_by_connection(server):
            assert not (any("child" in body for body in asked) and any("child" not in body for body in asked))


FORKED_IN_A_CALL = """
import os, sys, threading, time
from infinity_assistant import InfinityAssistantClient
from infinity_assistant._core import ramp

ramp.PATIENCE = 1e6
client = InfinityAssistantClient("ia_fork", base_url=sys.argv[1], timeout=20, max_retries=0, max_connections=2)
for _ in range(3):  # Two are under way, and one waits for its turn.
    threading.Thread(target=client.chat, args=["hangs"], daemon=True).start()
time.sleep(0.5)
child = os.fork()
if not child:
    print([client.chat(text).response for text in "abc"], flush=True)
    os._exit(0)
os.waitpid(child, 0)
os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_calls_of_a_parent_take_no_place_in_its_child() -> None:
    """They never end there, so whatever counts calls begins anew."""
    with FaultServer([read, hang], [read, hang], [read, echo]) as server:
        command = [sys.executable, "-W", "ignore", "-c", FORKED_IN_A_CALL, f"{server.url}/api"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=_environment(), check=False)
        assert done.stdout.strip() == "['a', 'b', 'c']", done.stderr


def _environment() -> Dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])}


@pytest.mark.parametrize("kind", SERVERS)
def test_event_loops_one_after_another_share_a_client(kind: str, certificates: Certificates) -> None:
    """A second `asyncio.run` works as the first did, and none leaves a socket behind."""
    with echo_server(kind, certificates) as server:
        client = async_client_of(server)

        async def talk(message: str) -> List[Any]:
            return [(await client.chat(message)).response, await text_of_async(client.chat_stream(message))]

        for number in range(4):
            assert asyncio.run(talk(f"n{number}")) == [f"n{number}"] * 2
            assert all_closed(server), "a loop that has ended leaves no connection"
        asyncio.run(client.aclose())


def test_event_loops_in_threads_share_a_client(certificates: Certificates) -> None:
    """Loops that run at the same time never touch each other's connections."""
    with echo_server("plain", certificates) as server:
        client = async_client_of(server)

        async def talk(name: str) -> List[str]:
            return [(await client.chat(f"{name}-{number}")).response for number in range(20)]

        with ThreadPoolExecutor(4) as threads:
            received = list(threads.map(lambda name: asyncio.run(talk(name)), "abcd"))
        assert received == [[f"{name}-{number}" for number in range(20)] for name in "abcd"]
        for asked in messages_by_connection(server):
            assert len({json.loads(body)["message"][0] for body in asked}) == 1
        asyncio.run(client.aclose())
        assert all_closed(server)


def test_asyncio_and_trio_share_a_client(certificates: Certificates) -> None:
    """A client that was used under one library can be used under the other."""
    with echo_server("plain", certificates) as server:
        client = async_client_of(server)

        async def talk(message: str) -> str:
            await text_of_async(client.chat_stream(message))
            return (await client.chat(message)).response

        backends = ["asyncio", "trio", "asyncio", "trio"]
        assert [anyio.run(talk, backend, backend=backend) for backend in backends] == backends
        anyio.run(client.aclose, backend="trio")
        assert all_closed(server)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_share_a_client_and_get_their_own_responses(backend: str, certificates: Certificates) -> None:
    """Calls and streams of a hundred tasks are neither lost nor swapped."""
    received: Dict[str, List[str]] = {}

    async def talk(client: Any, message: str) -> None:
        received[message] = [(await client.chat(message)).response, await text_of_async(client.chat_stream(message))]

    async def main(server: FaultServer) -> None:
        async with async_client_of(server) as client, anyio.create_task_group() as tasks:
            for number in range(100):
                tasks.start_soon(talk, client, f"q{number}")

    with echo_server("plain", certificates) as server:
        anyio.run(main, server, backend=backend)
        assert all_closed(server)
    assert received == {f"q{number}": [f"q{number}"] * 2 for number in range(100)}
