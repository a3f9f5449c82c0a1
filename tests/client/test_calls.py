"""What a call sends, and what comes back."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest

from infinity_assistant import APIResponse, InfinityAssistantArgumentError, api
from infinity_assistant.models import ChatPreferences

from .conftest import Connect
from .wire import CHAT, WireServer

CALLS = [
    (
        "search_knowledge",
        ("tea",),
        {"limit": 3, "tags": ["a"]},
        "POST",
        "/api/search",
        {"query": "tea", "limit": 3, "tags": ["a"]},
    ),
    ("suggest_knowledge", ("a b&c",), {"limit": 2}, "GET", "/api/search?q=a%20b%26c&limit=2", None),
    (
        "report_knowledge_gap",
        ("q",),
        {"source": "assist"},
        "POST",
        "/api/knowledge/gap",
        {"query": "q", "source": "assist"},
    ),
    (
        "store_memory",
        ("c", "tea"),
        {"type": "fact"},
        "POST",
        "/api/memory",
        {"conversationId": "c", "content": "tea", "type": "fact"},
    ),
    ("retrieve_memory", ("c/d",), {}, "GET", "/api/memory?conversationId=c%2Fd", None),
    ("delete_memory", ("c",), {"type": "all"}, "DELETE", "/api/memory", {"conversationId": "c", "type": "all"}),
    ("research", ("tea",), {"max_sources": 2}, "POST", "/api/research", {"topic": "tea", "maxSources": 2}),
    ("research_status", (), {}, "GET", "/api/research", None),
    ("list_api_keys", (), {}, "GET", "/api/api-keys", None),
    ("create_api_key", ("ci",), {}, "POST", "/api/api-keys", {"name": "ci"}),
    ("delete_api_key", ("../x?y#z",), {}, "DELETE", "/api/api-keys?id=..%2Fx%3Fy%23z", None),
    ("list_webhooks", (), {}, "GET", "/api/webhooks", None),
    (
        "create_webhook",
        ("https://e.org/h", ["chat.message"]),
        {},
        "POST",
        "/api/webhooks",
        {"url": "https://e.org/h", "events": ["chat.message"]},
    ),
    ("delete_webhook", ("w",), {}, "DELETE", "/api/webhooks?id=w", None),
    ("health", (), {}, "GET", "/api/health", None),
    ("get_conversation", ("c",), {"user_id": "u"}, "GET", "/api/chat?conversationId=c&userId=u", None),
    ("get_preferences", (), {}, "GET", "/api/user/preferences", None),
    ("update_preferences", ({"name": "Ana"},), {}, "POST", "/api/user/preferences", {"preferences": {"name": "Ana"}}),
    ("get_usage", (), {}, "GET", "/api/user/usage", None),
    ("send_feedback", ("good",), {"rating": 5}, "POST", "/api/feedback", {"message": "good", "rating": 5}),
    ("export_conversations", (), {}, "GET", "/api/export/conversations", None),
    ("export_usage", (), {}, "GET", "/api/export/usage", None),
    ("knowledge_analytics", (), {"timeframe": "week"}, "GET", "/api/analytics/knowledge?timeframe=week", None),
]


@pytest.mark.parametrize(("name", "args", "kwargs", "method", "path", "body"), CALLS, ids=[call[0] for call in CALLS])
def test_every_method_sends_what_the_contract_says(
    connect: Connect, wire: WireServer, name: str, args: Any, kwargs: Any, method: str, path: str, body: Any
) -> None:
    wire.say({"error": "no"}, status=418)
    with pytest.raises(Exception, match="no"):
        getattr(connect(base_url=wire.url), name)(*args, **kwargs)
    (heard,) = wire.heard
    assert (heard.method, heard.path, heard.json if heard.body else None) == (method, path, body)


def test_a_chat_is_read_by_attribute_and_by_key(connect: Connect, wire: WireServer) -> None:
    response = connect(base_url=wire.say(CHAT).url).chat("Hi", preferences=ChatPreferences(preferred_language="de"))
    assert response.response == response["response"] == "Hello!"
    assert response.rate_limit.remaining == response["rateLimit"]["remaining"] == 44
    assert wire.heard[0].json == {"message": "Hi", "preferences": {"preferredLanguage": "de"}}


def test_objects_may_have_wire_or_python_names(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.say(CHAT).url)
    client.chat("Hi", driving_mode={"enabled": True, "is_ev": True, "batteryPercent": 7})
    assert wire.heard[0].json["drivingMode"] == {"enabled": True, "isEV": True, "batteryPercent": 7}


def test_the_key_and_the_media_types_are_sent(connect: Connect, wire: WireServer) -> None:
    connect("ia_test", base_url=wire.say(CHAT).url).chat("Hi")
    headers = wire.heard[0].headers
    assert (headers["x-api-key"], headers["accept"], headers["content-type"]) == (
        "ia_test",
        "application/json",
        "application/json",
    )
    assert headers["user-agent"].startswith("infinity-assistant/")


def test_all_attempts_of_a_call_carry_the_same_idempotency_key(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "busy"}, status=503).say({"error": "busy"}, status=503).say(CHAT)
    client = connect(base_url=wire.url)
    client.chat("Hi")
    client.chat("Hi")
    first, second, third, other = [heard.headers["idempotency-key"] for heard in wire.heard]
    assert first == second == third != other
    assert uuid.UUID(first).version == 4


def test_request_tells_about_the_exchange(connect: Connect, wire: WireServer) -> None:
    wire.say({}, status=503).say(CHAT, headers={"x-request-id": "req_7"})
    response = connect(base_url=wire.url).request(api.chat(message="Hi"))
    assert isinstance(response, APIResponse)
    assert response.parsed.response == "Hello!"
    assert (response.status_code, response.request_id) == (200, "req_7")
    assert response.headers["Content-Type"] == "application/json"
    assert [attempt.outcome for attempt in response.attempts] == ["503", "200"]
    assert 0 < response.attempts[0].seconds < response.elapsed


def test_the_anonymous_identity_is_kept_and_no_other_cookie(connect: Connect, wire: WireServer) -> None:
    cookie = "infinity_anon_user=anon_1; Path=/; Max-Age=31536000; HttpOnly; SameSite=strict"
    wire.say(CHAT, headers={"set-cookie": cookie}).say(CHAT, headers={"set-cookie": "tracker=1; Path=/"})
    client = connect(base_url=wire.url)
    for _ in range(3):
        client.chat("Hi")
    made_up, *given = [heard.headers.get("cookie") for heard in wire.heard]
    assert re.fullmatch(r"infinity_anon_user=anon_\d{13}_[0-9a-f]{24}", made_up or "")
    assert given == ["infinity_anon_user=anon_1", "infinity_anon_user=anon_1"]


def test_a_rotated_key_is_used_from_the_next_call_on(connect: Connect, wire: WireServer) -> None:
    keys = iter(["ia_one", "ia_two"])
    client = connect(lambda: next(keys), base_url=wire.say(CHAT).url)
    client.chat("Hi")
    client.chat("Hi")
    client.set_api_key("ia_three")
    client.chat("Hi")
    assert [heard.headers["x-api-key"] for heard in wire.heard] == ["ia_one", "ia_two", "ia_three"]
    assert client.get_api_key() == "ia_three"


def test_the_rate_limit_is_the_one_last_seen(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.say(CHAT).url)
    assert client.rate_limit is None
    client.chat("Hi")
    assert client.rate_limit.remaining == 44


def test_a_field_newer_than_the_method_still_travels(connect: Connect, wire: WireServer) -> None:
    connect(base_url=wire.say(CHAT).url).chat("Hi", extra_body={"temperature": 0.5})
    assert wire.heard[0].json == {"message": "Hi", "temperature": 0.5}


@pytest.mark.parametrize(
    ("call", "argument", "says"),
    [
        (lambda c: c.chat(" \n"), "message", "blank"),
        (lambda c: c.chat("🚀" * 2501), "message", "5002 UTF-16 code units long; the limit is 5000"),
        (lambda c: c.chat("Hi", modus="x"), "modus", "did you mean 'mode'"),
        (lambda c: c.chat("Hi", timeout=-1), "timeout", "seconds"),
        (lambda c: c.chat("Hi", headers={"a": "b\r\nc: d"}), "headers", "line break"),
        (lambda c: c.chat("Hi", headers={"Host": "evil.example"}), "headers", "the client does"),
        (lambda c: c.chat("Hi", idempotency_key="a\nb"), "idempotency_key", "visible ASCII"),
        (lambda c: c.retrieve_memory(""), "conversation_id", "empty"),
        (lambda c: c.search_knowledge("q" * 501), "query", "the limit is 500"),
        (lambda c: c.create_webhook("https://e.org", ["chat.massage"]), "events", "did you mean 'chat.message'"),
        (lambda c: c.delete_api_key(""), "id", "empty"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(
    connect: Connect, wire: WireServer, call: Any, argument: str, says: str
) -> None:
    """The error is a ValueError and names the argument."""
    with pytest.raises(InfinityAssistantArgumentError, match=says) as caught:
        call(connect(base_url=wire.url))
    assert caught.value.argument == argument
    assert isinstance(caught.value, ValueError)
    assert wire.heard == []


def test_unknown_enum_values_are_allowed_at_run_time(connect: Connect, wire: WireServer) -> None:
    """The service may know more than this version does."""
    connect(base_url=wire.say(CHAT).url).chat("Hi", mode="dream")
    assert wire.heard[0].json["mode"] == "dream"
