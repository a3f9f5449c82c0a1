"""What comes from users, from other servers and from the environment stays in its place."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from infinity_assistant import InfinityAssistantClient
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantError,
)

from .case import KEY
from .clients import client_at, client_of
from .responses import CHAT, HEALTH, response
from .server import FaultServer
from .steps import read, send

IDS = [
    "../x?y#z",
    "%2e%2e/",
    "..",
    ".",
    "a/b",
    "a\\b",
    "a b",
    "a\r\nX-Evil: 1",
    "a\0b",
    "é\u2028😀",
    "?id=2",
    "&id=2",
    "#",
    "%",
    "%00",
    ";x=1",
    "+",
]
TAKES_AN_ID: dict = {
    "delete_api_key": lambda client, value: client.delete_api_key(value),
    "delete_webhook": lambda client, value: client.delete_webhook(value),
    "get_conversation": lambda client, value: client.get_conversation(value),
    "retrieve_memory": lambda client, value: client.retrieve_memory(value),
}
PATHS = {
    "delete_api_key": "/api/api-keys",
    "delete_webhook": "/api/webhooks",
    "get_conversation": "/api/chat",
    "retrieve_memory": "/api/memory",
}
OK = [read, send(response(CHAT))]
HEALTHY = [read, send(response(HEALTH))]


@pytest.mark.parametrize("identifier", IDS)
@pytest.mark.parametrize("name", TAKES_AN_ID)
def test_an_id_stays_an_id(name: str, identifier: str) -> None:
    """Whatever it holds, it reaches the service as the value it is, at the path it belongs to."""
    with FaultServer([read, send(response({"error": "no"}, 404))]) as server, client_of(server) as client:
        with pytest.raises(InfinityAssistantError):
            TAKES_AN_ID[name](client, identifier)
        (request,) = server.requests
    target = urlsplit(request.target)
    assert target.path == PATHS[name]
    assert target.fragment == ""
    ((_, value),) = parse_qsl(target.query, keep_blank_values=True)
    assert value == identifier
    assert "x-evil" not in request.headers


BAD_KEYS = [
    "ia_x\r\nX-Evil: 1",
    "ia_x\nX-Evil: 1",
    "ia_\0x",
    "ia x",
    "ia_é",
    "",
    "   ",
    7,
    b"ia_x",
    "ia_x\x7f",
    "ia_\u0661",
]


@pytest.mark.parametrize("key", BAD_KEYS)
def test_a_key_that_cannot_stand_in_a_header_is_refused(key: Any) -> None:
    """At construction, when it is set, and when a function returns it; and it is not shown."""
    with FaultServer(OK) as server, client_of(server) as client:
        refused: list = []
        for use in (
            lambda: InfinityAssistantClient(key, base_url=server.url),
            lambda: client.set_api_key(key),
            lambda: client_of(server).with_options(timeout=1.0).set_api_key(key),
        ):
            with pytest.raises(InfinityAssistantArgumentError, match="api_key") as caught:
                use()
            refused.append(str(caught.value))
        rotating = InfinityAssistantClient(lambda: key, base_url=server.url)
        with rotating, pytest.raises(InfinityAssistantArgumentError, match="api_key"):
            rotating.chat("hi")
        assert not server.attempts
        assert not any(len(str(key)) > 3 and str(key) in message for message in refused)


BAD_URLS = [
    "",
    " ",
    "example.org/api",
    "ftp://example.org",
    "file:///etc/passwd",
    "http://",
    "http:///api",
    "http://[::1",
    "http://host:99999",
    "http://host:port",
    "http://user:secret@host/api",
    "http://host/api?x=1",
    "http://host/api#x",
    "http://ho st/",
    "http://host/\r\nX: 1",
    "http://host/é",
    f"http://{'a' * 64}.example\u00e9",
    "http://\u2100.example",
    "javascript:alert(1)",
    7,
    b"http://host",
]


@pytest.mark.parametrize("url", BAD_URLS, ids=str)
def test_a_base_url_that_cannot_be_is_refused(url: Any) -> None:
    """With an error that names the argument, and no secret that it may hold."""
    with pytest.raises(InfinityAssistantArgumentError, match="base_url") as caught:
        InfinityAssistantClient(KEY, base_url=url)
    assert "secret" not in str(caught.value)


@pytest.mark.filterwarnings("ignore:the API key travels in clear text")
@pytest.mark.parametrize("host", ["a" * 64 + ".example", "a..example", ".", "*", "xn--\u00fc"])
def test_a_host_that_cannot_be_found_is_an_error_of_ours(host: str) -> None:
    """Names that the resolver refuses to look up raise nothing foreign."""
    with pytest.raises(InfinityAssistantError), client_at(f"http://{host}/api") as client:
        client.health()


BAD_HEADERS = [
    {"X-A": "b\r\nX-Evil: 1"},
    {"X-A\r\nX-Evil": "1"},
    {"X-A": "b\nX-Evil: 1"},
    {"X-A": "b\0"},
    {"": "b"},
    {"X A": "b"},
    {"X-A:": "b"},
    {"Host": "evil.example"},
    {"Content-Length": "0"},
    {"Transfer-Encoding": "chunked"},
    {"Connection": "close"},
    {"X-A": None},
    {7: "b"},
    {"X-A": b"b"},
]


@pytest.mark.parametrize("headers", BAD_HEADERS, ids=str)
@pytest.mark.parametrize("way", ["default_headers", "with_options", "call"])
def test_a_header_that_would_break_the_request_is_refused(way: str, headers: Any) -> None:
    """Wherever it is given; nothing is sent."""
    ways: dict = {
        "default_headers": lambda client, server: client_of(server, default_headers=headers),
        "with_options": lambda client, server: client.with_options(headers=headers),
        "call": lambda client, server: client.chat("hi", headers=headers),
    }
    with FaultServer(OK) as server, client_of(server) as client:
        with pytest.raises(InfinityAssistantArgumentError, match="header"):
            ways[way](client, server)
        assert not server.attempts


BAD_ENVIRONMENT = {
    "INFINITY_ASSISTANT_TIMEOUT": ["soon", "-1", "0", "nan", "inf"],
    "INFINITY_ASSISTANT_MAX_RETRIES": ["many", "-1", "1.5"],
    "INFINITY_ASSISTANT_MAX_CONNECTIONS": ["many", "0", "1.5", "-3"],
    "INFINITY_ASSISTANT_BASE_URL": ["invalid", "ftp://x"],
    "INFINITY_ASSISTANT_API_KEY": ["a b", "é"],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in BAD_ENVIRONMENT.items() for value in values]
)
def test_an_environment_that_cannot_be_right_says_so(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At construction, as an error of ours that says what was wrong."""
    monkeypatch.setenv(name, value)
    with pytest.raises(InfinityAssistantArgumentError):
        InfinityAssistantClient()


def test_unquoting_is_what_the_tests_rely_on() -> None:
    """An id in a query is quoted once, not twice."""
    with FaultServer([read, send(response({"error": "no"}, 404))]) as server, client_of(server) as client:
        with pytest.raises(InfinityAssistantError):
            client.delete_webhook("a%2Fb")
        assert unquote(server.requests[0].target).endswith("id=a%2Fb")
