"""Clients that are closed, closed twice, or never."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any, Dict, List

import pytest

from infinity_assistant.errors import InfinityAssistantClientClosedError

from .clients import all_closed, async_client_of, client_of
from .responses import CHAT, HELLO, STREAM_HEAD, response
from .server import FaultServer
from .steps import hang, read, send

OK = [read, send(response(CHAT))]
TALKING = [read, send(STREAM_HEAD + HELLO[:200]), hang]
ROOT = Path(__file__).parents[2]

FORGETFUL = """
import sys
from infinity_assistant import InfinityAssistantClient
client = InfinityAssistantClient("ia_x", base_url=sys.argv[1])
print(client.chat("hi").response)
stream = client.chat_stream("hi")
print(next(stream).type)
"""
FORGETFUL_ASYNC = """
import asyncio, sys
from infinity_assistant import AsyncInfinityAssistantClient
async def main():
    global client, stream
    client = AsyncInfinityAssistantClient("ia_x", base_url=sys.argv[1])
    print((await client.chat("hi")).response)
    stream = client.chat_stream("hi")
    print((await stream.__anext__()).type)
asyncio.run(main())
"""


def test_closing_twice_is_as_good_as_once() -> None:
    """`close` is idempotent, used or not, sync and async."""

    async def close_twice(client: Any) -> None:
        await client.aclose()
        await client.aclose()

    with FaultServer(OK) as server:
        client = client_of(server)
        client.chat("hi")
        client.close()
        client.close()
        asyncio.run(close_twice(async_client_of(server)))
        assert all_closed(server)


def test_a_closed_client_says_so() -> None:
    """Calls and streams after `close` raise an error of their own, and send nothing."""
    with FaultServer(OK) as server:
        client = client_of(server)
        stream = client.chat_stream("hi")
        client.close()
        for call in (
            lambda: client.chat("hi"),
            client.health,
            lambda: next(client.chat_stream("hi")),
            lambda: next(stream),
        ):
            with pytest.raises(InfinityAssistantClientClosedError, match="closed"):
                call()
        with pytest.raises(InfinityAssistantClientClosedError), client:
            client.health()
        assert not server.attempts


def test_a_closed_client_of_event_loops_says_so() -> None:
    """The same on an event loop."""

    async def main(server: FaultServer) -> None:
        client = async_client_of(server)
        await client.aclose()
        for call in (lambda: client.chat("hi"), client.health, lambda: client.chat_stream("hi").__anext__()):
            with pytest.raises(InfinityAssistantClientClosedError):
                await call()
        assert not server.attempts

    with FaultServer(OK) as server:
        asyncio.run(main(server))


def test_a_call_in_flight_ends_well_when_another_thread_closes_the_client() -> None:
    """A stream that is being read is either finished or ends with an error of ours, and its socket goes."""
    with FaultServer([read, send(STREAM_HEAD + HELLO)]) as server:
        client = client_of(server)
        stream = client.chat_stream("hi")
        assert next(stream).type == "start"
        client.close()
        try:
            rest = [event.type for event in stream]
        except InfinityAssistantClientClosedError:
            rest = ["done"]
        assert rest[-1] == "done"
        assert all_closed(server)


def _warnings_of(forget: Any) -> List[warnings.WarningMessage]:
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forget()
        gc.collect()
    return [warning for warning in caught if issubclass(warning.category, ResourceWarning)]


def test_a_client_that_is_never_closed_warns_once_and_cleans_up() -> None:
    """One `ResourceWarning` that names the client, and no socket left."""
    with FaultServer(OK) as server:

        def forget() -> None:
            client = client_of(server)
            client.chat("hi")
            client.chat("hi")

        (warning,) = _warnings_of(forget)
        assert "InfinityAssistantClient" in str(warning.message)
        assert all_closed(server)


def test_a_client_of_event_loops_that_is_never_closed_warns_once_and_cleans_up() -> None:
    """The same on an event loop, whether it still runs or not."""
    with FaultServer(OK) as server:

        async def use() -> None:
            client = async_client_of(server)
            await client.chat("hi")

        (warning,) = _warnings_of(lambda: asyncio.run(use()))
        assert "AsyncInfinityAssistantClient" in str(warning.message)
        assert all_closed(server)


def test_a_closed_client_does_not_warn() -> None:
    """Nor does one of its copies."""
    with FaultServer(OK) as server:

        def use() -> None:
            with client_of(server) as client:
                client.with_options(timeout=1.0).chat("hi")

        assert not _warnings_of(use)


@pytest.mark.parametrize("program", [FORGETFUL, FORGETFUL_ASYNC], ids=["sync", "async"])
def test_a_program_that_closes_nothing_ends_in_silence(program: str) -> None:
    """With an open client and an open stream at exit there is no noise, and no hang."""
    with FaultServer(OK, TALKING) as server:
        command = [sys.executable, "-c", program, f"{server.url}/api"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, env=_environment(), check=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["Hello.", "start"], "")


def _environment() -> Dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
