"""What holds on connections of our own holds through a client of httpx, blocking and on each event loop."""

from __future__ import annotations

import gc
import traceback
from functools import partial
from typing import Any, Callable, Dict, List

import anyio
import httpx
import pytest

from infinity_assistant import (
    InfinityAssistantError,
    InfinityAssistantNetworkError,
    InfinityAssistantStreamTimeoutError,
    InfinityAssistantTimeoutError,
    Timeout,
)
from infinity_assistant._http.httpx_trace import HttpxTrace

from .case import KEY
from .clients import ASYNC_CLIENTS, CLIENTS
from .responses import CHAT, DONE, HEALTH, START, STREAM_HEAD, head, response, text
from .server import FaultServer, Script
from .steps import close, drip, hang, pause, read, repeat, send

pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")

WORDS = "Where did I leave the keys of the house?"
every_way = pytest.mark.parametrize("way", CLIENTS)
every_runtime = pytest.mark.parametrize("runtime", ["sync", "asyncio", "trio"])


async def chat_async(client: Any) -> Any:
    return await client.chat(WORDS)


async def collect_async(client: Any) -> Any:
    return (await client.chat_stream(WORDS).collect()).text


CALLS: Dict[str, Any] = {
    "chat": (lambda client: client.chat(WORDS), chat_async),
    "stream": (lambda client: client.chat_stream(WORDS).collect().text, collect_async),
}


def play(call: str, runtime: str, way: str, server: FaultServer, **options: Any) -> Any:
    """Make one call and return what it returned."""
    if runtime == "sync":
        with CLIENTS[way](server, **options) as client:
            return CALLS[call][0](client)
    return anyio.run(partial(_play_async, call, way, server, **options), backend=runtime)


async def _play_async(call: str, way: str, server: FaultServer, **options: Any) -> Any:
    async with ASYNC_CLIENTS[way](server, **options) as client:
        return await CALLS[call][1](client)


def fail(call: str, runtime: str, way: str, script: Script, **options: Any) -> InfinityAssistantError:
    """Make one call that fails, and return its error."""
    with FaultServer(script) as server, pytest.raises(InfinityAssistantError) as caught:
        play(call, runtime, way, server, **{"max_retries": 0, **options})
    return caught.value


@every_runtime
@every_way
@pytest.mark.parametrize("call", CALLS)
def test_a_head_that_drips_does_not_outlive_the_deadline(call: str, way: str, runtime: str) -> None:
    slowly = drip(head(headers={"x-slow": "a" * 400}), every=0.03)
    error = fail(call, runtime, way, [read, slowly], timeout=0.3)
    assert isinstance(error, InfinityAssistantTimeoutError)
    assert error.request_sent is True
    assert error.elapsed < 10


@every_runtime
def test_silence_within_a_stream_may_be_longer_than_before_its_first_event(runtime: str) -> None:
    slow: Script = [read, send(STREAM_HEAD + START), pause(1.3), send(text("Hello.") + DONE)]
    with FaultServer(slow) as server:
        assert play("stream", runtime, "httpx", server, timeout=Timeout(first_event=1.0, idle=10)) == "Hello."


@every_runtime
@every_way
def test_silence_within_a_stream_may_be_shorter_than_before_its_first_event(way: str, runtime: str) -> None:
    error = fail(
        "stream", runtime, way, [read, send(STREAM_HEAD + START), hang], timeout=Timeout(first_event=30, idle=0.3)
    )
    assert isinstance(error, InfinityAssistantStreamTimeoutError)


@every_runtime
def test_a_connection_that_breaks_before_the_request_left_is_no_attempt_that_was_applied(runtime: str) -> None:
    """A handshake that fails is a ConnectError for httpx, and sometimes a ReadError: what was written tells."""
    with FaultServer([close], scheme="https") as server, pytest.raises(InfinityAssistantNetworkError) as caught:
        play("chat", runtime, "httpx", server, max_retries=1)
    assert (caught.value.request_sent, caught.value.applied, len(caught.value.attempts)) == (False, False, 2)


def test_a_connection_of_the_callers_own_requests_keeps_the_deadline_of_a_body() -> None:
    """It was opened before this client could look after it."""
    slow: Script = [read, send(response(length=400)), drip(b" " * 400, 0.03)]
    with FaultServer([read, send(response(HEALTH))], slow) as server, httpx.Client() as http:
        assert http.get(f"{server.url}/api/health").status_code == 200
        client = CLIENTS["own"](server, http_client=http, timeout=0.3, max_retries=0)
        with client as lent, pytest.raises(InfinityAssistantTimeoutError) as caught:
            lent.chat(WORDS)
        assert len({attempt.connection for attempt in server.attempts}) == 1
    assert caught.value.elapsed < 10


def test_requests_of_the_callers_own_have_their_own_timeouts() -> None:
    slow: Script = [read, pause(0.5), send(response(HEALTH))]
    with FaultServer([read, send(response(HEALTH))], slow) as server, httpx.Client(timeout=30) as http:
        with CLIENTS["own"](server, http_client=http) as client:
            client.with_options(timeout=0.4, max_retries=9).health()
        assert http.get(f"{server.url}/api/health").json()["status"] == "healthy"
        assert len({attempt.connection for attempt in server.attempts}) == 1


