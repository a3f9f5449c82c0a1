"""Arguments that cannot be right are refused before anything is sent, by name and limit."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

import pytest

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._models import arguments
from infinity_assistant.errors import InfinityAssistantArgumentError

EMOJI = "\N{GRINNING FACE}"


@pytest.mark.parametrize(
    ("message", "complaint"),
    [
        ("", "message is empty"),
        (" \t\n\u2003", "message is blank"),
        ("x" * 5001, "message is 5001 UTF-16 code units long; the limit is 5000: shorten it or split it"),
        (EMOJI * 2501, "message is 5002 UTF-16 code units long; the limit is 5000"),
        (None, "message is a Python NoneType, not a string"),
        (b"Hi", "message is a Python bytes, not a string"),
        (5, "message is a Python int, not a string"),
    ],
)
def test_a_message_that_cannot_be_right_is_refused(message: Any, complaint: str) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match=complaint) as caught:
        api.chat(message=message)
    assert caught.value.argument == "message"
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("message", ["x" * 5000, EMOJI * 2500, "\ud800", " x "])
def test_a_message_within_the_limit_passes(message: str) -> None:
    """An emoji is two code units; half of one is for `content` to refuse."""
    assert repr(api.chat(message=message)) == "<Call chat(message)>"


def test_an_empty_id_is_refused() -> None:
    for make in (
        lambda: api.delete_webhook(id=""),
        lambda: api.get_conversation(conversation_id=" "),
        lambda: api.store_memory(conversation_id="", content="x"),
    ):
        with pytest.raises(InfinityAssistantArgumentError, match="id is (empty|blank)"):
            make()


def test_an_unknown_event_of_a_webhook_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(InfinityAssistantArgumentError) as caught:
        api.create_webhook(url="https://example.com", events=["chat.message", "chat.massage"])  # type: ignore[list-item]
    complaint = str(caught.value)
    assert complaint.startswith(
        "events may not be 'chat.massage', did you mean 'chat.message'?; it may be chat.message, "
    )
    assert "subscription.cancelled" in complaint


@pytest.mark.parametrize(
    ("events", "complaint"),
    [
        ("chat.message", "events is a Python str, not a list"),
        ({"chat.message": 1}, "events is a Python dict, not a list"),
        (7, "events is a Python int, not a list"),
        ([], "events is empty"),
    ],
)
def test_a_list_is_a_list(events: Any, complaint: str) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match=complaint):
        api.create_webhook(url="https://example.com", events=events)


@pytest.mark.parametrize("events", [("chat.message",), iter(["chat.message"]), {"chat.message"}])
def test_any_iterable_of_values_is_a_list(events: Any) -> None:
    content = api.create_webhook(url="https://example.com", events=events).content()
    assert content == b'{"url":"https://example.com","events":["chat.message"]}'


@pytest.mark.parametrize("url", ["example.com/hook", "ftp://example.com", "https://", "https://a b", "https://a\n", ""])
def test_a_url_of_a_webhook_needs_scheme_and_host(url: str) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="^url has not the form that it needs: Where to deliver"):
        api.create_webhook(url=url, events=["chat.message"])


@pytest.mark.parametrize("url", ["https://example.com", "HTTP://localhost:8080/a?b=c#d", "http://[::1]/"])
def test_a_complete_url_passes(url: str) -> None:
    assert api.create_webhook(url=url, events=["chat.message"]).content() is not None


def test_an_enum_of_the_service_may_grow_without_us() -> None:
    """Unknown values are refused by type checkers and let pass at run time."""
    assert api.chat(message="Hi", mode="dream").content() == b'{"message":"Hi","mode":"dream"}'  # type: ignore[arg-type]
    with pytest.raises(InfinityAssistantArgumentError, match="mode is a Python int, not a string"):
        api.chat(message="Hi", mode=5)  # type: ignore[arg-type]


def test_an_object_is_a_model_or_a_mapping() -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="preferences is a Python list, not a ChatPreferences"):
        api.chat(message="Hi", preferences=[])  # type: ignore[arg-type]
    with pytest.raises(InfinityAssistantArgumentError, match="driving_mode is a Python bool, not a DrivingMode or"):
        api.chat(message="Hi", driving_mode=True)  # type: ignore[arg-type]
    with pytest.raises(InfinityAssistantArgumentError, match="x is a Python str, not a mapping"):
        arguments.check_mapping("x", "y")


def test_a_mapping_with_free_keys_may_be_a_model_too() -> None:
    assert arguments.check_mapping("x", m.ErrorMessage(error="e")) == {"error": "e"}
    assert arguments.check_mapping("x", MappingProxyType({"a": 1})) == {"a": 1}


def test_limits_in_characters_and_lower_limits_are_checked_too() -> None:
    assert arguments.check_text("name", "x" * 10, max_length=10) == "x" * 10
    with pytest.raises(InfinityAssistantArgumentError, match="name is 11 characters long; the limit is 10"):
        arguments.check_text("name", EMOJI * 11, max_length=10)
    with pytest.raises(InfinityAssistantArgumentError, match="name is 2 characters long; it needs at least 3"):
        arguments.check_text("name", "xy", min_length=3)
    with pytest.raises(InfinityAssistantArgumentError, match="tags has 1 values; it needs at least 2"):
        arguments.check_list("tags", ["a"], min_items=2)


@pytest.mark.parametrize("value", ["a\r\nb", "é", " a", "a\0"])
def test_a_header_cannot_carry_everything(value: str) -> None:
    assert arguments.check_header("trace", 5) == "5"
    with pytest.raises(InfinityAssistantArgumentError, match="trace cannot stand in a header"):
        arguments.check_header("trace", value)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"essence": {"child_safety_level": 5}}, "essence.child_safety_level is a Python int, not a string"),
        ({"essence": {"childSafetyLevel": 5}}, "essence.childSafetyLevel is a Python int, not a string"),
        ({"essence": m.Essence(child_safety_level=5)}, "essence.childSafetyLevel is a Python int, not a string"),  # type: ignore[arg-type]
        ({"essence": {"family_mode": "yes"}}, "essence.family_mode is a Python str, not a boolean"),
        ({"essence": {"personality_traits": "witty"}}, "essence.personality_traits is a Python str, not a list"),
        (
            {"essence": {"personality_traits": ["a", 1]}},
            r"essence.personality_traits\[1\] is a Python int, not a string",
        ),
        ({"driving_mode": {"enabled": None, "battery_percent": True}}, "driving_mode.battery_percent is a Python bool"),
        ({"preferences": {"workflow_phases": {"a": 1}}}, "preferences.workflow_phases is a Python dict, not a list"),
        (
            {"preferences": {"preferred_mode": "build", "preferredMode": "build"}},
            "has preferred_mode twice: as preferred",
        ),
    ],
)
def test_a_known_key_of_another_type_is_refused_before_anything_is_sent(given: Any, complaint: str) -> None:
    """The service would charge for the message, and respond with an apology."""
    with pytest.raises(InfinityAssistantArgumentError, match=complaint) as caught:
        api.chat(message="Hi", **given)
    assert caught.value.argument == next(iter(given))


def test_unknown_values_keys_and_nulls_of_objects_pass() -> None:
    """The service may know more than this version."""
    essence: Any = {"voice_tone": "solemn", "newKey": [1], "customGreeting": None, "family_members": [{"a": 1}, "b"]}
    body = json.loads(
        api.chat(message="Hi", essence=essence, driving_mode={"enabled": True, "current_range": 5}).content() or b""
    )
    assert body["essence"] == {
        "voiceTone": "solemn", "newKey": [1], "customGreeting": None, "familyMembers": [{"a": 1}, "b"]
    }  # fmt: skip
    assert body["drivingMode"] == {"enabled": True, "currentRange": 5}


def test_a_model_of_another_class_is_taken_by_its_keys() -> None:
    """What `get_preferences` gave can be handed to `chat`."""
    stored = m.UserPreferences.from_dict({"preferredMode": "build", "x": 1})
    assert json.loads(api.chat(message="Hi", preferences=stored).content() or b"")["preferences"] == stored.to_dict()  # type: ignore[arg-type]
