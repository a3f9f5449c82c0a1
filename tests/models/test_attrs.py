"""Models are classes of attrs, and what attrs says of them is true."""

from __future__ import annotations

import datetime
import inspect
from typing import Any, List, Optional, get_type_hints

import attrs
import pytest

from infinity_assistant import events
from infinity_assistant import models as m

NAMES = [name for name in m.__all__ if name != "Model" and hasattr(getattr(m, name), "from_dict")]
LIMIT = {"allowed": True, "limit": 50, "remaining": 44, "reset_at": "2026-11-23T00:00:00.000Z", "newField": [1]}
CHAT = {
    "response": "Paris.",
    "conversationId": "conv_1",
    "rateLimit": LIMIT,
    "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
    "brandNew": {"a": 1},
}


@pytest.mark.parametrize("name", NAMES)
def test_the_fields_of_a_model_are_its_keys_and_have_their_types(name: str) -> None:
    """No type is a text that somebody would have to look up."""
    model: Any = getattr(m, name)
    described = attrs.fields(model)
    assert [field.name for field in described] == [*model._keys.values(), "additional_properties"]
    annotations = get_type_hints(model)
    assert {field.name: field.type for field in described} == {
        field.name: annotations[field.name] for field in described
    }
    assert all(field.init and field.kw_only for field in described)
    assert {field.name for field in described if field.type is None or isinstance(field.type, str)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_of_a_model_tells_what_it_takes(name: str) -> None:
    model: Any = getattr(m, name)
    parameters = inspect.signature(model).parameters
    assert list(parameters) == [field.name for field in attrs.fields(model)]
    assert get_type_hints(model.__init__).keys() == {*parameters, "return"}


def test_the_type_of_a_field_is_what_the_api_description_says() -> None:
    assert attrs.fields(m.ChatResponse).rate_limit.type == Optional[m.RateLimit]
    assert attrs.fields(m.RateLimit).reset_at.type == Optional[datetime.datetime]
    assert attrs.fields(m.RateLimit).reset_at.default is None
    assert attrs.fields(m.ListApiKeysResponse).api_keys.type == List[m.ApiKey]
    assert attrs.fields(events.MetadataEvent).metadata.type is m.StreamMetadata


def test_a_changed_copy_keeps_unknown_fields() -> None:
    response: Any = m.ChatResponse.from_dict(CHAT)
    changed = attrs.evolve(response, response="Rome.")
    assert changed.to_dict() == {**CHAT, "response": "Rome."}
    assert (changed.brand_new, changed.rate_limit.new_field) == ({"a": 1}, [1])
    assert attrs.evolve(response) == response
    without = attrs.evolve(response, additional_properties={})
    assert "brandNew" not in without.to_dict()


def test_asdict_walks_through_the_whole_object() -> None:
    found = attrs.asdict(m.ChatResponse.from_dict(CHAT))
    assert found["rate_limit"]["limit"] == 50
    assert found["additional_properties"] == {"brandNew": {"a": 1}}


def test_unknown_fields_can_be_given_changed_and_taken_away() -> None:
    preferences = m.ChatPreferences(name="Ada", additional_properties={"nickname": "A", "nothing": None})
    assert preferences.to_dict() == {"name": "Ada", "nickname": "A", "nothing": None}
    assert preferences["nickname"] == "A"
    assert "nothing" not in preferences
    read = m.ChatPreferences.from_dict({"nickname": "A", "age": 5})
    del read.additional_properties["nickname"]
    read.additional_properties["age"] = 6
    assert (read.to_dict(), list(read), "nickname" in read) == ({"age": 6}, ["age"], False)


def test_a_value_of_another_key_never_hides_a_field() -> None:
    """An unknown key may be called as an attribute or a method is."""
    limit: Any = m.RateLimit.from_dict({**LIMIT, "resetAt": "never", "additional_properties": 1, "keys": 2})
    assert isinstance(limit.reset_at, datetime.datetime)
    assert limit.additional_properties == {"newField": [1], "resetAt": "never", "additional_properties": 1, "keys": 2}
    assert (limit["keys"], list(limit.keys())[-1]) == (2, "keys")
