"""Where there are no sockets, the error says so, and what to do."""

from __future__ import annotations

from typing import Any, Callable

import httpx
import pytest

from infinity_assistant import InfinityAssistantClient, InfinityAssistantNetworkError
from infinity_assistant._http import platform_check

from .conftest import Connect


@pytest.mark.parametrize("platform", ["emscripten", "wasi"])
@pytest.mark.parametrize("ask", [lambda c: c.health(), lambda c: c.chat_stream("Hi").collect()], ids=["call", "stream"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_platform_without_sockets_is_told_once_and_clearly(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, platform: str, ask: Callable[[Any], Any], scheme: str
) -> None:
    monkeypatch.setattr(platform_check, "_PLATFORM", platform)
    client = connect(base_url=f"{scheme}://127.0.0.1:9/api")
    with pytest.raises(InfinityAssistantNetworkError, match=f"Python on {platform} .* has no sockets") as caught:
        ask(client)
    error = caught.value
    assert "http_client=" in str(error) and "127.0.0.1:9" in str(error)
    assert (error.retryable, error.applied, error.request_sent, len(error.attempts)) == (False, False, False, 1)


def test_a_lent_client_needs_no_sockets_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform_check, "_PLATFORM", "emscripten")
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"status": "ok"}))
    with httpx.Client(transport=transport) as lent:
        assert InfinityAssistantClient(http_client=lent).health().status == "ok"
