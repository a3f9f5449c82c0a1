"""Requests that go through somebody else's HTTP client, a proxy, or a tool for tests."""

from __future__ import annotations

import gzip
import json
import socketserver
import threading
from typing import Any, List

import httpx
import pytest
import respx

import infinity_assistant as ia
from infinity_assistant import interception

from .conftest import Connect
from .wire import CHAT, DONE, START, WireServer, event

# Under trio httpx leaves its own generators to the garbage collector when a body is left before its end.
pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")

API = "https://infinityassistant.io/api"
STREAM = "".join([START, event("chunk", {"text": "Hello"}), DONE])
EVENT_STREAM = {"content-type": "text/event-stream"}


def test_a_client_of_the_callers_is_used_and_left_open(through: Connect, colour: str) -> None:
    seen: List[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=CHAT)

    client = through(answer, "ia_x", base_url="https://example.org/v2")
    assert client.chat("Hi").response == "Hello!"
    assert str(seen[0].url) == "https://example.org/v2/chat"
    assert (seen[0].headers["x-api-key"], seen[0].headers["host"]) == ("ia_x", "example.org")
    assert json.loads(seen[0].content) == {"message": "Hi"}


def test_hooks_of_the_callers_client_run(wire: WireServer) -> None:
    seen: List[str] = []
    hooks = {"request": [lambda r: seen.append(r.url.path)], "response": [lambda r: seen.append(str(r.status_code))]}
    with httpx.Client(event_hooks=hooks) as http:
        client = ia.InfinityAssistantClient(base_url=wire.say(CHAT).url, http_client=http)
        client.chat("Hi")
        client.close()
        assert not http.is_closed
    assert seen == ["/api/chat", "200"]
    with pytest.raises(ia.InfinityAssistantClientClosedError):
        ia.InfinityAssistantClient(base_url=wire.url, http_client=http).chat("Hi")


def test_a_stream_goes_through_it_too(through: Connect) -> None:
    client = through(lambda request: httpx.Response(200, text=STREAM, headers=EVENT_STREAM))
    assert client.chat_stream("Hi").collect().text == "Hello"


@pytest.mark.parametrize(
    ("raised", "kind", "attempts"),
    [
        (httpx.ConnectError("no"), ia.InfinityAssistantNetworkError, 3),
        (httpx.ConnectTimeout("no"), ia.InfinityAssistantTimeoutError, 3),
        (httpx.PoolTimeout("no"), ia.InfinityAssistantTimeoutError, 3),
        (httpx.ReadError("no"), ia.InfinityAssistantNetworkError, 1),
        (httpx.ReadTimeout("no"), ia.InfinityAssistantTimeoutError, 1),
        (httpx.RemoteProtocolError("no"), ia.InfinityAssistantNetworkError, 1),
        (RuntimeError("a transport of somebody's"), ia.InfinityAssistantNetworkError, 1),
    ],
)
def test_what_it_raises_becomes_an_error_of_ours(through: Connect, raised: Exception, kind: Any, attempts: int) -> None:
    """A chat is made again only where certainly nothing was sent."""

    def answer(request: httpx.Request) -> httpx.Response:
        raise raised

    with pytest.raises(kind) as caught:
        through(answer, max_retries=2).chat("Hi")
    assert len(caught.value.attempts) == attempts


def test_redirects_are_not_followed_even_if_it_would(wire: WireServer) -> None:
    wire.say("", status=302, headers={"location": "https://evil.example/"})
    with httpx.Client(follow_redirects=True) as http, pytest.raises(ia.InfinityAssistantRedirectError):
        ia.InfinityAssistantClient("ia_x", base_url=wire.url, http_client=http).chat("Hi")
    assert len(wire.heard) == 1


@pytest.mark.parametrize("way", ["own", "http_client"])
def test_gzip_is_read_as_far_as_it_is_allowed(connect: Connect, wire: WireServer, colour: str, way: str) -> None:
    wire.say(gzip.compress(json.dumps(CHAT).encode()), headers={"content-encoding": "gzip"})
    wire.say(gzip.compress(b" " * 10_000_000), headers={"content-encoding": "gzip"})
    kind: Any = httpx.Client if colour == "sync" else httpx.AsyncClient
    options = {} if way == "own" else {"http_client": kind()}
    client = connect(base_url=wire.url, max_answer_bytes=1_000_000, **options)
    assert client.chat("Hi").response == "Hello!"
    with pytest.raises(ia.InfinityAssistantResponseError, match="larger than 1000000 bytes"):
        client.chat("Hi")


def test_respx_stands_in_for_the_service(connect: Connect, respx_mock: respx.MockRouter) -> None:
    """Tools that patch httpx or httpcore catch the requests of a client that normally uses neither."""
    route = respx_mock.post(f"{API}/chat").respond(json=CHAT)
    streamed = respx_mock.post(f"{API}/chat/stream").respond(text=STREAM, headers=EVENT_STREAM)
    client = connect("ia_x")
    assert interception.is_active()
    assert client.chat("Hi").response == "Hello!"
    assert client.chat_stream("Hi").collect().text == "Hello"
    assert route.calls.last.request.headers["x-api-key"] == "ia_x"
    assert streamed.called


def test_interception_is_over_when_the_tool_is_gone() -> None:
    with respx.mock(assert_all_called=False):
        assert interception.is_active()
    assert not interception.is_active()


class Proxy(socketserver.ThreadingTCPServer):
    """Takes a request, notes its first line, and answers in place of the service."""

    daemon_threads = True
    allow_reuse_address = True

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            line = self.rfile.readline()
            self.server.lines.append(line)  # type: ignore[attr-defined]
            length = 0
            while (header := self.rfile.readline()).strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
            self.rfile.read(length)
            body = json.dumps(CHAT).encode()
            self.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\nconnection: close\r\n\r\n" % len(body) + body)

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.lines: List[bytes] = []


@pytest.fixture
def proxy() -> Any:
    with Proxy() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_the_proxy_of_the_environment_is_used(connect: Connect, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.server_address[1]}")
    assert connect(base_url="http://service.invalid/api").chat("Hi").response == "Hello!"
    assert proxy.lines == [b"POST http://service.invalid/api/chat HTTP/1.1\r\n"]


def test_no_proxy_means_no_proxy(
    connect: Connect, wire: WireServer, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.server_address[1]}")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert connect(base_url=wire.say(CHAT).url).chat("Hi").response == "Hello!"
    assert proxy.lines == []
