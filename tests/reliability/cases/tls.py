"""Secure connections that are not, or never come about."""

from __future__ import annotations

from typing import Tuple

from ..case import Case, case, each
from ..responses import CHAT, HELLO, START, STREAM_HEAD, response, stream, text
from ..steps import close, drip, hang, pause, read, read_some, repeat, reset, send

OK = [read, send(response(CHAT))]
HELLO_OF_TLS = b"\x16\x03\x03\x00\x7a\x02\x00\x00\x76\x03\x03"

CASES: Tuple[Case, ...] = (
    case("fine", "chat", OK, returns="Hello.", server="trusted"),
    case("fine-stream", "stream", [read, send(stream(HELLO))], returns="Hello.", server="trusted"),
    case("used-again", "chat", OK, returns="Hello.", server="trusted", before=("chat",), attempts=2),
    case("byte-by-byte", "chat", [read, drip(response(CHAT), 0.0005, 3)], returns="Hello.", server="trusted"),
    *(
        found
        for kind in ("untrusted", "expired", "wrong host")
        for found in each(
            kind.replace(" ", "-"), "chat health stream", OK, raises="NetworkError", server=kind, bodies=0
        )
    ),
    *each(
        "plain-server",
        "chat health stream",
        [read_some, send(response(b"", 400)), close],
        raises="NetworkError",
        scheme="https",
        bodies=0,
    ),
    *each("plain-client", "chat", OK, raises="NetworkError", server="trusted", scheme="http", bodies=0),
    *each(
        "garbage-handshake",
        "chat",
        [read_some, send(b"\x00" * 64), close],
        raises="NetworkError",
        scheme="https",
        bodies=0,
    ),
    *each(
        "hanging-handshake", "chat health stream", [hang], raises="TimeoutError", scheme="https", bodies=0, timeout=0.5
    ),
    *each(
        "handshake-that-hangs-half-way",
        "chat",
        [read_some, send(HELLO_OF_TLS), hang],
        raises="TimeoutError",
        scheme="https",
        bodies=0,
        timeout=0.5,
    ),
    *each(
        "dripping-handshake",
        "chat",
        [read_some, drip(HELLO_OF_TLS * 9, 0.1)],
        raises="TimeoutError",
        scheme="https",
        bodies=0,
        timeout=0.5,
    ),
    *each(
        "handshake-closed", "chat health stream", [close], raises="NetworkError", scheme="https", attempts=3, bodies=0
    ),
    *each("handshake-reset", "chat", [read_some, reset], raises="NetworkError", scheme="https", attempts=3, bodies=0),
    *each("closed-after-the-request", "chat", [read, close], raises="NetworkError", server="trusted"),
    *each("reset-after-the-request", "chat", [read, reset], raises="NetworkError", server="trusted"),
    *each(
        "silent-after-the-request",
        "chat health stream",
        [read, hang],
        raises="TimeoutError",
        server="trusted",
        timeout=0.5,
    ),
    case("slow-body", "chat", [read, drip(response(CHAT), 0.2)], raises="TimeoutError", server="trusted", timeout=0.5),
    case("cut-body", "chat", [read, send(response(CHAT)[:-9]), close], raises="NetworkError", server="trusted"),
    case(
        "cut-stream",
        "stream",
        [read, send(STREAM_HEAD + START + text("Hel")), close],
        raises="StreamInterruptedError",
        returns="Hel",
        server="trusted",
    ),
    case(
        "closed-while-idle",
        "chat",
        [*OK, pause(0.02), close],
        OK,
        returns="Hello.",
        server="trusted",
        before=("chat",),
        attempts=2,
        between=0.2,
    ),
    case(
        "gigabyte",
        "chat",
        [read, send(b"HTTP/1.1 200 OK\r\n\r\n"), repeat(b" " * 2**20, total=2**30), close],
        raises="ResponseError",
        server="trusted",
        timeout=10.0,
        memory=160 * 2**20,
    ),
)
