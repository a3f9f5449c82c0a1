"""Connections that fail, in every phase of an exchange."""

from __future__ import annotations

from typing import Tuple

from ..case import Case, case, each
from ..responses import CHAT, HEALTH, HELLO, SEARCH, chunk, chunk_response, head, response, stream
from ..server import Script, Step
from ..steps import close, drip, finish, hang, pause, read, read_some, repeat, reset, send

OPEN_CHUNKS = head(headers={"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
CUT_RESPONSES = {
    "after-the-request": b"",
    "within-the-status-line": b"HTTP/1.1 2",
    "after-the-status-line": b"HTTP/1.1 200 OK\r\n",
    "within-the-headers": b"HTTP/1.1 200 OK\r\nContent-Ty",
    "before-the-body": head(headers={"Content-Type": "application/json", "Content-Length": "50"}),
    "within-the-body": response(CHAT)[:-40],
    "before-the-last-byte": response(CHAT)[:-1],
    "within-a-chunk-size": OPEN_CHUNKS + b"1",
    "within-a-chunk": OPEN_CHUNKS + b"ff\r\n{",
    "after-a-chunk": OPEN_CHUNKS + chunk(b'{"response":'),
    "before-the-last-chunk": chunk_response(b"{}")[:-5],
    "within-the-last-chunk": chunk_response(b"{}")[:-2],
}
ENDS = {"closed": close, "finished": finish, "reset": reset}


def cut(name: str, data: bytes, end: str) -> Tuple[Case, ...]:
    """What was sent may have been executed: only the call that is safe to repeat is made again."""
    script: Script = [read, *([send(data)] if data else []), ENDS[end]]
    once = case(f"{end}-{name}-chat", "chat", script, raises="NetworkError")
    again = case(f"{end}-{name}-health", "health", script, raises="NetworkError", attempts=3)
    return (once, again)


def silent(name: str, *steps: Step) -> Tuple[Case, ...]:
    """The deadline ends what the server does not."""
    return each(
        f"silent-{name}", "chat health", [*steps, hang], raises="TimeoutError", timeout=0.5, bodies=int(read in steps)
    )


CHAT_RESPONSE, HEALTH_RESPONSE = [read, send(response(CHAT))], [read, send(response(HEALTH))]

CASES: Tuple[Case, ...] = (
    *each("refused", "chat health search stream", raises="NetworkError", server="refusing", attempts=0),
    *each("deaf", "chat health stream", raises="TimeoutError", server="deaf", attempts=0, timeout=0.5),
    *each("closed-at-once", "chat stream", [close], raises="NetworkError", bodies=0),
    *each("closed-at-once", "health search", [close], raises="NetworkError", attempts=3, bodies=0),
    *each("reset-within-the-request", "chat stream", [read_some, reset], raises="NetworkError", bodies=0),
    *each("reset-within-the-request", "health", [read_some, reset], raises="NetworkError", attempts=3, bodies=0),
    case("closed-within-the-request-stream", "stream", [read_some, close], raises="NetworkError", bodies=0),
    case("closed-after-the-request-search", "search", [read, close], raises="NetworkError", attempts=3),
    case("closed-then-fine-health", "health", [read, close], HEALTH_RESPONSE, returns="healthy", attempts=2),
    case("closed-then-fine-search", "search", [read, close], [read, send(response(SEARCH))], returns="tea", attempts=2),
    case(
        "reset-twice-then-fine", "health", [read, reset], [read, reset], HEALTH_RESPONSE, returns="healthy", attempts=3
    ),
    case("closed-after-the-request-stream", "stream", [read, close], raises="NetworkError"),
    case("reset-after-the-request-stream", "stream", [read, reset], raises="NetworkError"),
    *(found for end in ENDS for name, data in CUT_RESPONSES.items() for found in cut(name, data, end)),
    *silent("at-once", read_some),
    *silent("after-the-request", read),
    *silent("within-the-status-line", read, send(b"HTTP/1.1 2")),
    *silent("within-the-headers", read, send(b"HTTP/1.1 200 OK\r\nContent-Ty")),
    *silent("within-the-body", read, send(response(CHAT)[:-9])),
    *silent("within-a-chunk", read, send(OPEN_CHUNKS + b"ff\r\n{")),
    case("silent-after-the-request-stream", "stream", [read, hang], raises="TimeoutError", timeout=0.5),
    *each(
        "slow-headers",
        "chat health stream",
        [read, drip(b"HTTP/1.1 200 OK\r\nX-Slow: 1", 0.2)],
        raises="TimeoutError",
        timeout=0.5,
    ),
    *each("slow-body", "chat health", [read, drip(response(CHAT), 0.2)], raises="TimeoutError", timeout=0.5),
    *each(
        "slow-chunks",
        "chat health",
        [read, send(OPEN_CHUNKS), repeat(chunk(b" "), 0.1)],
        raises="TimeoutError",
        timeout=0.5,
    ),
    *each(
        "slow-after-the-headers",
        "chat",
        [read, send(response(CHAT)[:90]), repeat(b" ", 0.2)],
        raises="TimeoutError",
        timeout=0.5,
    ),
    case("late-but-in-time-chat", "chat", [read, pause(0.3), *CHAT_RESPONSE[1:]], returns="Hello.", at_least=0.25),
    case("byte-by-byte-chat", "chat", [read, drip(response(CHAT), 0.0005, 3)], returns="Hello."),
    case("byte-by-byte-stream", "stream", [read, drip(stream(HELLO), 0.0005)], returns="Hello."),
    case("silent-then-fine-health", "health", [read, hang], HEALTH_RESPONSE, raises="TimeoutError", timeout=0.5),
)
