"""The gate of `mcp --http` lets in who has the key, under a name of this machine, and no page of a browser."""

from __future__ import annotations

from typing import Any, Dict, List

import anyio
import pytest

from infinity_assistant._mcp.gate import BearerGate, guard, make_token

KEY = make_token()
GOOD = {"host": "127.0.0.1:8787", "authorization": f"Bearer {KEY}", "content-type": "application/json; charset=utf-8"}


def ask(gate: BearerGate, kind: str = "http", **changes: Any) -> List[Any]:
    """Ask a guarded application, and give the messages that it sent."""
    sent: List[Any] = []
    headers: Dict[str, str] = {**GOOD, **{name.replace("_", "-"): value for name, value in changes.items()}}

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "passed"})

    async def send(message: Any) -> None:
        sent.append(message)

    pairs = [(name.encode(), value.encode("latin-1")) for name, value in headers.items() if value is not None]
    scope = {"type": kind, "method": "POST", "headers": pairs}
    anyio.run(guard(app, gate), scope, None, send)
    return sent


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "[::1]:8787", "LOCALHOST", "[::1]"])
def test_who_has_the_key_passes_under_each_name_of_this_machine(host: str) -> None:
    assert ask(BearerGate(KEY), host=host) == [{"type": "passed"}]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "localhost.evil.example:8787"}, 421),
        ({"host": None}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:3000"}, 403),
        ({"origin": "null"}, 403),
        ({"authorization": None}, 401),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": f"Basic {KEY}"}, 401),
        ({"authorization": "Bearer \u00e9"}, 401),
        ({"authorization": "Bearer "}, 401),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": None}, 415),
    ],
)
def test_what_the_gate_refuses_never_reaches_the_server(changes: Dict[str, Any], status: int) -> None:
    start, body = ask(BearerGate(KEY), **changes)
    assert start["status"] == status
    assert body["body"] and KEY.encode() not in body["body"]


def test_names_and_pages_that_are_allowed_pass() -> None:
    gate = BearerGate(KEY, ["box.example"], ["https://console.example/"])
    assert ask(gate, host="box.example:8787", origin="https://console.example") == [{"type": "passed"}]


def test_a_header_that_is_sent_twice_is_no_way_around_the_gate() -> None:
    headers = {"Host": "evil.example", "host": "localhost"}
    assert ask(BearerGate(KEY), **headers)[0]["status"] == 421


def test_the_gate_lets_the_server_start_and_refuses_websockets() -> None:
    assert ask(BearerGate(KEY), "lifespan") == [{"type": "passed"}]
    assert ask(BearerGate(KEY), "websocket")[0]["type"] == "websocket.close"


def test_each_start_has_a_key_of_its_own() -> None:
    assert make_token() != KEY and len(KEY) >= 43
