"""Connections that are used again, or can no longer be."""

from __future__ import annotations

from typing import Any, Tuple

from ..case import Case, case
from ..responses import CHAT, HEALTH, HELLO, head, response, stream
from ..server import Script
from ..steps import close, leave_open, pause, read, read_some, reset, send

OK: Script = [read, send(response(CHAT))]
OTHER = response({**CHAT, "response": "The answer to another question."})


def connections(count: int) -> Any:
    """So many connections were made."""

    def check(outcome: Any, server: Any) -> None:
        assert len({attempt.connection for attempt in server.attempts}) == count

    return check


def second(name: str, first: Script, *then: Script, expected: int, **facts: Any) -> Case:
    """A second call on the client gets its own response, over so many connections in all."""
    facts = {"before": ("chat",), "attempts": 2, "returns": "Hello.", "check": connections(expected), **facts}
    return case(name, facts.pop("call", "chat"), first, *(then or (OK,)), **facts)


CASES: Tuple[Case, ...] = (
    second("used-again", OK, expected=1),
    second("used-again-by-a-stream", OK, [read, send(stream(HELLO))], expected=1, call="stream"),
    second("fine-after-a-stream", [read, send(stream(HELLO))], OK, expected=1, before=("stream",), check=None),
    second("closed-while-idle", [*OK, close], expected=2, between=0.4),
    second("reset-while-idle", [*OK, pause(0.02), reset], expected=2, between=0.5),
    second("closed-as-announced", [read, send(response(CHAT, headers={"Connection": "close"})), close], expected=2),
    second(
        "announced-to-close-but-open",
        [read, send(response(CHAT, headers={"Connection": "close"})), leave_open(3)],
        expected=2,
    ),
    second("http-1.0", [read, send(response(CHAT).replace(b"/1.1", b"/1.0")), leave_open(3)], expected=2),
    second("idle-for-longer-than-three-seconds", OK, expected=2, between=3.3),
    second("one-response-too-many", [read, send(response(CHAT) + OTHER)], expected=2),
    second("one-response-too-many-late", [*OK, pause(0.05), send(OTHER)], expected=2, between=0.5),
    second(
        "timeout-response-while-idle",
        [*OK, pause(0.05), send(response(b"", 408, {"Connection": "close"})), close],
        expected=2,
        between=0.5,
    ),
    second("garbage-while-idle", [*OK, pause(0.05), send(b"\r\n\r\n\0\0\0")], expected=2, between=0.5),
    second("body-longer-than-it-says", [read, send(response(CHAT) + b"}}}}")], expected=2),
    case("body-after-a-204", "chat", [read, send(head(204) + OTHER)], raises="ResponseError"),
    case(
        "used-again-after-an-error",
        "chat",
        [read, send(response({"error": "no"}, 503))],
        OK,
        returns="Hello.",
        attempts=2,
        check=connections(1),
    ),
    case(
        "closed-as-the-request-arrives",
        "chat",
        OK,
        [read_some, close],
        raises="NetworkError",
        before=("chat",),
        attempts=2,
        bodies=1,
    ),
    case(
        "closed-after-the-second-request",
        "chat",
        OK,
        [read, close],
        raises="NetworkError",
        before=("chat",),
        attempts=2,
    ),
    case(
        "reset-after-the-second-request",
        "stream",
        OK,
        [read, reset],
        raises="NetworkError",
        before=("chat",),
        attempts=2,
    ),
    case(
        "closed-then-fine",
        "health",
        OK,
        [read, close],
        [read, send(response(HEALTH))],
        returns="healthy",
        before=("chat",),
        attempts=3,
        check=connections(2),
    ),
)
