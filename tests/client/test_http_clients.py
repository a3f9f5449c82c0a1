"""Requests that go through somebody else's HTTP client, a proxy, or a tool for tests."""

from __future__ import annotations

import functools
import gzip
import importlib
import json
import socketserver
import threading
from importlib.util import find_spec
from typing import Any, Callable, Dict, Iterator, List, Optional

import pytest
import respx
from anyio.from_thread import BlockingPortal

import infinity_assistant as ia
from infinity_assistant._http import interception

from .conftest import Connect
from .wire import CHAT, DONE, START, WireServer, event

FAMILIES = [name for name in ("httpx", "httpx2") if find_spec(name)]

# Under trio httpx leaves its own generators to the garbage collector when a body is left before its end.
pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")

API = "https://infinityassistant.io/api"
STREAM = "".join([START, event("chunk", {"text": "Hello"}), DONE])
EVENT_STREAM = {"content-type": "text/event-stream"}


@pytest.fixture(params=FAMILIES)
def family(request: pytest.FixtureRequest) -> Any:
    """The library whose clients are taken, each that is installed."""
    return importlib.import_module(request.param)


@pytest.fixture
def kind(family: Any, runtime: str) -> Any:
    """The class of its clients, of the runtime at hand."""
    return family.Client if runtime == "sync" else family.AsyncClient


@pytest.fixture
def lend(connect: Connect, portal: Optional[BlockingPortal]) -> Iterator[Connect]:
    """Makes clients around an HTTP client, which is closed when the test is over."""
    lent: List[Any] = []

    def make(http_client: Any, *args: Any, **options: Any) -> Any:
        lent.append(http_client)
        return connect(*args, http_client=http_client, **options)

    yield make
    for http_client in lent:
        portal.call(http_client.aclose) if portal else http_client.close()


@pytest.fixture
def through(lend: Connect, family: Any, kind: Any) -> Connect:
    """Makes clients whose requests are handled by a function, by way of a client of that library."""

    def make(respond: Callable[[Any], Any], *args: Any, **options: Any) -> Any:
        return lend(kind(transport=family.MockTransport(respond)), *args, **options)

    return make


def test_a_client_of_the_callers_is_used(through: Connect, family: Any) -> None:
    seen: List[Any] = []

    def respond(request: Any) -> Any:
        seen.append(request)
        return family.Response(200, json=CHAT)

    client = through(respond, "ia_x", base_url="https://example.org/v2")
    assert client.chat("Hi").response == "Hello!"
    assert str(seen[0].url) == "https://example.org/v2/chat"
    assert (seen[0].headers["x-api-key"], seen[0].headers["host"]) == ("ia_x", "example.org")
    assert json.loads(seen[0].content) == {"message": "Hi"}


def hooks_of(runtime: str, seen: List[str]) -> Dict[str, List[Any]]:
    """Event hooks that note what they see."""

    def note_request(request: Any) -> None:
        seen.append(request.url.path)

    def note_response(response: Any) -> None:
        seen.append(str(response.status_code))

    async def note_request_later(request: Any) -> None:
        note_request(request)

    async def note_response_later(response: Any) -> None:
        note_response(response)

    blocking = runtime == "sync"
    return {
        "request": [note_request if blocking else note_request_later],
        "response": [note_response if blocking else note_response_later],
    }


def test_hooks_of_the_callers_client_run(lend: Connect, wire: WireServer, kind: Any, runtime: str) -> None:
    seen: List[str] = []
    http = kind(event_hooks=hooks_of(runtime, seen))
    assert lend(http, base_url=wire.say(CHAT).url).chat("Hi").response == "Hello!"
    assert seen == ["/api/chat", "200"]


def test_it_is_left_open_and_missed_when_its_owner_has_closed_it(wire: WireServer, family: Any) -> None:
    with family.Client() as http:
        client = ia.InfinityAssistantClient(base_url=wire.say(CHAT).url, http_client=http)
        client.chat("Hi")
        client.close()
        assert not http.is_closed
    with pytest.raises(ia.InfinityAssistantClientClosedError):
        ia.InfinityAssistantClient(base_url=wire.url, http_client=http).chat("Hi")


def test_an_async_http_client_is_refused_by_the_sync_client_and_the_reverse(family: Any) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match="http_client"):
        ia.InfinityAssistantClient(http_client=family.AsyncClient())
    with family.Client() as http, pytest.raises(ia.InfinityAssistantArgumentError, match="http_client"):
        ia.AsyncInfinityAssistantClient(http_client=http)


