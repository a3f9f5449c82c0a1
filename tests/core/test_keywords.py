"""A keyword that is not known is refused with those that are, and what to do instead."""

from __future__ import annotations

import ssl
import warnings
from typing import Any, Callable, Dict

import pytest

import infinity_assistant as ia
from infinity_assistant import Call, Operation, api
from infinity_assistant._core import exposure
from tests.client.conftest import Connect
from tests.client.wire import CHAT, WireServer

MADE: Dict[str, Any] = {
    "apikey": ("x", "did you mean 'api_key'"),
    "proxy": ("http://p", "http_client="),
    "proxies": ({}, "http_client="),
    "verify": (False, "ssl_context="),
    "shade": ("red", "base_url.*max_retries"),
    "idempotency_key": ("x", "with each call"),
}


@pytest.mark.parametrize("name", MADE)
def test_a_client_names_its_options(name: str) -> None:
    value, remedy = MADE[name]
    for kind in (ia.InfinityAssistantClient, ia.AsyncInfinityAssistantClient):
        with pytest.raises(ia.InfinityAssistantUnexpectedArgumentError, match=f"'{name}'.*{remedy}") as caught:
            kind(**{name: value})
        assert caught.value.argument == name


CALLS: Dict[str, Any] = {
    "chat-stream": (lambda client: client.chat("x", stream=True), r"chat_stream\(\)"),
    "chat-typo": (lambda client: client.chat("x", conversationid="c"), "did you mean 'conversation_id'"),
    "chat-other": (lambda client: client.chat("x", zzz=1), "conversation_id.*user_tier"),
    "facade-names": (lambda client: client.delete_api_key("x", zzz=1), "key_id"),
    "request": (lambda client: client.request(api.health(), zzz=1), r"request\(\).*timeout"),
    "stream": (lambda client: client.stream(api.chat_stream(message="x"), zzz=1), r"stream\(\).*timeout"),
    "copy": (lambda client: client.with_options(zzz=1), r"with_options\(\).*api_key"),
    "copy-url": (lambda client: client.with_options(base_url="x"), "when a client is made"),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_call_names_its_keywords(connect: Connect, wire: WireServer, name: str) -> None:
    call, remedy = CALLS[name]
    with pytest.raises(ia.InfinityAssistantUnexpectedArgumentError, match=remedy):
        call(connect(base_url=wire.url))
    assert wire.heard == []


REFUSED: Dict[str, Callable[[Any], Any]] = {
    "call": lambda client: client.request(api.chat_stream(message="x")),
    "extra_body": lambda client: client.health(extra_body={"a": 1}),
    "extra_query": lambda client: client.health(extra_query={"a": object()}),
    "entry_id": lambda client: client.delete_memory("c", type="critical"),
    "preferences": lambda client: client.update_preferences({"a": {"b": [2**53 + 1]}}),
    "metadata": lambda client: client.send_feedback("x", metadata={"id": -(2**60)}),
    "timeout": lambda client: client.health(timeout=1e10),
    "max_retries": lambda client: client.health(max_retries=10**6),
}


@pytest.mark.parametrize("argument", REFUSED)
def test_what_would_go_wrong_is_not_sent(connect: Connect, wire: WireServer, argument: str) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError) as caught:
        REFUSED[argument](connect(base_url=wire.url))
    assert caught.value.argument == argument
    assert wire.heard == []


def test_integers_that_the_service_can_keep_are_sent(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.say({"success": True}).url)
    client.update_preferences({"a": 2**53, "b": "12345678901234567890", "c": 1e300})
    assert wire.heard[0].json["preferences"]["a"] == 2**53


def test_a_call_without_a_stream_is_not_streamed(connect: Connect, wire: WireServer) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match=r"client\.request"):
        connect(base_url=wire.url).stream(api.health())


def test_any_streaming_call_is_streamed(connect: Connect, wire: WireServer) -> None:
    wire.stream('event: chunk\ndata: {"text": "Hel"}\n\n', 'event: chunk\ndata: {"text": "lo"}\n\n')
    wire.stream('event: chunk\ndata: {"text": "Hello"}\n\n', 'event: done\ndata: {"conversationId": "c"}\n\n')
    client = connect(base_url=wire.url)
    with pytest.raises(ia.InfinityAssistantStreamInterruptedError):
        client.stream(api.chat_stream(message="x")).collect()
    assert client.stream(api.chat_stream(message="x"), timeout=3.0).collect().text == "Hello"


def test_a_route_that_has_no_method_is_called(connect: Connect, wire: WireServer) -> None:
    call: Call[Any] = Call(Operation("status", "GET", "/status", idempotent=True), query={"verbose": True})
    response = connect(base_url=wire.say({"all": "well"}).url).request(call, extra_query={"page": 2, "tag": ["a", "b"]})
    assert response.parsed == {"all": "well"}
    assert (response.content, response.text) == (b'{"all": "well"}', '{"all": "well"}')
    assert wire.heard[0].path == "/api/status?verbose=true&page=2&tag=a&tag=b"


def test_a_key_of_the_caller_does_not_switch_retries_on(connect: Connect, wire: WireServer) -> None:
    """The service ignores it: a repetition would be a second message, and charged."""
    wire.say({"error": "no"}, status=500).say(CHAT)
    client = connect(base_url=wire.url)
    with pytest.raises(ia.InfinityAssistantServerError):
        client.chat("hi", idempotency_key="order-7")
    assert client.chat("hi", idempotency_key="order-7").response == "Hello!"
    assert [heard.headers["idempotency-key"] for heard in wire.heard] == ["order-7", "order-7"]


@pytest.fixture
def nothing_warned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exposure, "_warned", set())


@pytest.mark.usefixtures("nothing_warned")
def test_a_key_in_clear_text_is_warned_of_once() -> None:
    with pytest.warns(UserWarning, match="clear text to http://service.example") as caught:
        for _ in range(3):
            ia.InfinityAssistantClient("ia_key", base_url="http://service.example/api")
    assert len(caught) == 1
    assert caught[0].filename == __file__


@pytest.mark.usefixtures("nothing_warned")
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "[::1]", "api.localhost"])
def test_this_machine_needs_no_encryption(host: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ia.InfinityAssistantClient("ia_key", base_url=f"http://{host}:8000/api")
        ia.InfinityAssistantClient(base_url="http://service.example/api")


@pytest.mark.usefixtures("nothing_warned")
@pytest.mark.parametrize("host", ["127.evil.example", "127.0.0.1.example", "localhost.example"])
def test_a_name_that_looks_like_this_machine_is_another(host: str) -> None:
    with pytest.warns(UserWarning, match="clear text"):
        ia.InfinityAssistantClient("ia_key", base_url=f"http://{host}/api")


@pytest.mark.usefixtures("nothing_warned")
def test_tls_that_verifies_nothing_is_warned_of_once() -> None:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with pytest.warns(UserWarning, match="verifies no certificate") as caught:
        for _ in range(3):
            ia.InfinityAssistantClient(ssl_context=context)
    assert len(caught) == 1
