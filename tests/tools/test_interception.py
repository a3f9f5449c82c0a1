"""Tools that intercept httpx stand in for the service, in a lent client and in one of our own."""

from __future__ import annotations

import json
from typing import Any, Callable, Dict, Iterator

import httpx
import pytest
import respx
from pytest_httpx import HTTPXMock

from infinity_assistant import InfinityAssistantClient
from infinity_assistant.testing import Emulator

Connect = Callable[[], InfinityAssistantClient]
URL = "https://assistant.invalid/api"
QUESTION = "How is the weather?"


def response() -> Dict[str, Any]:
    """Make a response as the service does."""
    with Emulator(frozen=True) as emulator, emulator.client() as client:
        emulator.on_chat().reply("It snows.")
        return client.chat(QUESTION).to_dict()


@pytest.fixture(params=["a lent client", "our own connections"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Make a client, once the tool is at work."""
    if request.param == "our own connections":
        yield lambda: InfinityAssistantClient(base_url=URL)
        return
    with httpx.Client() as http_client:
        yield lambda: InfinityAssistantClient(base_url=URL, http_client=http_client)


def test_respx_responds_in_place_of_the_service(connect: Connect) -> None:
    expected = response()
    with respx.mock(base_url=URL) as router, connect() as client:
        route = router.post("/chat").respond(json=expected)
        assert client.chat(QUESTION).response == "It snows."
    assert json.loads(route.calls.last.request.content)["message"] == QUESTION


def test_pytest_httpx_responds_in_place_of_the_service(connect: Connect, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=f"{URL}/chat", json=response())
    with connect() as client:
        assert client.chat(QUESTION).response == "It snows."
    assert [request.method for request in httpx_mock.get_requests()] == ["POST"]


def test_the_emulator_is_not_intercepted_by_a_tool_that_is_at_work() -> None:
    with respx.mock(), Emulator() as emulator, emulator.client() as client:
        emulator.on_chat().reply("It snows.")
        assert client.chat(QUESTION).response == "It snows."
