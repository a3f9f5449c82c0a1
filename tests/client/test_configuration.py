"""How a client is set up, copied, and put away."""

from __future__ import annotations

import copy
import logging
import pickle
import sys
from typing import Any, Dict

import httpx
import pytest

import infinity_assistant as ia

from .conftest import Connect
from .wire import CHAT, WireServer


def test_the_environment_is_read_when_a_client_is_made(
    connect: Connect, wire: WireServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", "ia_env")
    monkeypatch.setenv("INFINITY_ASSISTANT_BASE_URL", wire.say(CHAT).url + "/")
    monkeypatch.setenv("INFINITY_ASSISTANT_MAX_RETRIES", "1")
    client = connect()
    monkeypatch.delenv("INFINITY_ASSISTANT_API_KEY")
    client.chat("Hi")
    assert wire.heard[0].headers["x-api-key"] == "ia_env"
    assert client.options.max_retries == 1


def test_timeout_comes_from_the_environment_unless_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_TIMEOUT", "7.5")
    assert ia.InfinityAssistantClient().options.timeout.total == 7.5
    assert ia.InfinityAssistantClient(timeout=None).options.timeout.total is None


@pytest.mark.parametrize("variable", ["TIMEOUT", "MAX_RETRIES", "LOG", "BASE_URL", "DRIFT"])
def test_an_unusable_environment_variable_is_named(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(f"INFINITY_ASSISTANT_{variable}", "perhaps")
    with pytest.raises(ia.InfinityAssistantArgumentError, match=variable if variable != "BASE_URL" else "base_url"):
        ia.InfinityAssistantClient()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"base_url": "infinityassistant.io/api"}, "https://"),
        ({"base_url": "ftp://x"}, "https://"),
        ({"base_url": "https://"}, "name a host"),
        ({"base_url": "https://user:pw@x/api"}, "user"),
        ({"base_url": "https://x/api?a=b"}, "query"),
        ({"base_url": "https://x\n/api"}, "control"),
        ({"base_url": "https://x:99999/api"}, "[Pp]ort"),
        ({"api_key": "ia_a\nb"}, "line break"),
        ({"api_key": " "}, "empty"),
        ({"api_key": 5}, "string"),
        ({"timeout": 0}, "above 0"),
        ({"timeout": float("nan")}, "above 0"),
        ({"timeout": True}, "above 0"),
        ({"max_retries": -1}, "from 0 to"),
        ({"max_retries": 1.5}, "whole number"),
        ({"retry_delay": -1}, "from 0 to"),
        ({"default_headers": {"a b": "c"}}, "name"),
        ({"default_headers": {"a": "b\n"}}, "line break"),
        ({"http_client": object()}, "httpx"),
        ({"shade": "blue"}, "no keyword .shade."),
    ],
)
def test_what_cannot_be_is_refused_at_once(options: Dict[str, Any], says: str) -> None:
    for kind in (ia.InfinityAssistantClient, ia.AsyncInfinityAssistantClient):
        with pytest.raises(ia.InfinityAssistantArgumentError, match=says):
            kind(**options)


def test_an_async_http_client_is_refused_by_the_sync_client_and_the_reverse() -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match="must be an httpx.Client"):
        ia.InfinityAssistantClient(http_client=httpx.AsyncClient())
    with httpx.Client() as http, pytest.raises(ia.InfinityAssistantArgumentError, match="must be an httpx.AsyncClient"):
        ia.AsyncInfinityAssistantClient(http_client=http)


def test_a_copy_has_options_of_its_own_and_shares_the_rest(connect: Connect, wire: WireServer) -> None:
    client = connect("ia_a", base_url=wire.say(CHAT).url, default_headers={"x-team": "red"})
    copied = client.with_options(timeout=1.0, api_key="ia_b", headers={"X-Team": "blue", "x-more": "1"})
    copied.chat("Hi")
    client.chat("Hi")
    assert [h.headers["x-api-key"] for h in wire.heard] == ["ia_b", "ia_a"]
    assert [h.headers["x-team"] for h in wire.heard] == ["blue", "red"]
    assert (copied.options.timeout.total, client.options.timeout.total) == (1.0, 5.0)
    assert copied.rate_limit == client.rate_limit
    copied.close()
    client.chat("Hi")
    with pytest.raises(ia.InfinityAssistantClientClosedError):
        copied.chat("Hi")


