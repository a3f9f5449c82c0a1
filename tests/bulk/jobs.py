"""Jobs in threads and on asyncio, and a service for jobs in other processes, which know its key by a variable."""

from __future__ import annotations

import asyncio
from typing import Any, Callable, Iterable, Iterator, List

import pytest

from infinity_assistant import api, bulk
from infinity_assistant.testing import Emulator, EmulatorServer

Run = Callable[..., List[bulk.BulkResult]]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[EmulatorServer]:
    with EmulatorServer(deliver=False) as server:
        server.emulator.quota(-1)
        monkeypatch.setenv("JOB_KEY", server.emulator.api_key)
        yield server


def config_of(server: EmulatorServer) -> bulk.BulkConfig:
    return bulk.BulkConfig({"base_url": server.base_url}, key_variable="JOB_KEY")


def chats(count: int) -> List[Any]:
    return [api.chat(message=f"Message {number}") for number in range(count)]


def run_blocking(emulator: Emulator, calls: Iterable[Any], **options: Any) -> List[bulk.BulkResult]:
    with emulator.client(max_retries=0) as client:
        return list(bulk.run(client, calls, **options))


def run_async(emulator: Emulator, calls: Iterable[Any], **options: Any) -> List[bulk.BulkResult]:
    async def collect() -> List[bulk.BulkResult]:
        async with emulator.async_client(max_retries=0) as client:
            return [result async for result in bulk.arun(client, calls, **options)]

    return asyncio.run(collect())


both = pytest.mark.parametrize("run", [run_blocking, run_async])


def list_sent(emulator: Emulator) -> List[str]:
    return [request.json["message"] for request in emulator.requests]
