"""Calls are values: what they say of an exchange, and what they never show."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from typing import Any, Dict

import pytest

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._models.call import Call
from infinity_assistant._models.json_reader import Items, Nullable, OneOf, Values
from infinity_assistant._models.operation import Operation
from infinity_assistant._models.validation_error import ValidationError
from infinity_assistant.errors import InfinityAssistantArgumentError

ITEM = Operation("get_item", "GET", "/items/{item}/parts/{part}")


def body_of(call: Call[Any]) -> Any:
    content = call.content()
    assert content is not None
    return json.loads(content)


def test_a_call_says_what_travels() -> None:
    call = api.chat(message="Héllo", conversation_id="c1", mode="assist")
    assert (call.operation.method, call.target(), dict(call.headers)) == ("POST", "/chat", {})
    assert call.content() == '{"message":"Héllo","conversationId":"c1","mode":"assist"}'.encode()
    assert api.health().content() is None


def test_the_response_is_read_as_the_contract_says() -> None:
    result = api.list_webhooks().read({"success": True, "webhooks": [{"id": "w"}]})
    assert result.webhooks[0].id == "w"
    with pytest.raises(ValidationError, match="success is missing"):
        api.list_webhooks().read({})


def test_every_operation_is_listed_with_its_facts() -> None:
    assert api.OPERATIONS["chat"] is api.CHAT
    assert not api.CHAT.idempotent
    assert api.HEALTH.idempotent
    assert api.CHAT_STREAM.streams
    assert not api.CHAT.streams
    assert api.CHAT_STREAM.events["chunk"].event_type == "text"
    assert api.CHAT_STREAM.events["chunk"].read({"type": "text", "content": "Hi"}).content == "Hi"
    assert repr(api.CHAT) == "<Operation chat: POST /chat>"


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("../x?y#z", "..%2Fx%3Fy%23z"),
        ("%2e%2e/", "%252e%252e%2F"),
        (".", "%2E"),
        ("..", "%2E%2E"),
        ("a b+c&d=é", "a%20b%2Bc%26d%3D%C3%A9"),
        ("\r\nHost: evil", "%0D%0AHost%3A%20evil"),
        ("{part}", "%7Bpart%7D"),
    ],
)
def test_a_value_stays_within_its_segment_of_the_path(value: str, quoted: str) -> None:
    assert Call(ITEM, path={"item": value, "part": "p"}).target() == f"/items/{quoted}/parts/p"
    query = quoted.replace("%2E", ".") if value.strip(".") == "" else quoted
    assert api.delete_webhook(id=value).target() == f"/webhooks?id={query}"


def test_query_values_are_written_as_json_has_them() -> None:
    query: Dict[str, Any] = {"yes": True, "no": False, "n": 1.5, "many": ["a", "b"], "none": []}
    moment = datetime.datetime(2026, 11, 22, tzinfo=datetime.timezone.utc)
    call: Call[Any] = Call(Operation("x", "GET", "/x"), query={**query, "at": moment})
    assert call.target() == "/x?yes=true&no=false&n=1.5&many=a&many=b&at=2026-11-22T00%3A00%3A00.000Z"


@pytest.mark.parametrize(
    "preferences",
    [
        {"preferredMode": "build", "nickname": "A"},
        {"preferred_mode": "build", "nickname": "A"},
        m.ChatPreferences.from_dict({"preferredMode": "build", "nickname": "A"}),
    ],
)
def test_an_object_is_given_as_a_model_or_with_either_names(preferences: Any) -> None:
    """Names that nobody knows pass as they are."""
    body = body_of(api.chat(message="Hi", preferences=preferences))
    assert body == {"message": "Hi", "preferences": {"preferredMode": "build", "nickname": "A"}}


def test_values_that_python_has_and_json_has_not_are_written() -> None:
    metadata = {"at": datetime.datetime(2026, 1, 2, 3, 4, 5, 678901), "on": datetime.date(2026, 1, 2), "x": (1, 2)}
    body = body_of(api.send_feedback(message="m", metadata={**metadata, "model": m.ErrorMessage(error="e")}))
    assert body["metadata"] == {
        "at": "2026-01-02T03:04:05.678901",
        "on": "2026-01-02",
        "x": [1, 2],
        "model": {"error": "e"},
    }


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (float("nan"), "metadata cannot be written as JSON: Out of range float values"),
        (float("inf"), "metadata cannot be written as JSON: Out of range float values"),
        (object(), "metadata cannot be written as JSON: a Python object has no JSON form"),
        ({1, 2}, "metadata cannot be written as JSON: a Python set has no JSON form"),
        ("\ud800", "metadata contains half of a surrogate pair"),
    ],
)
def test_what_json_cannot_express_is_refused_by_the_name_of_the_argument(value: Any, complaint: str) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match=complaint) as caught:
        api.send_feedback(message="m", metadata={"x": value}).content()
    assert caught.value.argument == "metadata"


def test_circles_and_depths_are_refused_too() -> None:
    circle: Dict[str, Any] = {}
    circle["self"] = circle
    with pytest.raises(InfinityAssistantArgumentError, match="metadata cannot be written as JSON: Circular"):
        api.send_feedback(message="m", metadata=circle).content()
    deep: Any = {}
    for _ in range(100_000):
        deep = {"d": deep}
    with pytest.raises(InfinityAssistantArgumentError, match="metadata is nested too deeply"):
        api.send_feedback(message="m", metadata=deep).content()


def test_more_fields_are_added_to_a_body() -> None:
    call = api.chat(message="Hi").with_extra_body({"temperature": 1, "message": "Ho"})
    assert body_of(call) == {"message": "Ho", "temperature": 1}
    assert body_of(api.health().with_extra_body({"a": 1})) == {"a": 1}
    with pytest.raises(InfinityAssistantArgumentError, match="extra cannot be written as JSON"):
        api.chat(message="Hi").with_extra_body({"extra": {1}}).content()


def test_calls_cannot_be_changed() -> None:
    call = api.chat(message="Hi")
    for name in ("operation", "headers"):
        with pytest.raises(AttributeError):
            setattr(call, name, None)
    with pytest.raises(AttributeError):
        call.more = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [lambda: api.chat(message="Hi", mode="assist"), lambda: api.delete_api_key(id="k")])
def test_calls_are_compared_copied_and_pickled(make: Any) -> None:
    call = make()
    for other in (make(), copy.copy(call), copy.deepcopy(call), pickle.loads(pickle.dumps(call))):
        assert other == call
        assert other.target() == call.target()
        assert other.content() == call.content()
    assert call != api.health()
    assert call != "call"


def test_operations_with_composed_responses_are_values_too() -> None:
    read = OneOf(Items(m.Webhook.from_dict), Values(Nullable(m.ApiKey.from_dict)))
    operation = Operation("x", "GET", "/x", read=read)
    assert pickle.loads(pickle.dumps(operation)) == operation == copy.deepcopy(operation)
    assert hash(read) == hash(copy.deepcopy(read))
    assert read != Items(m.Webhook.from_dict)
    call: Call[Any] = Call(operation)
    assert call.read([{"id": "w"}])[0].id == "w"
    assert call.read({"a": {"id": "k"}, "b": None})["a"].id == "k"
    assert call.read([{}]) == [{}]


def test_a_repr_names_arguments_and_hides_values() -> None:
    """Prompts are private."""
    call = api.chat(message="CANARY", conversation_id="CANARY")
    assert repr(call) == "<Call chat(message, conversation_id)>"
    assert repr(api.delete_webhook(id="CANARY")) == "<Call delete_webhook(id)>"


def test_a_response_that_is_nested_too_deeply_is_an_error() -> None:
    """Models of a recursive schema end in an error of ours, not in one of the interpreter."""

    class Endless:
        def __call__(self, value: Any) -> Any:
            return self(value)

    with pytest.raises(ValidationError, match="nested too deeply"):
        Call(Operation("x", "GET", "/x", read=Endless())).read({})
