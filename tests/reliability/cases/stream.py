"""Streams that are whole, in every spelling, and responses that are not streams."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Tuple

from ..case import Case, case
from ..responses import CHAT, DONE, HELLO, START, STREAM_HEAD, chunk_response, dump, event, head, response, stream, text
from ..steps import close, drip, hang, read, repeat, send

RECORDED = event("phase", {"from": "intake", "to": "reflect", "confidence": 0.9}) + event(
    "memory", {"stored": True, "content": "x"}
)
RECORDED += event("language", {"detected": "zh", "confidence": 0.63}) + event(
    "speaker", {"speakerId": "s", "ageGroup": "child"}
)
RECORDED += event("essence", {"applied": True}) + event("driving", {"enabled": True}) + HELLO
TYPED = b'data: {"type":"chunk","content":"Hel"}\n\ndata: {"type":"chunk","content":"lo."}\n\n'
BARE = b'data: {"content":"Hel"}\n\ndata: {"content":"lo."}\n\n'
FINE: Dict[str, bytes] = {
    "plain": HELLO,
    "all-events": RECORDED,
    "without-start": text("Hel", "lo.") + DONE,
    "empty-chunks": START + text("", "Hel", "", "lo.", "") + DONE,
    "crlf": HELLO.replace(b"\n", b"\r\n"),
    "cr": HELLO.replace(b"\n", b"\r"),
    "byte-order-mark": b"\xef\xbb\xbf" + HELLO,
    "no-space-after-colon": HELLO.replace(b": ", b":", 4),
    "comments": b": hello\n\n" + HELLO.replace(b"\n\n", b"\n: ping\n\n:\n\n"),
    "ids-and-retry": HELLO.replace(b"event:", b"id: 7\nretry: 10\nevent:"),
    "unknown-field": HELLO.replace(b"event:", b"shade: blue\nevent:"),
    "data-on-two-lines": START + b'event: chunk\ndata: {"text":\ndata: "Hello."}\n\n' + DONE,
    "data-before-the-name": START + b'data: {"text":"Hello."}\nevent: chunk\n\n' + DONE,
    "event-without-data": START + b"event: chunk\n\n" + text("Hello.") + DONE,
    "extra-fields": START + event("chunk", {"text": "Hello.", "new": [1]}) + DONE,
    "unknown-event": START + event("sparkle", {"x": 1}) + text("Hello.") + DONE,
    "unknown-event-that-is-not-json": START + event("sparkle", b"<b>") + text("Hello.") + DONE,
    "typed-dialect": TYPED + b'data: {"type":"complete","message_id":"m"}\n\n',
    "bare-dialect": BARE + b'data: {"metadata":{"tokensUsed":2}}\n\ndata: [DONE]\n\n',
    "bare-dialect-without-metadata": BARE + b"data: [DONE]\n\n",
    "text-after-done": HELLO + text("Never to be seen."),
    "done-twice": HELLO + DONE,
    "garbage-after-done": HELLO + b"event: chunk\ndata: {{{\n\n",
    "error-after-done": HELLO + event("error", {"message": "late", "error": "late"}),
}
TEXTS: Dict[str, Tuple[bytes, str]] = {
    "line-separators-in-data": (START + text("a\u2028b\u0085c\u000bd\x1ce") + DONE, "a\u2028b\u0085c\u000bd\x1ce"),
    "emoji": (START + text("\U0001f600", "e\u0301") + DONE, "\U0001f600e\u0301"),
    "escapes": (START + event("chunk", b'{"text":"\\u00e9\\n\\ud83d\\ude00"}') + DONE, "\u00e9\n\U0001f600"),
    "invalid-utf-8": (START + event("chunk", b'{"text":"a\xffb"}') + DONE, "a\ufffdb"),
    "lone-surrogate": (START + event("chunk", b'{"text":"a\\ud800b"}') + DONE, "a\ufffdb"),
    "nul": (START + event("chunk", b'{"text":"a\\u0000b"}') + DONE, "a\0b"),
    "no-text-at-all": (START + DONE, ""),
    "a-mebibyte-in-one-event": (START + text("x" * 2**20) + DONE, "x" * 2**20),
    "ten-thousand-events": (START + text("ab") * 10_000 + DONE, "ab" * 10_000),
}
TYPES = {
    "charset": "text/event-stream; charset=utf-8",
    "wrong-charset": "text/event-stream; charset=iso-8859-1",
    "upper-case": "Text/Event-Stream",
    "parameters": 'text/event-stream;profile="x"',
}
NOT_STREAMS = {
    "json": response(CHAT),
    "json-in-chunks": chunk_response(dump(CHAT)),
    "html": response(b"<h1>Welcome</h1>", content_type="text/html"),
    "plain-text": response(HELLO, content_type="text/plain"),
    "no-content-type": response(HELLO, content_type=""),
    "json-said-of-a-stream": response(HELLO, content_type="application/json"),
    "almost": response(HELLO, content_type="text/event-stream-v2"),
    "204": response(b"", 204, length=0),
    "empty-json": response(b""),
    "202": response(b"", 202),
}


def types(*expected: str) -> Callable[[Any, Any], None]:
    """The events are of these types, in this order."""

    def check(outcome: Any, _: Any) -> None:
        assert [found.type for found in outcome.events] == list(expected)

    return check


def by_key(outcome: Any, _: Any) -> None:
    """Events are read by key as by attribute."""
    chunks: List[Any] = [found for found in outcome.events if found["type"] == "text"]
    assert "".join(found["content"] for found in chunks) == "Hello."


CASES: Tuple[Case, ...] = (
    *(
        case(f"fine-{name}", "stream", [read, send(stream(data))], returns="Hello.", open=1)
        for name, data in FINE.items()
    ),
    *(
        case(f"fine-{name}", "stream", [read, send(stream(data))], returns=words, open=1)
        for name, (data, words) in TEXTS.items()
    ),
    *(
        case(f"fine-type-{name}", "stream", [read, send(response(HELLO, content_type=kind))], returns="Hello.", open=1)
        for name, kind in TYPES.items()
    ),
    *(
        case(f"not-a-stream-{name}", "stream", [read, send(data)], raises="ResponseError", open=1)
        for name, data in NOT_STREAMS.items()
    ),
    case("fine-ended-by-close", "stream", [read, send(STREAM_HEAD + HELLO), close], returns="Hello."),
    case(
        "fine-with-length",
        "stream",
        [read, send(response(HELLO, content_type="text/event-stream"))],
        returns="Hello.",
        open=1,
    ),
    case("fine-byte-by-byte", "stream", [read, send(STREAM_HEAD), drip(RECORDED, 0), close], returns="Hello."),
    case(
        "fine-chunk-for-every-byte",
        "stream",
        [read, send(stream(*(bytes([byte]) for byte in HELLO)))],
        returns="Hello.",
        open=1,
    ),
    case("by-key", "stream", [read, send(stream(HELLO))], returns="Hello.", check=by_key, open=1),
    case(
        "order-of-events",
        "stream",
        [read, send(stream(RECORDED))],
        returns="Hello.",
        open=1,
        check=types(
            "phase", "memory", "language", "speaker", "essence", "driving", "start", "text", "text", "metadata", "done"
        ),
    ),
    case(
        "unknown-is-handed-over",
        "stream",
        [read, send(stream(START, event("sparkle", {"x": 1}), DONE))],
        open=1,
        check=types("start", "unknown", "metadata", "done"),
    ),
    case("done-without-end", "stream", [read, send(STREAM_HEAD + HELLO), hang], returns="Hello.", within=1.0),
    case(
        "done-then-comments-for-ever",
        "stream",
        [read, send(STREAM_HEAD + HELLO), repeat(b":\n\n", 0.05)],
        returns="Hello.",
        within=1.0,
    ),
    case(
        "endless-json",
        "stream",
        [read, send(head(headers={"Content-Type": "application/json"})), repeat(b" ", 0.1)],
        raises="ResponseError",
        timeout=1.0,
    ),
    case(
        "endless-stream-for-a-plain-call",
        "chat",
        [read, send(STREAM_HEAD), repeat(text("x"), 0.05)],
        raises="TimeoutError",
        timeout=0.5,
    ),
)
