"""Streams that fail: a cut response never looks whole."""

from __future__ import annotations

from typing import Any, Callable, Dict, Tuple

from ..case import Case, case
from ..responses import DONE, HELLO, START, STREAM_HEAD, chunk, event, head, response, stream, text
from ..server import Step
from ..steps import close, drip, finish, hang, pause, read, repeat, reset, send

PART = START + text("Hel")
CHUNKS = head(headers={"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})
FAILED = event("error", {"message": "Agent failed.", "error": "boom"})

INTERRUPTED: Dict[str, Tuple[str, Tuple[Step, ...]]] = {
    "closed": ("Hel", (send(STREAM_HEAD + PART), close)),
    "finished": ("Hel", (send(STREAM_HEAD + PART), finish)),
    "reset": ("Hel", (send(STREAM_HEAD + PART), pause(0.1), reset)),
    "ended-in-order": ("Hel", (send(stream(PART)),)),
    "closed-within-an-event": ("Hel", (send(STREAM_HEAD + PART + text("lo.")[:-5]), close)),
    "closed-before-the-blank-line": ("Hel", (send(STREAM_HEAD + PART + text("lo.")[:-1]), close)),
    "closed-within-done": ("Hello.", (send(STREAM_HEAD + HELLO[:-1]), close)),
    "closed-within-a-character": ("Hel", (send(STREAM_HEAD + PART + text("\U0001f600")[:-7]), close)),
    "closed-between-chunks": ("Hel", (send(CHUNKS + chunk(PART)), close)),
    "closed-within-a-chunk": ("Hel", (send(CHUNKS + chunk(PART) + chunk(text("lo."))[:-12]), close)),
    "reset-between-chunks": ("Hel", (send(CHUNKS + chunk(PART)), pause(0.1), reset)),
    "garbage-between-chunks": ("Hel", (send(CHUNKS + chunk(PART) + b"garbage\r\n"), close)),
    "shorter-than-it-says": ("Hel", (send(response(PART, content_type="text/event-stream", length=999)), close)),
    "ended-after-start": ("", (send(stream(START)),)),
    "ended-at-once": ("", (send(stream()),)),
    "comments-alone-then-end": ("", (send(stream(b": ping\n\n" * 3)),)),
    "unknown-events-alone": ("", (send(stream(event("sparkle", {}))),)),
    "old-dialect-without-end": ("Hel", (send(stream(b'data: {"type":"chunk","content":"Hel"}\n\n')),)),
    "bare-dialect-without-end": ("Hel", (send(stream(b'data: {"content":"Hel"}\n\n')),)),
}
SILENT: Dict[str, Tuple[str, Tuple[Step, ...]]] = {
    "after-the-head": ("", (send(STREAM_HEAD), hang)),
    "after-text": ("Hel", (send(STREAM_HEAD + PART), hang)),
    "within-an-event": ("Hel", (send(STREAM_HEAD + PART + text("lo.")[:-4]), hang)),
    "within-a-chunk": ("Hel", (send(CHUNKS + chunk(PART) + b"ff\r\nevent"), hang)),
    "but-for-comments": ("", (send(STREAM_HEAD), repeat(b": ping\n\n", 0.1))),
    "but-for-comments-after-text": ("Hel", (send(STREAM_HEAD + PART), repeat(b": ping\n\n", 0.1))),
    "but-for-blank-lines": ("Hel", (send(STREAM_HEAD + PART), repeat(b"\n", 0.1))),
    "but-for-a-slow-event": ("Hel", (send(STREAM_HEAD + PART), drip(text("x" * 500), 0.1))),
    "but-for-slow-bytes-at-first": ("", (send(STREAM_HEAD), drip(START * 9, 0.1))),
    "but-for-slow-chunk-heads": ("Hel", (send(CHUNKS + chunk(PART)), drip(b"0" * 99, 0.1))),
    "but-for-retry-fields": ("Hel", (send(STREAM_HEAD + PART), repeat(b"retry: 1\n\n", 0.1))),
}
WRONG = {
    "chunk-not-json": event("chunk", b"lo."),
    "chunk-cut-json": event("chunk", b'{"text":"lo.'),
    "chunk-a-list": event("chunk", ["lo."]),
    "chunk-null": event("chunk", None),
    "chunk-without-text": event("chunk", {"words": "lo."}),
    "chunk-text-a-number": event("chunk", {"text": 7}),
    "chunk-nested-deep": event("chunk", b"[" * 100_000),
    "done-not-json": event("done", b"ok"),
    "start-a-number": event("start", 7),
}
ERRORS: Dict[str, Tuple[str, bytes]] = {
    "after-text": ("Hel", PART + FAILED),
    "at-once": ("", FAILED),
    "then-more": ("Hel", PART + FAILED + text("lo.") + DONE),
    "typed-dialect": ("", b'data: {"type":"error","error":"Agent failed."}\n\n'),
    "without-error-field": ("Hel", PART + event("error", {"message": "Agent failed."})),
    "extra-fields": ("Hel", PART + event("error", {"message": "Agent failed.", "error": "boom", "code": "X"})),
}
ODD_ERRORS: Dict[str, bytes] = {
    "empty-object": event("error", {}),
    "not-json": event("error", b"boom"),
    "nulls": event("error", {"message": None, "error": None}),
    "a-string": event("error", "boom"),
    "an-object": event("error", {"error": {"code": "X", "message": "Agent failed."}}),
}


def check_told(outcome: Any, _: Any) -> None:
    """The error event is handed over before the error is raised, and both say why."""
    assert outcome.events[-1].type == "error"
    assert "Agent failed." in str(outcome.error)


def of_conversation(name: Any) -> Callable[[Any, Any], None]:
    """The error knows the conversation, so that the caller can look the response up."""

    def check(outcome: Any, _: Any) -> None:
        assert outcome.error.conversation_id == name

    return check


def make_failing(name: str, raises: str, words: str, *steps: Step, **facts: Any) -> Case:
    """A stream that fails after these words."""
    return case(name, "stream", [read, *steps], raises=raises, returns=words, **facts)


CASES: Tuple[Case, ...] = (
    *(
        make_failing(name, "StreamInterruptedError", words, *steps, open=1)
        for name, (words, steps) in INTERRUPTED.items()
    ),
    *(
        make_failing(
            f"silent-{name}", "StreamTimeoutError" if words else "TimeoutError", words, *steps, timeout=0.5, open=0
        )
        for name, (words, steps) in SILENT.items()
    ),
    *(
        make_failing(f"wrong-{name}", "StreamError", "Hel", send(stream(PART, data, DONE)), open=1)
        for name, data in WRONG.items()
    ),
    *(
        make_failing(f"error-{name}", "StreamError", words, send(stream(data)), check=check_told, open=1)
        for name, (words, data) in ERRORS.items()
    ),
    *(
        make_failing(f"error-odd-{name}", "StreamError", "Hel", send(stream(PART + data)), open=1)
        for name, data in ODD_ERRORS.items()
    ),
    make_failing(
        "error-without-end", "StreamError", "Hel", send(STREAM_HEAD + PART + FAILED), hang, check=check_told, within=1.0
    ),
    make_failing(
        "knows-its-conversation",
        "StreamInterruptedError",
        "Hel",
        send(STREAM_HEAD + PART),
        close,
        check=of_conversation("conv_1"),
    ),
    case(
        "slow-but-alive",
        "stream",
        [read, send(STREAM_HEAD), drip(HELLO, 0.3, size=len(HELLO) // 4), close],
        returns="Hello.",
        timeout=0.8,
        within=2.5,
        at_least=0.85,
    ),
)
