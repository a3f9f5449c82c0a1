"""A service for jobs in other processes, which know its key by a variable."""

from __future__ import annotations

from typing import Any, Iterator, List

import pytest

from infinity_assistant import api, bulk
from infinity_assistant.testing import EmulatorServer


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
