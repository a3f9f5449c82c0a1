"""Responses that would eat memory or time."""

from __future__ import annotations

import gzip
import zlib
from typing import Any, Callable, Dict, Tuple

from ..case import Case, case
from ..responses import CHAT, DONE, HELLO, START, STREAM_HEAD, chunk, dump, head, response, text
from ..server import Script
from ..steps import close, read, repeat, send, send_now

MIB = 2**20
ROOM = 160 * MIB
"""How much the process may grow while it refuses a body: less than any of these bodies unpacked."""


def bomb(head: bytes = b"\x1f\x8b\x08\0\0\0\0\0\0\xff") -> bytes:
    """256 MiB of nothing as gzip, or as what `head` begins: one mebibyte, repeated as a full flush allows."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return head + (packer.compress(b" " * MIB) + packer.flush(zlib.Z_FULL_FLUSH)) * 256 + packer.flush()


def explosive(
    encoding: str, make: Callable[[], bytes] = bomb, status: int = 200, kind: str = "application/json"
) -> Script:
    """A small response that unpacks to a large one."""
    return [read, send_now(lambda _: response(make(), status, {"Content-Encoding": encoding}, content_type=kind))]


BOMBS: Dict[str, Script] = {
    "gzip": explosive("gzip"),
    "x-gzip": explosive("x-gzip"),
    "deflate": explosive("deflate", lambda: bomb(b"\x78\xda")),
    "gzip-of-gzip": explosive("gzip, gzip", lambda: gzip.compress(bomb())),
    "a-hundred-encodings": explosive(", ".join(["gzip"] * 100)),
}
CHUNKS = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
GIB = {"Content-Type": "application/json", "Content-Length": str(2**30)}
FLOOD: Dict[str, Any] = {"memory": ROOM, "timeout": 10.0}
COMMENTS = b":" + b"x" * 65533 + b"\n\n"


def once(outcome: Any, server: Any) -> None:
    """A stream asks for plain text, so that nothing need be unpacked."""
    assert server.requests[0].headers["accept-encoding"] == "identity"


CASES: Tuple[Case, ...] = (
    *(
        case(f"explosive-{name}", "chat", script, raises="ResponseError", open=1, **FLOOD)
        for name, script in BOMBS.items()
    ),
    case("explosive-error", "chat", explosive("gzip", status=500), raises="ServerError", **FLOOD),
    case(
        "explosive-error-broken",
        "chat",
        [read, send(response(b"\x1f\x8bno", 500, {"Content-Encoding": "gzip"}))],
        raises="ServerError",
    ),
    case(
        "gigabyte",
        "chat",
        [read, send(head(headers=GIB)), repeat(b" " * MIB, total=2**30), close],
        raises="ResponseError",
        **FLOOD,
    ),
    case(
        "gigabyte-in-chunks",
        "chat",
        [read, send(head(headers=CHUNKS)), repeat(chunk(b" " * MIB), total=2**30), close],
        raises="ResponseError",
        **FLOOD,
    ),
    case(
        "gigabyte-until-close",
        "health",
        [read, send(head()), repeat(b" " * MIB, total=2**30), close],
        raises="ResponseError",
        **FLOOD,
    ),
    case(
        "gigabyte-of-an-error",
        "health",
        [read, send(head(400, GIB)), repeat(b" " * MIB, total=2**30), close],
        raises="BadRequestError",
        **FLOOD,
    ),
    case(
        "gigabyte-of-a-redirect",
        "chat",
        [read, send(head(307, {**GIB, "Location": "/"})), repeat(b" " * MIB, total=2**30)],
        raises="RedirectError",
        **FLOOD,
    ),
    case(
        "length-beyond-reason",
        "chat",
        [read, send(head(headers={"Content-Length": "9" * 18})), close],
        raises="ResponseError",
        **FLOOD,
    ),
    case("megabyte-that-is-fine", "chat", [read, send(response({**CHAT, "x": "x" * MIB}))], returns="Hello."),
    case(
        "gzip-of-a-megabyte-that-is-fine",
        "chat",
        [read, send(response(gzip.compress(dump({**CHAT, "x": "x" * MIB})), headers={"Content-Encoding": "gzip"}))],
        returns="Hello.",
    ),
    case(
        "trailers-without-end",
        "chat",
        [read, send(head(headers=CHUNKS) + b"2\r\n{}\r\n0\r\n"), repeat(b"X: 1\r\n" * 500)],
        raises="NetworkError",
        **FLOOD,
    ),
    case(
        "chunk-extension-without-end",
        "chat",
        [read, send(head(headers=CHUNKS) + b"2;a="), repeat(b"x" * 4096)],
        raises="NetworkError",
        **FLOOD,
    ),
    case(
        "event-without-end",
        "stream",
        [read, send(STREAM_HEAD + START), repeat(b"data: " + b"x" * MIB + b"\n")],
        raises="StreamError",
        **FLOOD,
    ),
    case(
        "line-without-end",
        "stream",
        [read, send(STREAM_HEAD + START + b"data: "), repeat(b"x" * MIB)],
        raises="StreamError",
        **FLOOD,
    ),
    case(
        "event-name-without-end",
        "stream",
        [read, send(STREAM_HEAD + START + b"event: "), repeat(b"x" * MIB)],
        raises="StreamError",
        **FLOOD,
    ),
    case(
        "64-mebibytes-of-comments",
        "stream",
        [
            read,
            send(STREAM_HEAD + START + text("Hel")),
            repeat(COMMENTS, total=64 * MIB),
            send(text("lo.") + DONE),
            close,
        ],
        returns="Hello.",
        memory=48 * MIB,
        timeout=10.0,
    ),
    case(
        "a-comment-without-end",
        "stream",
        [read, send(STREAM_HEAD + START + b":"), repeat(b"x" * MIB, total=64 * MIB), send(b"\n\n" + HELLO), close],
        returns="Hello.",
        memory=48 * MIB,
        timeout=10.0,
    ),
    case(
        "stream-packed",
        "stream",
        [
            read,
            send(
                response(gzip.compress(HELLO), headers={"Content-Encoding": "gzip"}, content_type="text/event-stream")
            ),
        ],
        raises="ResponseError",
        check=once,
    ),
    case("stream-explosive", "stream", explosive("gzip", kind="text/event-stream"), raises="ResponseError", **FLOOD),
    case(
        "stream-said-to-be-identity",
        "stream",
        [read, send(response(HELLO, headers={"Content-Encoding": "identity"}, content_type="text/event-stream"))],
        returns="Hello.",
        check=once,
    ),
)
