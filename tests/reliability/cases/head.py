"""Heads of responses that are odd, wrong or without end."""

from __future__ import annotations

from typing import Tuple

from ..case import Case, case, each
from ..responses import CHAT, chunk, chunk_response, dump, head, response
from ..steps import close, pause, read, repeat, send

BODY = dump(CHAT)
LENGTH = b"Content-Length: %d\r\n" % len(BODY)
OK, JSON = b"HTTP/1.1 200 OK\r\n", b"Content-Type: application/json\r\n"

GARBAGE = {
    "not-http": b"\x00\x01\x02\x03 hello there\r\n\r\n",
    "no-version": b"200 OK\r\n\r\n",
    "ssh": b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    "http-2-status-line": b"HTTP/2 200 OK\r\n\r\n",
    "four-digits": b"HTTP/1.1 2000 OK\r\n\r\n",
    "two-digits": b"HTTP/1.1 20 OK\r\n\r\n",
    "letters-for-a-status": b"HTTP/1.1 abc OK\r\n\r\n",
    "two-lengths": OK + JSON + LENGTH + b"Content-Length: 7\r\n\r\n" + BODY,
    "negative-length": OK + JSON + b"Content-Length: -1\r\n\r\n" + BODY,
    "length-in-words": OK + JSON + b"Content-Length: many\r\n\r\n" + BODY,
    "unknown-transfer-encoding": OK + JSON + b"Transfer-Encoding: xyzzy\r\n\r\n" + BODY,
    "nul-in-a-header": OK + JSON + b"X-Odd: a\x00b\r\n" + LENGTH + b"\r\n" + BODY,
    "space-in-a-header-name": OK + JSON + b"X Odd: a\r\n" + LENGTH + b"\r\n" + BODY,
    "header-without-colon": OK + JSON + b"invalid\r\n" + LENGTH + b"\r\n" + BODY,
    "header-of-200-kilobytes": OK + b"X-Huge: " + b"h" * 200_000 + b"\r\n" + JSON + LENGTH + b"\r\n" + BODY,
    "chunk-size-in-words": head(headers={"Transfer-Encoding": "chunked"}) + b"many\r\n{}\r\n0\r\n\r\n",
    "negative-chunk-size": head(headers={"Transfer-Encoding": "chunked"}) + b"-5\r\n{}\r\n0\r\n\r\n",
    "chunk-size-of-40-digits": head(headers={"Transfer-Encoding": "chunked"}) + b"f" * 40 + b"\r\n{}\r\n0\r\n\r\n",
    "chunk-longer-than-it-says": head(headers={"Transfer-Encoding": "chunked"}) + b"1\r\n{}\r\n0\r\n\r\n",
}
ODD = {
    "no-reason": b"HTTP/1.1 200\r\n" + JSON + LENGTH + b"\r\n" + BODY,
    "bytes-in-the-reason": b"HTTP/1.1 200 \xc3\xa9\xff\r\n" + JSON + LENGTH + b"\r\n" + BODY,
    "bytes-in-a-header": OK + JSON + b"X-Odd: \xc3\xa9\xff\xfe\r\n" + LENGTH + b"\r\n" + BODY,
    "folded-header": OK + JSON + b"X-Odd: a\r\n b\r\n" + LENGTH + b"\r\n" + BODY,
    "line-feeds-alone": (OK + JSON + LENGTH + b"\r\n").replace(b"\r", b"") + BODY,
    "two-lengths-alike": OK + JSON + LENGTH + LENGTH + b"\r\n" + BODY,
    "header-of-50-kilobytes": OK + b"X-Huge: " + b"h" * 50_000 + b"\r\n" + JSON + LENGTH + b"\r\n" + BODY,
    "a-thousand-headers": OK + b"X-Many: 1\r\n" * 1000 + JSON + LENGTH + b"\r\n" + BODY,
    "chunk-extensions": head(headers={"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    + b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY),
    "trailers": chunk_response(BODY)[:-2] + b"X-Trailer: 1\r\n\r\n",
    "length-and-chunks": head(
        headers={"Content-Type": "application/json", "Content-Length": "7", "Transfer-Encoding": "chunked"}
    )
    + chunk(BODY)
    + chunk(b""),
    "early-hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + response(CHAT),
    "continue": b"HTTP/1.1 100 Continue\r\n\r\n" + response(CHAT),
    "twenty-interim-responses": b"HTTP/1.1 102 Processing\r\n\r\n" * 20 + response(CHAT),
}
ENDED_BY_CLOSE = {
    "http-1.0": b"HTTP/1.0 200 OK\r\n" + JSON + b"\r\n" + BODY,
    "http-1.0-with-length": b"HTTP/1.0 200 OK\r\n" + JSON + LENGTH + b"\r\n" + BODY,
    "no-length": OK + JSON + b"\r\n" + BODY,
    "connection-close": OK + JSON + b"Connection: close\r\n" + LENGTH + b"\r\n" + BODY,
}

CASES: Tuple[Case, ...] = (
    *(
        case(f"garbage-{name}-chat", "chat", [read, send(data), close], raises="NetworkError")
        for name, data in GARBAGE.items()
    ),
    *each("garbage-not-http", "health", [read, send(GARBAGE["not-http"]), close], raises="NetworkError", attempts=3),
    *each("garbage-not-http", "stream", [read, send(GARBAGE["not-http"]), close], raises="NetworkError"),
    *(case(f"odd-{name}", "chat", [read, send(data)], returns="Hello.") for name, data in ODD.items()),
    *(
        case(f"ended-by-close-{name}", "chat", [read, send(data), close], returns="Hello.", open=0)
        for name, data in ENDED_BY_CLOSE.items()
    ),
    case(
        "cut-where-no-length-is-given",
        "chat",
        [read, send(OK + JSON + b"\r\n" + BODY[:-5]), close],
        raises="ResponseError",
    ),
    case(
        "interim-responses-slowly",
        "chat",
        [read, repeat(b"HTTP/1.1 102 Processing\r\n\r\n", 0.1)],
        raises="TimeoutError",
        timeout=0.5,
    ),
    case(
        "interim-responses-without-end",
        "chat",
        [read, repeat(b"HTTP/1.1 102 Processing\r\n\r\n" * 500)],
        raises="NetworkError",
        timeout=1.0,
    ),
    case(
        "headers-without-end",
        "chat",
        [read, send(OK), repeat(b"X-More: 1\r\n" * 500)],
        raises="NetworkError",
        timeout=1.0,
    ),
    case(
        "a-header-without-end",
        "chat",
        [read, send(OK + b"X-More: "), repeat(b"h" * 4096)],
        raises="NetworkError",
        timeout=1.0,
    ),
    case(
        "switching-protocols",
        "chat",
        [read, send(b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n"), pause(1)],
        raises="NetworkError",
    ),
)
