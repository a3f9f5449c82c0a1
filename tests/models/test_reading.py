"""Models are read by attribute and by key, verify what is required, and lose nothing."""

from __future__ import annotations

import copy
import datetime
import pickle
from enum import IntEnum
from typing import Any, Dict, List

import pytest

from infinity_assistant import models as m
from infinity_assistant._models.validation_error import ValidationError

CHAT: Dict[str, Any] = {
    "response": "Paris.",
    "conversationId": "conv_1",
    "rateLimit": {"allowed": True, "limit": 50, "remaining": 44, "reset_at": "2026-11-23T00:00:00.000Z"},
    "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
}


def chat(**changes: Any) -> Dict[str, Any]:
    return {**copy.deepcopy(CHAT), **changes}


def make_rate_limit(**changes: Any) -> Dict[str, Any]:
    return chat(rateLimit={**CHAT["rateLimit"], **changes})


def without(key: str, body: Dict[str, Any]) -> Dict[str, Any]:
    return {name: value for name, value in body.items() if name != key}


def test_a_field_is_the_same_by_attribute_and_by_key() -> None:
    response = m.ChatResponse.from_dict(chat())
    assert response.conversation_id == response["conversationId"] == response.get("conversationId") == "conv_1"
    assert response.rate_limit.reset_at == datetime.datetime(2026, 11, 23, tzinfo=datetime.timezone.utc)
    assert response["rateLimit"]["limit"] == 50


def test_what_is_absent_is_none_and_not_in_the_response() -> None:
    limit = m.RateLimit.from_dict({"allowed": True, "limit": 1, "remaining": 0, "reason": None})
    assert limit.reason is limit["reason"] is limit.reset_at is limit["reset_at"] is None
    assert "reason" not in limit
    assert limit.get("reason", "none given") == "none given"
    assert list(limit) == ["allowed", "limit", "remaining"]
    assert limit.to_dict()["reason"] is None


def test_a_key_that_nobody_knows_is_a_key_error() -> None:
    response = m.ChatResponse.from_dict(chat())
    with pytest.raises(KeyError):
        response["respnse"]  # type: ignore[call-overload]
    with pytest.raises(AttributeError, match="respnse"):
        print(response.respnse)  # type: ignore[attr-defined]
    assert response.get("respnse") is None


@pytest.mark.parametrize("name", ["text", "content", "answer"])
def test_the_text_of_a_response_asked_by_another_name_says_where_it_is(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'ChatResponse' object has no attribute '{name}': use 'response'$"):
        getattr(m.ChatResponse.from_dict(chat()), name)
    with pytest.raises(AttributeError, match=f"'RateLimit' object has no attribute '{name}'$"):
        getattr(m.RateLimit.from_dict(CHAT["rateLimit"]), name)


def test_unknown_fields_are_kept_and_read_in_both_ways() -> None:
    response: Any = m.ChatResponse.from_dict(chat(newField={"a": [1]}, isEV=True))
    assert response["newField"] == response.newField == response.new_field == {"a": [1]}
    assert response.is_ev is True
    assert "newField" in response
    assert list(response)[-2:] == ["newField", "isEV"]
    assert response.to_dict() == chat(newField={"a": [1]}, isEV=True)


def test_it_behaves_like_the_mapping_that_it_was() -> None:
    response: Any = m.ChatResponse.from_dict(chat())
    assert dict(response) == {**response} == dict(response.items()) == dict(zip(response.keys(), response.values()))
    assert len(response) == len(CHAT)
    assert response.keys() & {"response", "nothing"} == {"response"}
    assert 5 not in response


@pytest.mark.parametrize("data", [{}, {"limit": None}, {"unknown": None}, {"unknown": 0}, {"remaining": 0}])
def test_it_is_true_if_anything_is_there(data: Dict[str, Any]) -> None:
    limit = m.RateLimit.from_dict(data)
    assert bool(limit) is (len(limit) > 0) is any(value is not None for value in data.values())


def test_alike_objects_under_free_keys_become_models_too() -> None:
    health: Any = m.HealthResponse.from_dict(
        {"status": "healthy", "checks": {"db": {"status": "healthy", "latency": 3}}}
    )
    assert health.checks["db"].latency == health.checks.db["latency"] == 3
    assert [(name, check.status) for name, check in health.checks.items()] == [("db", "healthy")]
    assert health.to_dict()["checks"] == {"db": {"status": "healthy", "latency": 3}}


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (without("response", CHAT), "response is missing"),
        (chat(response=None), "response is null, not a string"),
        (chat(response=["x"]), "response is an array, not a string"),
        ("text", "the response is a string, not an object"),
        (None, "the response is null, not an object"),
        ([], "the response is an array, not an object"),
    ],
)
def test_what_is_required_is_verified_and_the_place_is_named(body: Any, complaint: str) -> None:
    """The message has JSON types and the place, and nothing of the value."""
    with pytest.raises(ValidationError) as caught:
        m.ChatResponse.from_dict(body)
    assert str(caught.value) == complaint


