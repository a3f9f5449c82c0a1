"""The two older spellings of a stream, which older deployments may still speak."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

import pytest

from infinity_assistant.events import ErrorEvent, StreamMetadata

from .frames import METADATA, bare, frame, read, read_until_failure

TYPED = bare({"type": "chunk", "content": "Hel"}) + bare({"type": "chunk", "content": "lo"})
BARE = bare({"content": "Hel"}) + bare({"content": "lo"})
STREAMS: Dict[str, Tuple[bytes, List[str]]] = {
    "typed": (TYPED + bare({"type": "complete", "message_id": "m1"}), ["text", "text", "done"]),
    "typed-with-metadata": (
        TYPED + bare({"type": "complete", "metadata": METADATA}),
        ["text", "text", "metadata", "done"],
    ),
    "bare": (BARE + bare({"metadata": METADATA}) + bare(b"[DONE]"), ["text", "text", "metadata", "done"]),
    "bare-without-metadata": (BARE + bare(b" [DONE] "), ["text", "text", "done"]),
    "named-message": ((BARE + bare(b"[DONE]")).replace(b"data:", b"event: message\ndata:"), ["text", "text", "done"]),
}


@pytest.mark.parametrize(("stream", "kinds"), STREAMS.values(), ids=STREAMS.keys())
def test_every_dialect_gives_the_same_events(stream: bytes, kinds: List[str]) -> None:
    events, reader = read(stream)
    assert [event.type for event in events] == kinds
    assert (reader.text(), reader.is_finished) == ("Hello", True)
    assert reader.metadata == (StreamMetadata.from_dict(METADATA) if "metadata" in kinds else None)


def test_the_id_of_the_message_is_kept() -> None:
    done: Any = read(bare({"type": "complete", "message_id": "m1"}))[0][-1]
    assert done["message_id"] == done.message_id == "m1"


def test_a_typed_chunk_is_equal_to_a_named_one() -> None:
    assert read(bare({"type": "chunk", "content": "a"}))[0] == read(frame("chunk", {"text": "a"}))[0]


@pytest.mark.parametrize("data", [{"type": "error", "error": "Agent failed."}, {"error": "Agent failed."}])
def test_an_error_ends_the_stream(data: Any) -> None:
    events, reader = read(TYPED, bare(data))
    assert isinstance(events[-1], ErrorEvent)
    assert (events[-1].message, reader.is_finished) == ("Agent failed.", True)


@pytest.mark.parametrize("stream", [TYPED, BARE, TYPED + bare({"metadata": METADATA})])
def test_without_its_end_a_stream_is_not_finished(stream: bytes) -> None:
    assert not read(stream)[1].is_finished


def test_events_of_today_are_understood_by_their_type_too() -> None:
    events, reader = read(bare({"type": "start", "conversationId": "conv_1"}))
    assert [event.type for event in events] == ["start"]
    assert reader.conversation_id == "conv_1"


UNKNOWN: Dict[str, Tuple[Any, str, Any]] = {
    "a-new-type": ({"type": "sparkle", "x": 1}, "sparkle", {"x": 1}),
    "a-type-that-is-no-text": ({"type": [7]}, "message", {"type": [7]}),
    "no-known-field": ({"shade": "blue"}, "message", {"shade": "blue"}),
    "metadata-that-is-no-object": ({"metadata": 7}, "metadata", {"metadata": 7}),
}


@pytest.mark.parametrize(("data", "name", "kept"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_is_new_is_handed_over(data: Any, name: str, kept: Any) -> None:
    [event] = read(bare(data))[0]
    assert (event.type, event["name"], event["data"]) == ("unknown", name, kept)


@pytest.mark.parametrize("data", [{"type": "chunk"}, {"type": "chunk", "content": 7}, {"content": None}])
def test_a_chunk_without_text_is_an_error(data: Any) -> None:
    assert "the data of a chunk event makes no sense: content" in read_until_failure([bare(data)])[1]


def test_an_empty_message_says_nothing() -> None:
    assert read(b"data\n\ndata: \n\n")[0] == []