def test_a_client_of_a_class_of_the_callers_is_taken(lend: Connect, wire: WireServer, kind: Any) -> None:
    class Own(kind):  # type: ignore[misc, valid-type]
        """What somebody adds to it is theirs."""

    assert lend(Own(), base_url=wire.say(CHAT).url).chat("Hi").response == "Hello!"


def test_a_stream_goes_through_it_too(through: Connect, family: Any) -> None:
    client = through(lambda request: family.Response(200, text=STREAM, headers=EVENT_STREAM))
    assert client.chat_stream("Hi").collect().text == "Hello"


def test_streams_and_calls_share_it_over_a_socket(lend: Connect, wire: WireServer, kind: Any) -> None:
    """One stream is read to its end, one is left, and the client is as good as before."""
    many = [event("chunk", {"text": str(number)}) for number in range(100)]
    wire.stream(START, *many, DONE).stream(START, *many, DONE).say(CHAT)
    client = lend(kind(), base_url=wire.url)
    assert client.chat_stream("Hi").collect().text == "".join(map(str, range(100)))
    with client.chat_stream("Hi") as left:
        assert next(iter(left)).type == "start"
    assert client.chat("Hi").response == "Hello!"


def test_errors_of_the_service_are_the_same_through_it(lend: Connect, wire: WireServer, kind: Any) -> None:
    wire.say({"error": {"message": "no such key", "code": "unauthorized"}}, status=401)
    with pytest.raises(ia.InfinityAssistantAuthenticationError, match="no such key") as caught:
        lend(kind(), base_url=wire.url).chat("Hi")
    assert (caught.value.status_code, caught.value.code) == (401, "unauthorized")


@pytest.mark.parametrize(
    ("raised", "kind_of_ours", "attempts"),
    [
        ("ConnectError", ia.InfinityAssistantNetworkError, 3),
        ("ConnectTimeout", ia.InfinityAssistantTimeoutError, 3),
        ("PoolTimeout", ia.InfinityAssistantTimeoutError, 3),
        ("ProxyError", ia.InfinityAssistantProxyError, 1),
        ("ReadError", ia.InfinityAssistantNetworkError, 1),
        ("ReadTimeout", ia.InfinityAssistantTimeoutError, 1),
        ("RemoteProtocolError", ia.InfinityAssistantNetworkError, 1),
        ("RuntimeError", ia.InfinityAssistantNetworkError, 1),
    ],
)
def test_what_it_raises_becomes_an_error_of_ours(
    through: Connect, family: Any, raised: str, kind_of_ours: Any, attempts: int
) -> None:
    """A chat is made again only where certainly nothing was sent; a transport of somebody's may raise anything."""

    def respond(request: Any) -> Any:
        raise getattr(family, raised, RuntimeError)("no")

    with pytest.raises(kind_of_ours) as caught:
        through(respond, max_retries=2).chat("Hi")
    assert len(caught.value.attempts) == attempts


def test_nobody_behind_the_port_is_an_error_of_ours(lend: Connect, kind: Any) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as free:
        port = free.server_address[1]
    client = lend(kind(), base_url=f"http://127.0.0.1:{port}/api", max_retries=1)
    with pytest.raises(ia.InfinityAssistantNetworkError) as caught:
        client.chat("Hi")
    assert len(caught.value.attempts) == 2


def test_redirects_are_not_followed_even_if_it_would(wire: WireServer, family: Any) -> None:
    wire.say("", status=302, headers={"location": "https://evil.example/"})
    with family.Client(follow_redirects=True) as http, pytest.raises(ia.InfinityAssistantRedirectError):
        ia.InfinityAssistantClient("ia_x", base_url=wire.url, http_client=http).chat("Hi")
    assert len(wire.heard) == 1


def respond_in_gzip(wire: WireServer) -> Dict[str, Any]:
    """Queue a good response and one that is too long, and return the options that forbid the latter."""
    wire.say(gzip.compress(json.dumps(CHAT).encode()), headers={"content-encoding": "gzip"})
    wire.say(gzip.compress(b" " * 10_000_000), headers={"content-encoding": "gzip"})
    return {"base_url": wire.url, "max_response_bytes": 1_000_000}