def test_a_pickled_client_keeps_its_configuration_and_loses_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (ia.InfinityAssistantClient, ia.AsyncInfinityAssistantClient):
        client = kind("ia_canary", base_url="https://example.org/api", max_retries=7, default_headers={"x-a": "b"})
        pickled = pickle.dumps(client)
        assert b"canary" not in pickled
        monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", "ia_here")
        restored = pickle.loads(pickled)
        assert restored.options == client.options
        assert restored.get_api_key() == "ia_here"
        assert copy.deepcopy(client).get_api_key() == copy.copy(client).get_api_key() == "ia_canary"


def test_a_client_with_an_http_client_cannot_be_pickled() -> None:
    with httpx.Client() as http, pytest.raises(ia.InfinityAssistantArgumentError, match="cannot be pickled"):
        pickle.dumps(ia.InfinityAssistantClient(http_client=http))


def test_the_key_shows_in_no_repr(connect: Connect, wire: WireServer) -> None:
    client = connect("ia_canary", base_url=wire.say(CHAT).url, default_headers={"x-secret": "canary"})
    stream = client.chat_stream("canary")
    shown = [
        repr(client),
        repr(client.options),
        repr(stream),
        repr(client.retry_budget),
        str(vars(client.options) if hasattr(client.options, "__dict__") else ""),
    ]
    assert not any("canary" in text for text in shown)


def test_the_log_tells_what_was_tried_and_not_what_was_said(
    connect: Connect, wire: WireServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "infinity_assistant")
    wire.say({"error": "busy"}, status=503).say(CHAT)
    connect("ia_canary", base_url=wire.url).chat("canary")
    text = "\n".join(record.getMessage() for record in caplog.records if record.name == "infinity_assistant")
    assert "chat: 503 in attempt 1" in text
    assert "chat: 200 in attempt 2" in text
    assert "canary" not in caplog.text


def test_the_log_is_shown_if_the_environment_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("infinity_assistant")
    monkeypatch.setenv("INFINITY_ASSISTANT_LOG", "debug")
    ia.InfinityAssistantClient()
    ia.InfinityAssistantClient()
    assert logger.level == logging.DEBUG
    assert len(logger.handlers) == 1


def _handle(logger: logging.Logger) -> None:
    logger.addHandler(logging.StreamHandler(sys.stderr))


SHOWN: Dict[str, Any] = {
    "by-nobody": lambda: None,
    "by-the-root": lambda: _handle(logging.getLogger()),
    "by-the-logger": lambda: _handle(logging.getLogger("infinity_assistant")),
    "by-a-handler-of-nothing": lambda: logging.getLogger().addHandler(logging.NullHandler()),
    "by-a-root-that-it-does-not-reach": lambda: (
        _handle(logging.getLogger()),
        setattr(logging.getLogger("infinity_assistant"), "propagate", False),
    ),
}


@pytest.mark.parametrize("shown", SHOWN)
def test_each_line_of_the_log_is_shown_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shown: str
) -> None:
    """Whether the program has a handler of its own, and wherever it puts it."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setenv("INFINITY_ASSISTANT_LOG", "debug")
    ia.InfinityAssistantClient()
    SHOWN[shown]()
    logging.getLogger("infinity_assistant").debug("a line")
    assert capsys.readouterr().err.count("a line") == 1


def test_a_closed_client_says_so(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.say(CHAT).url)
    client.chat("Hi")
    client.close()
    client.close()
    with pytest.raises(ia.InfinityAssistantClientClosedError, match="closed"):
        client.chat("Hi")
    with pytest.raises(ia.InfinityAssistantClientClosedError):
        client.chat_stream("Hi")