@pytest.mark.parametrize("runtime", ["sync", "asyncio"])
def test_the_jar_of_the_callers_client_keeps_no_cookie_of_the_service(runtime: str) -> None:
    """It would send that with any key."""
    with_cookie = response(CHAT, headers={"Set-Cookie": "infinity_anon_user=anon_1_x; Path=/; Max-Age=99"})
    with FaultServer([read, send(with_cookie)]) as server:
        kept = {"mine": "1"}
        if runtime == "sync":
            with httpx.Client(cookies=kept) as http, CLIENTS["own"](server, http_client=http) as client:
                client.chat(WORDS)
        else:
            http = anyio.run(_chat_with_jar, server, kept)
        assert dict(http.cookies) == kept
        assert "cookie" not in server.requests[0].headers


async def _chat_with_jar(server: FaultServer, kept: Dict[str, str]) -> Any:
    async with httpx.AsyncClient(cookies=kept) as http, ASYNC_CLIENTS["own"](server, http_client=http) as client:
        await client.chat(WORDS)
    return http


FAULTS: Dict[str, Script] = {
    "an error status": [read, send(response({"error": "no"}, 404))],
    "closed": [read, close],
    "closed within the body": [read, send(response(CHAT)[:-20]), close],
    "no HTTP": [read, send(b"Hello\r\n\r\n")],
    "not the contract": [read, send(response({"response": 7}))],
    "silence": [read, hang],
}


@every_runtime
@every_way
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_traceback_with_locals_shows_neither_key_nor_words(fault: str, call: str, way: str, runtime: str) -> None:
    error = fail(call, runtime, way, FAULTS[fault], timeout=0.2 if fault == "silence" else 5.0)
    shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    inside = shown.partition("tests/reliability/test_lent_clients.py")[0]
    assert KEY not in shown
    assert WORDS not in shown
    assert "site-packages/http" not in shown, inside
    assert "bytearray" not in str(error)


def raise_in(transport: Callable[[Any], Any], runtime: str) -> BaseException:
    """What a chat raises whose transport is a function."""
    mock = httpx.MockTransport(transport)
    with FaultServer() as server, pytest.raises(BaseException) as caught:  # noqa: PT011
        if runtime == "sync":
            with httpx.Client(transport=mock) as http:
                CLIENTS["own"](server, http_client=http).chat(WORDS)
        else:
            anyio.run(_chat_through, mock, server, backend=runtime)
    return caught.value


async def _chat_through(mock: Any, server: FaultServer) -> None:
    async with httpx.AsyncClient(transport=mock) as http, ASYNC_CLIENTS["own"](server, http_client=http) as client:
        await client.chat(WORDS)


@every_runtime
@pytest.mark.parametrize("kind", [AssertionError, KeyboardInterrupt, ValueError])
def test_what_a_transport_raises_shows_no_frame_of_ours(kind: Any, runtime: str) -> None:
    def transport(request: Any) -> Any:
        raise kind("no")

    error = raise_in(transport, runtime)
    frames = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__)]
    assert isinstance(error, InfinityAssistantNetworkError if kind is ValueError else kind)
    assert not [name for name in frames if "/httpx/" in name or "_http/" in name]


def test_an_error_holds_no_request() -> None:
    """That of httpx has the key in its headers."""
    held: List[Any] = []
    error: Any = fail("chat", "sync", "httpx", [read, close])
    while error is not None:
        held.append(getattr(error, "_request", None))
        error = error.__cause__
    assert len(held) >= 2
    assert held == [None] * len(held)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # Nothing is closed here.
def test_an_event_loop_that_ends_with_a_late_stream_is_not_disturbed(backend: str) -> None:
    """What closes the connection comes when nothing can be begun any more."""

    async def main(server: FaultServer) -> None:
        client = ASYNC_CLIENTS["own"](server, http_client=httpx.AsyncClient(), timeout=0.3, max_retries=0)
        await client.chat_stream("hi").collect()  # type: ignore[attr-defined]

    with FaultServer([read, send(STREAM_HEAD), repeat(b": x\n\n" * 1000)]) as server:
        with pytest.raises(InfinityAssistantTimeoutError):
            anyio.run(main, server, backend=backend)
        gc.collect()


class Event(Exception):
    """An event of h2, as httpcore raises it: tests/tools has the real ones."""

    def __init__(self, **fields: Any) -> None:
        super().__init__(self)
        vars(self).update(fields)


@pytest.mark.parametrize(
    ("event", "is_refused"),
    [
        (Event(error_code=7, remote_reset=True), True),
        (Event(error_code=7, remote_reset=False), False),
        (Event(error_code=8, remote_reset=True), False),
        (Event(error_code=0, last_stream_id=0), True),
        (Event(error_code=0, last_stream_id=3), False),
        (ValueError("no"), False),
        (ValueError(), False),
    ],
)
def test_what_a_server_says_by_http2_that_it_has_not_looked_at_was_not_applied(event: Any, is_refused: bool) -> None:
    trace = HttpxTrace()
    trace.note("http2.send_request_headers.started", {"request": httpx.Request("GET", "http://x"), "stream_id": 3})
    failure = httpx.RemoteProtocolError("broken")
    failure.__cause__ = event
    assert trace.is_refused(failure) is is_refused