def is_read_as_far_as_it_is_allowed(client: Any) -> None:
    assert client.chat("Hi").response == "Hello!"
    with pytest.raises(ia.InfinityAssistantResponseError, match="larger than 1000000 bytes"):
        client.chat("Hi")


def test_gzip_is_read_as_far_as_it_is_allowed(connect: Connect, wire: WireServer) -> None:
    is_read_as_far_as_it_is_allowed(connect(**respond_in_gzip(wire)))


def test_gzip_through_it_is_read_no_further(lend: Connect, wire: WireServer, kind: Any) -> None:
    is_read_as_far_as_it_is_allowed(lend(kind(), **respond_in_gzip(wire)))


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


PLACES = ["send", "_send_single_request", "__init__"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("disguise", [functools.wraps, lambda original: lambda replacement: replacement])
def test_a_method_of_httpx_that_somebody_replaced_is_used(
    connect: Connect, wire: WireServer, kind: Any, monkeypatch: pytest.MonkeyPatch, place: str, disguise: Any
) -> None:
    """Recorders of several years have replaced several of them, and most copy the name of the module."""
    original, used = getattr(kind, place), []

    def replacement(self: Any, *args: Any, **kwargs: Any) -> Any:
        used.append(place)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(kind, place, disguise(original)(replacement))
    assert connect(base_url=wire.say(CHAT).url).chat("Hi").response == "Hello!"
    assert used == [place]


def test_a_class_in_the_place_of_httpx_s_client_is_used(
    connect: Connect, wire: WireServer, family: Any, kind: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    class Instrumented(kind):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            made.append(self)
            super().__init__(*args, **kwargs)

    monkeypatch.setattr(family, kind.__name__, Instrumented)
    assert connect(base_url=wire.say(CHAT).url).chat("Hi").response == "Hello!"
    assert made


def test_interception_is_over_when_the_tool_is_gone() -> None:
    with respx.mock(assert_all_called=False):
        assert interception.is_active()
    assert not interception.is_active()


class Proxy(socketserver.ThreadingTCPServer):
    """Takes a request, notes its first line, and responds in place of the service."""

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


class Trickle(socketserver.ThreadingTCPServer):
    """Takes a request, and sends a byte every 50 ms for as long as somebody listens."""

    daemon_threads = True

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.request.recv(65536)
            self.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 400\r\n\r\n")
            try:
                while not self.server.over.wait(0.05):  # type: ignore[attr-defined]
                    self.wfile.write(b" ")
            except OSError:
                pass

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.over = threading.Event()


def test_a_body_that_trickles_in_does_not_outlive_the_deadline_there(lend: Connect, kind: Any) -> None:
    """Each of its reads is in time; the call as a whole is not. Once it is late, it ends with the next piece."""
    with Trickle() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}/api"
        with pytest.raises(ia.InfinityAssistantTimeoutError) as caught:
            lend(kind(trust_env=False), base_url=url, timeout=0.4).chat("Hi")
        server.over.set()
        server.shutdown()
    assert len(caught.value.attempts) == 1
    assert caught.value.elapsed < 0.4 + 0.3


def test_a_hook_that_raises_for_the_status_does_not_hide_it(
    lend: Connect, family: Any, kind: Any, runtime: str
) -> None:
    def hook(response: Any) -> None:
        response.raise_for_status()

    async def async_hook(response: Any) -> None:
        response.raise_for_status()

    transport = family.MockTransport(lambda request: family.Response(401, json={"error": "no"}))
    hooks = {"response": [hook if runtime == "sync" else async_hook]}
    with pytest.raises(ia.InfinityAssistantAuthenticationError) as caught:
        lend(kind(transport=transport, event_hooks=hooks)).health()
    assert len(caught.value.attempts) == 1


def test_the_jar_of_a_lent_client_sends_no_cookie_of_its_own(lend: Connect, family: Any, kind: Any) -> None:
    seen: List[Any] = []

    def respond(request: Any) -> Any:
        seen.append(request.headers.get("cookie") or "")
        return family.Response(200, headers={"set-cookie": "tracker=abc; Path=/"}, json={"status": "healthy"})

    client = lend(kind(transport=family.MockTransport(respond), cookies={"foreign": "1"}), api_key="ia_key")
    client.health()
    client.health()
    assert len(seen) == 2
    assert not any("foreign" in cookie or "tracker" in cookie for cookie in seen)
