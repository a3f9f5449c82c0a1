"""`infinity-assistant mcp` says what it needs."""

from __future__ import annotations

import socket
import sys
from typing import Any, Dict

import pytest

import infinity_assistant._mcp
from infinity_assistant import InfinityAssistantArgumentError, cli
from infinity_assistant.cli._commands.mcp import _listen


class FakeServer:
    """Stands for the server, which needs a package that is not here."""

    def __init__(self) -> None:
        self.seen: Dict[str, Any] = {}

    def run_stdio(self, client: Any) -> None:
        self.seen["stdio"] = repr(client)

    def run_http(self, client: Any, listener: socket.socket, gate: Any) -> None:
        self.seen["port"], self.seen["gate"] = listener.getsockname()[1], gate


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> FakeServer:
    server = FakeServer()
    monkeypatch.setattr(infinity_assistant._mcp, "server", server, raising=False)
    monkeypatch.setitem(sys.modules, "infinity_assistant._mcp.server", server)  # type: ignore[arg-type]
    monkeypatch.delenv("INFINITY_ASSISTANT_MCP_KEY", raising=False)
    return server


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        sys.exit(cli.main(words))
    return int(left.value.code or 0)


def test_mcp_without_its_extra_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    monkeypatch.delitem(sys.modules, "infinity_assistant._mcp.server", raising=False)
    assert run("mcp") != 0
    assert "pip install 'infinity-assistant[mcp]'" in capsys.readouterr().err


def test_mcp_speaks_on_standard_output_and_prints_nothing_else(
    server: FakeServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("mcp", "--base-url", "http://127.0.0.1:9/api") == 0
    assert "127.0.0.1:9" in server.seen["stdio"]
    assert capsys.readouterr().out == ""


def test_mcp_over_http_prints_its_address_and_a_random_key(
    server: FakeServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("mcp", "--http", "--port", "0") == 0
    said = capsys.readouterr().err
    assert f"http://127.0.0.1:{server.seen['port']}/mcp" in said
    key = said.partition("Bearer ")[2].split()[0]
    headers = {"host": "127.0.0.1:1", "authorization": f"Bearer {key}"}
    assert server.seen["gate"].find_objection("GET", headers) is None
    assert "Warning" not in said


def test_mcp_over_http_takes_a_key_of_the_environment_and_does_not_print_it(
    server: FakeServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_MCP_KEY", "canary")
    assert run("mcp", "--http", "--port", "0", "--host", "0.0.0.0") == 0
    said = capsys.readouterr().err
    assert "canary" not in said and "Warning: other machines can reach this" in said


def test_an_address_that_cannot_be_used_is_an_argument_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InfinityAssistantArgumentError, match=f"port {port}"):
            _listen("127.0.0.1", port)
    with pytest.raises(InfinityAssistantArgumentError, match="65535, not 70000"):
        _listen("127.0.0.1", 70000)