@pytest.mark.parametrize(
    "limit",
    [7, None, {"allowed": "yes"}, {"limit": True}, {"limit": 1.5}, {}],
)
def test_a_side_field_that_is_missing_or_odd_is_none_and_does_not_cost_the_response(limit: Any) -> None:
    """The message was answered, and counted."""
    response = m.ChatResponse.from_dict(chat(rateLimit=limit, metadata={"tokensUsed": 3}))
    assert response.response == CHAT["response"]
    assert response.rate_limit is None or (response.rate_limit.allowed, response.rate_limit.limit) == (None, None)
    assert response.metadata is not None
    assert (response.metadata.model, response.metadata.tokens_used) == (None, 3)
    bare = m.ChatResponse.from_dict({"response": "Hi", "conversationId": "c"})
    assert (bare.rate_limit, bare.metadata) == (None, None)


def test_a_place_deep_in_a_response_is_named_whole() -> None:
    body: Any = {"success": True, "webhooks": [{"id": "w1"}, {"id": "w2"}, {"url": "https://example.com"}]}
    with pytest.raises(ValidationError, match=r"^webhooks\[2\]\.id is missing$"):
        m.ListWebhooksResponse.from_dict(body)
    with pytest.raises(ValidationError, match=r"^webhooks\[0\] is null, not an object$"):
        m.ListWebhooksResponse.from_dict({"success": True, "webhooks": [None]})
    with pytest.raises(ValidationError, match=r"^webhooks is an object, not an array$"):
        m.ListWebhooksResponse.from_dict({"success": True, "webhooks": {}})


def test_an_integer_may_be_written_as_a_fraction_and_a_number_as_an_integer() -> None:
    response = m.ChatResponse.from_dict(chat(rateLimit={"allowed": True, "limit": 50.0, "remaining": 1}))
    assert response.rate_limit is not None
    assert response.rate_limit.limit == 50
    assert type(response.rate_limit.limit) is int


def test_values_of_subclasses_are_what_they_are() -> None:
    """JSON that another library read, or that a test made by hand."""

    class Text(str):
        pass

    class Object(Dict[str, Any]):
        pass

    class Array(List[Any]):
        pass

    limit = Object(allowed=True, limit=IntEnum("Limit", "FIFTY").FIFTY, remaining=0)  # type: ignore[attr-defined]
    response = m.ChatResponse.from_dict(Object(chat(response=Text("x"), rateLimit=limit)))
    assert response.rate_limit is not None
    assert (response.response, response.rate_limit.limit) == ("x", 1)
    assert m.ListWebhooksResponse.from_dict({"success": True, "webhooks": Array([{"id": "w"}])}).webhooks[0].id == "w"


def test_what_is_optional_is_kept_as_it_came() -> None:
    """A wrong type, an unknown enum value, a date-time that is none: all reach the user."""
    key = m.ApiKey.from_dict({"id": "k", "name": 5, "createdAt": "yesterday", "lastUsed": 12, "isActive": "yes"})
    assert (key.name, key.created_at, key.last_used, key.is_active) == (5, "yesterday", 12, "yes")
    health = m.HealthResponse.from_dict({"status": "on fire", "checks": "none"})
    assert (health.status, health.checks) == ("on fire", "none")


def test_what_the_service_echoes_may_have_any_type() -> None:
    """A caller who sent the conversation id 123 gets 123 back."""
    assert m.ChatResponse.from_dict(chat(conversationId=123)).conversation_id == 123  # type: ignore[comparison-overlap]
    with pytest.raises(ValidationError, match="conversationId is missing"):
        m.ChatResponse.from_dict(without("conversationId", CHAT))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22T10:26:16.123Z", (2026, 11, 22, 10, 26, 16, 123000)),
        ("2026-11-22T10:26:16Z", (2026, 11, 22, 10, 26, 16)),
        ("2026-11-22T10:26:16.123456+00:00", (2026, 11, 22, 10, 26, 16, 123456)),
        ("2026-11-22T12:26:16.1+02:00", (2026, 11, 22, 10, 26, 16, 100000)),
        ("20261122T102616Z", (2026, 11, 22, 10, 26, 16)),
    ],
)
def test_date_times_are_read_and_travel_back_as_they_came(text: str, moment: Any) -> None:
    key = m.ApiKey.from_dict({"id": "k", "createdAt": text})
    assert key.created_at == datetime.datetime(*moment, tzinfo=datetime.timezone.utc)
    assert key.to_dict() == {"id": "k", "createdAt": text}


