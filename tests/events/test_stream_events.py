"""What users hold in their hands: events that are read by attribute and by key."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Dict, List

import pytest

from infinity_assistant import events
from infinity_assistant.events import CollectedResponse, MetadataEvent, StreamMetadata, TextEvent, UnknownEvent

from .frames import METADATA, bare, chunks, frame, read

DATA: Dict[str, Dict[str, Any]] = {
    "phase": {"from": "intake", "to": "reflect", "confidence": 0.9},
    "memory": {"stored": True, "content": "my cat is called Momo"},
    "language": {"detected": "zh", "confidence": 0.63},
    "speaker": {"speakerId": "s", "speakerName": "Ada", "ageGroup": "adult", "greeting": "Hi"},
    "essence": {"applied": True, "voiceTone": "playful"},
    "driving": {"enabled": True, "isEV": True},
    "start": {"conversationId": "conv_1"},
    "done": {"conversationId": "conv_1", "metadata": METADATA},
    "error": {"message": "Agent failed.", "error": "boom"},
}
ATTRIBUTES = {"from": "from_", "speakerId": "speaker_id", "speakerName": "speaker_name", "ageGroup": "age_group",
              "voiceTone": "voice_tone", "isEV": "is_ev", "conversationId": "conversation_id"}  # fmt: skip
each_kind = pytest.mark.parametrize("name", DATA)


def event_of(name: str, **more: Any) -> Any:
    return read(frame(name, {**DATA[name], **more}))[0][-1]


SAMPLES: List[Any] = [
    *(event_of(name) for name in DATA),
    event_of("start", new={"deep": [1]}),
    *read(chunks("Hello"), frame("chunk", {"text": "x", "new": 1}))[0],
    *read(frame("sparkle", {"x": [1]}), frame("odd", b"<b>"))[0],
    *read(bare({"metadata": METADATA}))[0],
]
each_sample = pytest.mark.parametrize("event", SAMPLES, ids=lambda event: f"{event.type}-{len(event)}")


@each_kind
def test_every_field_is_read_by_attribute_and_by_key(name: str) -> None:
    event = event_of(name)
    assert type(event) is getattr(events, f"{name.title()}Event")
    assert event.type == event["type"] == name
    for key, value in DATA[name].items():
        assert event[key] == getattr(event, ATTRIBUTES.get(key, key))
        assert event[key] == (StreamMetadata.from_dict(value) if key == "metadata" else value)


@each_kind
def test_an_event_is_a_mapping_of_what_came_and_its_type(name: str) -> None:
    event = event_of(name, new=7)
    assert event.to_dict() == {"type": name, **DATA[name], "new": 7}
    assert set(event) == {"type", "new", *DATA[name]}
    assert event.get("type") == name
    assert "type" in event
    assert "absent" not in event


@each_kind
def test_fields_that_are_new_are_kept(name: str) -> None:
    event = event_of(name, somethingNew=[1])
    assert event["somethingNew"] == event.something_new == [1]


def test_text_is_the_content() -> None:
    [event] = read(chunks("Hello"))[0]
    assert isinstance(event, TextEvent)
    assert (event.type, event.content) == (event["type"], event["content"]) == ("text", "Hello")
    assert event.to_dict() == {"type": "text", "content": "Hello"}


@each_sample
def test_events_pickle_and_copy(event: Any) -> None:
    for twin in (pickle.loads(pickle.dumps(event)), copy.copy(event), copy.deepcopy(event)):
        assert twin == event
        assert twin.to_dict() == event.to_dict()


@each_sample
def test_events_are_made_again_from_what_they_wrote(event: Any) -> None:
    assert type(event).from_dict(event.to_dict()) == event


def test_events_are_equal_if_they_say_the_same() -> None:
    assert read(chunks("a"))[0] == read(bare({"content": "a"}))[0] == [TextEvent(type="text", content="a")]
    assert read(chunks("a"))[0] != read(chunks("b"))[0]
    assert event_of("start") != event_of("start", new=1)


def test_a_repr_tells_the_type_and_hides_what_was_said() -> None:
    for event in (event_of("memory", content="private"), *read(chunks("private"))[0]):
        assert event.type in repr(event)
        assert "private" not in repr(event)
    assert "private" not in repr(CollectedResponse("private", "conv_1"))
    assert "conv_1" in repr(CollectedResponse("private", "conv_1"))


def test_events_can_be_made_by_hand_in_tests() -> None:
    metadata = StreamMetadata(tokens_used=2)
    assert MetadataEvent(metadata=metadata) == MetadataEvent.from_dict({"metadata": {"tokensUsed": 2}})
    assert UnknownEvent(name="sparkle").to_dict() == {"type": "unknown", "name": "sparkle"}
