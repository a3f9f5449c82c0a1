"""The official client of the Model Context Protocol, on the emulator: in process, over standard input and over HTTP."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any, Awaitable, Callable, Dict, Iterator, List, Tuple

import anyio
import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from infinity_assistant._mcp.server import make_server
from infinity_assistant.testing import Emulator, EmulatorServer

Use = Callable[[Client], Awaitable[Any]]


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(frozen=True) as emulator:
        emulator.on_chat().reply_stream(["It ", "rains."])
        yield emulator


@pytest.fixture
def environment(emulator: Emulator) -> Iterator[Dict[str, str]]:
    """What makes the program reach the emulator as the service."""
    with EmulatorServer(emulator) as server:
        yield {
            **os.environ,
            "INFINITY_ASSISTANT_BASE_URL": server.base_url,
            "INFINITY_ASSISTANT_API_KEY": emulator.api_key,
        }


@pytest.fixture
def http(environment: Dict[str, str]) -> Iterator[Tuple[str, str]]:
    """The URL and the key of `infinity-assistant mcp --http`."""
    command = [sys.executable, "-m", "infinity_assistant", "mcp", "--http", "--port", "0"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline() + process.stderr.readline()
        found = re.search(r"on (http://\S+)\s+Authorization: Bearer (\S+)", said)
        assert found is not None, said
        yield found.group(1), found.group(2)
        process.terminate()


def in_process(emulator: Emulator, use: Use) -> Any:
    async def connect() -> Any:
        async with emulator.async_client(max_retries=0) as client, Client(make_server(client)) as session:
            return await use(session)

    return anyio.run(connect)


async def converse(session: Client) -> List[Any]:
    """Do what a host does: list the tools, chat, and stream with progress."""
    tools = (await session.list_tools()).tools
    chat = await session.call_tool("chat", {"message": "How is the weather?"})
    pieces: List[str] = []

    async def on_progress(progress: float, total: Any, message: Any) -> None:
        pieces.append(message)

    stream = await session.call_tool("chat_stream", {"message": "Again?"}, progress_callback=on_progress)
    return [[tool.name for tool in tools], chat.content[0].text, stream.content[0].text, pieces]  # type: ignore[union-attr]


def check(found: List[Any]) -> None:
    assert "chat_stream" in found[0] and len(found[0]) == 8
    assert found[1:3] == ["It rains.", "It rains."]
    assert found[3] == ["It ", "rains."]


def test_the_official_client_lists_and_calls_in_process(emulator: Emulator) -> None:
    check(in_process(emulator, converse))


def test_the_official_client_starts_the_program_and_speaks_over_standard_input(environment: Dict[str, str]) -> None:
    arguments = ["-m", "infinity_assistant", "mcp"]
    parameters = StdioServerParameters(command=sys.executable, args=arguments, env=environment)

    async def connect() -> List[Any]:
        async with Client(parameters) as session:
            return await converse(session)

    check(anyio.run(connect))


def test_the_official_client_speaks_over_http_with_the_key(http: Tuple[str, str]) -> None:
    url, key = http

    async def connect() -> List[Any]:
        web = httpx2.AsyncClient(headers={"authorization": f"Bearer {key}"}, trust_env=False)
        async with web, Client(streamable_http_client(url, http_client=web)) as session:
            return await converse(session)

    check(anyio.run(connect))


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"authorization": "Bearer wrong"}, 401),
        ({"host": "evil.example"}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"content-type": "text/plain"}, 415),
    ],
)
def test_a_page_or_a_program_without_the_key_gets_nothing(
    http: Tuple[str, str], changes: Dict[str, str], status: int
) -> None:
    url, key = http
    headers = {"authorization": f"Bearer {key}", "content-type": "application/json", **changes}
    with httpx2.Client(trust_env=False) as web:
        assert web.post(url, headers=headers, content=b"{}").status_code == status


def test_each_tool_has_annotations_and_a_schema_that_the_client_reads(emulator: Emulator) -> None:
    async def read(session: Client) -> Any:
        return {tool.name: tool for tool in (await session.list_tools()).tools}

    tools = in_process(emulator, read)
    assert tools["search_knowledge"].annotations.read_only_hint is True
    assert tools["delete_memory"].annotations.destructive_hint is True
    assert tools["chat"].input_schema["properties"]["mode"]["enum"] == ["search", "assist", "build"]


def test_an_error_of_the_service_or_of_an_argument_is_told_to_the_model(emulator: Emulator) -> None:
    emulator.fail("research", status=503)

    async def use(session: Client) -> List[Any]:
        failed = await session.call_tool("research", {"topic": "retries"})
        wrong = await session.call_tool("chat", {"message": "Hi", "mode": "plan"})
        return [failed, wrong, await session.call_tool("create_api_key", {"name": "x"})]

    failed, wrong, unknown = in_process(emulator, use)
    assert failed.is_error and failed.structured_content["retryable"] is True
    assert wrong.is_error and "one of 'search'" in wrong.content[0].text
    assert unknown.is_error and "no tool" in unknown.content[0].text
