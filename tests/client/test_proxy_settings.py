"""Proxies of the environment and of the system: which are taken, and what is said of those that fail."""

from __future__ import annotations

import socketserver
import threading
import urllib.request
from typing import Dict, Iterator, Optional

import pytest

import infinity_assistant as ia
from infinity_assistant._http import proxies
from infinity_assistant._http.origin import Origin

from .conftest import Connect

URL = "https://assistant.invalid/api"
SECRET = "hunter2"


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


class Refuse(socketserver.StreamRequestHandler):
    """A proxy that wants another password."""

    calls = 0

    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        type(self).calls += 1
        self.wfile.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")


@pytest.fixture
def refusing() -> Iterator[str]:
    Refuse.calls = 0
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refuse) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://user:{SECRET}@127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"ALL_PROXY": f"socks://u:{SECRET}@127.0.0.1:9/"}, "ALL_PROXY"),
        ({"HTTPS_PROXY": f"http://u:{SECRET}@127.0.0.1:port"}, "HTTPS_PROXY"),
        ({"HTTPS_PROXY": "http://127.0.0.1:9", "NO_PROXY": "localhost,fd00::/8"}, "NO_PROXY"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, variables: Dict[str, str], named: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ia.InfinityAssistantArgumentError, match=named) as caught:
        connect(base_url=URL).health()
    assert caught.value.argument == named
    assert SECRET not in str(caught.value)


def test_a_proxy_that_refuses_is_named_and_asked_once(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, refusing: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", refusing)
    with pytest.raises(ia.InfinityAssistantProxyError, match="the proxy of HTTPS_PROXY refused.*407") as caught:
        connect(base_url=URL, retry_delay=0).health()
    error = caught.value
    assert (error.status_code, error.applied, error.retryable, Refuse.calls) == (407, False, False, 1)
    assert SECRET not in str(error)


def test_a_dead_proxy_is_named(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://u:{SECRET}@127.0.0.1:9")
    with pytest.raises(ia.InfinityAssistantNetworkError, match="to the proxy of HTTPS_PROXY") as caught:
        connect(base_url=URL, max_retries=0).health()
    assert SECRET not in str(caught.value)


def test_the_settings_of_the_system_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies, "HAS_SETTINGS", True)
    monkeypatch.setattr(urllib.request, "getproxies", lambda: {"https": "http://proxy.invalid:8080"})
    monkeypatch.setattr(urllib.request, "proxy_bypass", lambda host: host == "inside.invalid")
    assert proxies.find_proxy(Origin("https", "assistant.invalid", 443)) == "the system's settings"
    assert not proxies.is_proxied(Origin("https", "inside.invalid", 443))
    assert not proxies.is_proxied(Origin("http", "assistant.invalid", 80))


class Leave(socketserver.StreamRequestHandler):
    """A proxy that closes, or says nothing, when it is asked for a tunnel."""

    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        if self.server.is_silent:  # type: ignore[attr-defined]
            self.rfile.read(1)


@pytest.mark.parametrize(
    ("is_silent", "kind", "said"),
    [
        (False, ia.InfinityAssistantNetworkError, "could not connect to the proxy of HTTPS_PROXY"),
        (True, ia.InfinityAssistantTimeoutError, "could not connect in time through the proxy of HTTPS_PROXY"),
    ],
)
def test_a_proxy_that_makes_no_tunnel_is_named(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, is_silent: bool, kind: type, said: str
) -> None:
    """What it was asked is no request to the service: nothing was sent."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Leave) as server:
        server.is_silent, server.daemon_threads = is_silent, True  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://user:{SECRET}@127.0.0.1:{server.server_address[1]}")
        with pytest.raises(kind, match=said) as caught:
            connect(base_url=URL, timeout=0.5 if is_silent else 10, max_retries=0).chat("Hi")
        server.shutdown()
    assert (caught.value.request_sent, caught.value.applied) == (False, False)
    assert SECRET not in str(caught.value)


class Forward(socketserver.StreamRequestHandler):
    """A proxy that is asked for a page of http, says what it was told to say, and closes."""

    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        self.wfile.write(self.server.said)  # type: ignore[attr-defined]


REJECTION = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"


@pytest.mark.parametrize(
    ("said", "kind", "named", "applied"),
    [
        (REJECTION, ia.InfinityAssistantProxyError, "the proxy of HTTP_PROXY refused.*407", False),
        (b"", ia.InfinityAssistantNetworkError, "the connection to the proxy of HTTP_PROXY failed", None),
        (b"SSH-2.0-x\r\n", ia.InfinityAssistantNetworkError, "the connection to the proxy of HTTP_PROXY failed", None),
    ],
)
def test_a_proxy_that_forwards_is_named_as_well(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, said: bytes, kind: type, named: str, applied: Optional[bool]
) -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Forward) as server:
        server.said, server.daemon_threads = said, True  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        monkeypatch.setenv("HTTP_PROXY", f"http://user:{SECRET}@127.0.0.1:{server.server_address[1]}")
        for call in (lambda client: client.list_webhooks(), lambda client: client.chat_stream("Hi").collect()):
            with pytest.raises(kind, match=named) as caught:
                call(connect(base_url="http://assistant.invalid/api", max_retries=0))
            assert caught.value.applied is applied
            assert SECRET not in str(caught.value)
        server.shutdown()
