"""The stream of today's service, from bytes to events."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Tuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant._streaming.chat_event_parser import ChatEventParser
from infinity_assistant.events import DoneEvent, ErrorEvent, MetadataEvent, StreamMetadata, UnknownEvent

from .frames import CHAT, DONE, METADATA, START, bare, chunks, frame, read, read_until_failure

_EXCHANGES = json.loads((Path(__file__).parents[1] / "recordings" / "stream.json").read_text("utf-8"))
RECORDED: Dict[str, str] = {
    exchange["name"]: exchange["response"]["body"]
    for exchange in _EXCHANGES
    if exchange["response"]["headers"].get("content-type") == "text/event-stream"
}


def list_told(body: str) -> List[Tuple[str, Any]]:
    """Names and data, read with nothing but `split`."""
    lines = [block.split("\n") for block in body.split("\n\n") if block]
    return [(name[len("event: ") :], json.loads(data[len("data: ") :])) for name, data in lines]


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_streams_lose_nothing(name: str) -> None:
    """Every event, every field, in order."""
    events, reader = read(RECORDED[name].encode())
    seen = [event for event in events if not isinstance(event, MetadataEvent)]
    assert not any(isinstance(event, UnknownEvent) for event in events)
    assert len(seen) == len(list_told(RECORDED[name]))
    for event, (wire, data) in zip(seen, list_told(RECORDED[name])):
        shown = {"type": "text", "content": data["text"]} if wire == "chunk" else {"type": wire, **data}
        assert event.to_dict() == shown
    assert reader.text() == "".join(data["text"] for wire, data in list_told(RECORDED[name]) if wire == "chunk")
    assert reader.is_finished


def test_the_reader_remembers_what_the_events_add_up_to() -> None:
    _, reader = read(START, chunks("Hel", "", "lo"), DONE)
    assert (reader.text(), reader.conversation_id, reader.has_events) == ("Hello", "conv_1", True)
    assert reader.metadata == StreamMetadata.from_dict(METADATA)


def test_metadata_comes_just_before_done() -> None:
    events, _ = read(START, DONE)
    metadata, done = events[-2:]
    assert isinstance(metadata, MetadataEvent)
    assert isinstance(done, DoneEvent)
    assert metadata.metadata == done.metadata == StreamMetadata.from_dict(METADATA)


@pytest.mark.parametrize("data", [{}, {"metadata": None}, {"metadata": 7}, {"conversationId": "c"}])
def test_done_without_metadata_stands_alone(data: Any) -> None:
    events, reader = read(frame("done", data))
    assert [event.type for event in events] == ["done"]
    assert reader.metadata is None


def test_the_conversation_may_be_named_at_the_end_alone() -> None:
    assert read(DONE)[1].conversation_id == "conv_1"


def test_a_stream_is_not_finished_before_done_or_error() -> None:
    """Else a cut response would look whole."""
    reader = ChatEventParser(CHAT)
    for piece in (b"", b": ping\n\n", START, chunks("Hello"), frame("sparkle", {}), DONE[:-1]):
        list(reader.feed(piece))
        assert not reader.is_finished
    list(reader.feed(b"\n"))
    assert reader.is_finished


def test_a_stream_has_begun_with_its_first_event() -> None:
    """Comments, and an event that is not complete yet, are none."""
    reader = ChatEventParser(CHAT)
    for piece in (b": ping\n\n", b"\n", START[:-1]):
        list(reader.feed(piece))
        assert not reader.has_events
    list(reader.feed(b"\n"))
    assert reader.has_events


@pytest.mark.parametrize("late", [chunks("late"), frame("chunk", b"{{{"), frame("error", {}), DONE, b"data: x\n\n"])
def test_what_follows_the_end_is_ignored(late: bytes) -> None:
    together, reader = read(chunks("Hello") + DONE + late)
    assert [event.type for event in together] == ["text", "metadata", "done"]
    assert list(reader.feed(late)) == []
    assert reader.text() == "Hello"


def test_events_that_are_new_are_handed_over_with_their_name() -> None:
    events, _ = read(frame("sparkle", {"x": 1}), frame("glitter", b"<b>"), frame("deep", b"[" * 100_000))
    assert [(event["name"], event["type"]) for event in events] == [
        (name, "unknown") for name in ("sparkle", "glitter", "deep")
    ]
    assert [event["data"] for event in events[:2]] == [{"x": 1}, "<b>"]


TEXTS = {
    "line-separators": (
        "a\u2028b\u2029c\x85d\x0be\x1cf",
        b'{"text":"a\xe2\x80\xa8b\xe2\x80\xa9c\xc2\x85d\\u000be\\u001cf"}',
    ),
    "escapes": ('é\n"\\/\U0001f600', b'{"text":"\\u00e9\\n\\"\\\\\\/\\ud83d\\ude00"}'),
    "half-an-emoji": ("a\ufffdb", b'{"text":"a\\ud800b"}'),
    "invalid-utf-8": ("a\ufffdb", b'{"text":"a\xffb"}'),
    "nul": ("a\0b", b'{"text":"a\\u0000b"}'),
    "blanks-in-the-json": ("a", b' { "text" : "a" } '),
    "two-lines-of-data": ("a", b'{"text":\ndata: "a"}'),
    "said-twice": ("b", b'{"text":"a","text":"b"}'),
    "more-fields": ("a", b'{"text":"a","new":{"text":"b"}}'),
}


@pytest.mark.parametrize(("text", "data"), TEXTS.values(), ids=TEXTS.keys())
def test_text_arrives_exactly(text: str, data: bytes) -> None:
    events, reader = read(frame("chunk", data))
    assert [event["content"] for event in events] == [text]
    assert reader.text() == text


@given(st.lists(st.text()), st.data())
def test_any_text_cut_anywhere_arrives_exactly(texts: List[str], data: st.DataObject) -> None:
    stream = START + chunks(*texts) + DONE
    cut = data.draw(st.integers(0, len(stream)))
    events, reader = read(stream[:cut], stream[cut:])
    assert [event["content"] for event in events if event.type == "text"] == texts
    assert reader.text() == "".join(texts)


ERRORS: Dict[str, Tuple[Any, str, Any]] = {
    "as-promised": ({"message": "Agent failed.", "error": "boom"}, "Agent failed.", "boom"),
    "message-alone": ({"message": "Agent failed."}, "Agent failed.", None),
    "error-alone": ({"error": "boom"}, "boom", "boom"),
    "an-object": ({"error": {"code": "X", "message": "Agent failed."}}, "Agent failed.", "X"),
    "nulls": ({"message": None, "error": None}, "the service did not say why", None),
    "blank": ({"message": " ", "error": ""}, "the service did not say why", ""),
    "empty": ({}, "the service did not say why", None),
    "a-string": ("boom", "boom", "boom"),
    "a-list": (["boom"], "the service did not say why", None),
    "not-json": (b"boom", "boom", "boom"),
    "deep": (b"[" * 100_000, "[" * 2048, "[" * 2048),
}


@pytest.mark.parametrize(("data", "message", "error"), ERRORS.values(), ids=ERRORS.keys())
def test_an_error_is_told_in_whatever_shape_it_comes(data: Any, message: str, error: Any) -> None:
    """The stream has failed in any case; a second failure over how it was said would hide the first."""
    events, reader = read(chunks("Hel"), frame("error", data))
    assert isinstance(events[-1], ErrorEvent)
    assert (events[-1].message, events[-1].error) == (message, error)
    assert (reader.is_finished, reader.text()) == (True, "Hel")


INVALID: Dict[str, Tuple[bytes, str]] = {
    "chunk-not-json": (
        frame("chunk", b"lo."),
        "the data of a chunk event is not JSON: Expecting value, at 0 of 3 characters",
    ),
    "chunk-cut": (frame("chunk", b'{"text":"lo.'), "is not JSON: Unterminated string"),
    "chunk-and-more": (frame("chunk", b'{"text":"a"}x'), "is not JSON: Extra data, at 12 of 13 characters"),
    "chunk-a-list": (frame("chunk", ["lo."]), "the data of a chunk event is JSON, but no object"),
    "chunk-null": (frame("chunk", None), "is JSON, but no object"),
    "chunk-without-text": (frame("chunk", {"words": "lo."}), "makes no sense: content is missing"),
    "chunk-text-a-number": (frame("chunk", {"text": 7}), "makes no sense: content is a number, not a string"),
    "chunk-nan": (frame("chunk", b'{"text":"a","x":NaN}'), "is not JSON: NaN is no number"),
    "chunk-infinity": (frame("chunk", b'{"text":"a","x":-Infinity}'), "is not JSON: -Infinity is no number"),
    "chunk-deep": (frame("chunk", b'{"text":' + b"[" * 100_000), "is nested too deeply"),
    "chunk-control-character": (frame("chunk", b'{"text":"a\tb"}'), "is not JSON: Invalid control character"),
    "done-not-json": (frame("done", b"ok"), "the data of a done event is not JSON"),
    "start-a-number": (frame("start", 7), "the data of a start event is JSON, but no object"),
    "start-without-conversation": (frame("start", {}), "makes no sense: conversationId is missing"),
    "phase-null": (frame("phase", None), "the data of a phase event is JSON, but no object"),
    "bare-text": (bare(b"hello"), "the data of a message event is not JSON"),
    "bare-number": (bare(5), "the data of a message event is JSON, but no object"),
}


@pytest.mark.parametrize(("bad", "why"), INVALID.values(), ids=INVALID.keys())
def test_an_invalid_event_is_an_error_and_not_an_event(bad: bytes, why: str) -> None:
    """What came before it is delivered first, however the stream is cut, and remembered."""
    for pieces in ([START + chunks("private") + bad + DONE], [START, chunks("private"), bad, DONE]):
        events, problem, reader = read_until_failure(pieces)
        assert [event.type for event in events] == ["start", "text"]
        assert why in problem
        assert (reader.is_finished, reader.text(), reader.conversation_id) == (False, "private", "conv_1")


def test_an_error_does_not_quote_the_data() -> None:
    """It may be private."""
    assert "secret" not in read_until_failure([frame("chunk", b'{"text":"my secret')])[1]


def test_an_event_beyond_the_limit_is_an_error() -> None:
    """What came before it in the same chunk is delivered first."""
    reader = ChatEventParser(CHAT, limit=64)
    events = iter(reader.feed(chunks("a", "x" * 100)))
    assert next(events)["content"] == "a"
    with pytest.raises(Exception, match="longer than 64 bytes"):
        next(events)


def test_an_event_beyond_the_limit_does_no_harm_after_done() -> None:
    reader = ChatEventParser(CHAT, limit=100)
    assert [event.type for event in reader.feed(frame("done", {}) + chunks("x" * 200))] == ["done"]