def test_a_changed_attribute_is_what_travels() -> None:
    key = m.ApiKey.from_dict({"id": "k", "createdAt": "2026-11-22T10:26:16.123Z", "lastUsed": None})
    key.created_at = datetime.datetime(2027, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
    key.is_active = True
    assert key.to_dict() == {"id": "k", "createdAt": "2027-01-02T03:04:05.000Z", "lastUsed": None, "isActive": True}
    key.created_at = None
    assert key.to_dict() == {"id": "k", "lastUsed": None, "isActive": True}


def test_a_model_is_made_of_keywords() -> None:
    preferences = m.ChatPreferences(name="Ada", preferred_mode="build")
    assert preferences.to_dict() == {"name": "Ada", "preferredMode": "build"}
    assert preferences["preferredMode"] == "build"
    assert dict(preferences.items()) == preferences.to_dict()
    with pytest.raises(TypeError, match="unexpected keyword argument 'nick'"):
        m.ChatPreferences(nick="Ada")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'enabled'"):
        m.DrivingMode()  # type: ignore[call-arg]


def test_secrets_are_masked_and_texts_are_not_shown() -> None:
    """A repr ends up in logs: it shows ids, numbers and lengths."""
    key = m.NewApiKey.from_dict({"id": "k", "name": "CANARY", "key": "ia_CANARY", "newField": "CANARY"})
    assert repr(key) == "NewApiKey(id='k', name=<6 characters>, key=<secret>, newField=<6 characters>)"
    webhook = m.NewWebhook.from_dict({"id": "w", "url": "u", "events": ["CANARY"], "secret": "CANARY"})
    assert "CANARY" not in repr(webhook)
    assert "CANARY" not in repr(m.ChatResponse.from_dict(chat(response="CANARY")))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_protocol_of_pickle_keeps_everything(protocol: int) -> None:
    response = m.ChatResponse.from_dict(chat(newField=[1], other=None))
    other: Any = pickle.loads(pickle.dumps(response, protocol))
    assert other == response
    assert other.newField == [1]
    assert other.to_dict() == response.to_dict()


def test_a_pickle_of_an_older_version_lacks_a_field_and_is_read() -> None:
    """A field that was added since is absent."""
    raw, rest, values = m.ChatPreferences(name="Ada").__getstate__()
    del values["role"]
    preferences = m.ChatPreferences()
    preferences.__setstate__((raw, rest, values))
    assert (preferences.name, preferences.role) == ("Ada", None)


def test_a_deep_copy_shares_nothing() -> None:
    response: Any = m.ChatResponse.from_dict(chat(newField=[1]))
    other = copy.deepcopy(response)
    other.rate_limit.limit = 1
    other.newField.append(2)
    assert (response.rate_limit.limit, response.newField) == (50, [1])
    assert other != response


def test_models_are_equal_if_class_and_values_are() -> None:
    assert m.ChatResponse.from_dict(chat()) == m.ChatResponse.from_dict(chat(other=None))
    assert m.ChatResponse.from_dict(chat()) != m.ChatResponse.from_dict(chat(other=1))
    assert m.ErrorMessage(error="x") != m.ErrorEventData.from_dict({"error": "x", "message": "y"})
    assert m.ErrorMessage(error="x") != {"error": "x"}
    with pytest.raises(TypeError, match="unhashable"):
        hash(m.ErrorMessage(error="x"))


def test_mappings_that_are_no_dict_are_read() -> None:
    from types import MappingProxyType

    assert m.ErrorMessage.from_dict(MappingProxyType({"error": "x"})).error == "x"


def test_free_form_values_of_any_depth_pass() -> None:
    """Nothing walks through what has no model."""
    deep: Any = None
    for _ in range(50_000):
        deep = [deep]
    row = m.ConversationExport.from_dict({"success": True, "conversations": [{"id": "c", "metadata": deep}]})
    assert row.conversations[0].metadata is deep
    assert row.to_dict()["conversations"][0]["metadata"] is deep
