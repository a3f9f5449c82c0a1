"""HTTP/2 and SOCKS, which httpx speaks with packages of its own."""

from __future__ import annotations

import asyncio
import socketserver
import threading
from contextlib import contextmanager
from typing import Any, Callable, Iterator, List

import httpx
import pytest

import infinity_assistant as ia

h2_config = pytest.importorskip("h2.config")
h2_connection = pytest.importorskip("h2.connection")
h2_events = pytest.importorskip("h2.events")
pytest.importorskip("socksio")

REFUSED_STREAM = 7
PASSWORD = "hunter2-canary"
Act = Callable[[Any, int], None]


@contextmanager
def serve(handle: Callable[[Any], None]) -> Iterator[int]:
    """A server that hands each of its connections to `handle`; its port."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            try:
                handle(self.request)
            except OSError:
                pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def speak_http2(act: Act, requests: List[int]) -> Callable[[Any], None]:
    """Speak HTTP/2, and do `act` for each request that has arrived whole."""

    def handle(sock: Any) -> None:
        connection = h2_connection.H2Connection(h2_config.H2Configuration(client_side=False))
        connection.initiate_connection()
        sock.sendall(connection.data_to_send())
        while data := sock.recv(65536):
            for event in connection.receive_data(data):
                if isinstance(event, h2_events.StreamEnded):
                    requests.append(event.stream_id)
                    act(connection, event.stream_id)
            sock.sendall(connection.data_to_send())

    return handle


def refuse(connection: Any, stream_id: int) -> None:
    connection.reset_stream(stream_id, REFUSED_STREAM)


def leave(connection: Any, stream_id: int) -> None:
    connection.close_connection(last_stream_id=0)


def cancel(connection: Any, stream_id: int) -> None:
    connection.reset_stream(stream_id, 8)


def chat(port: int, runtime: str) -> ia.InfinityAssistantError:
    """The error of a chat over HTTP/2, made three times if that is right."""
    options: Any = {"base_url": f"http://127.0.0.1:{port}/api", "max_retries": 2, "retry_delay": 0.01, "timeout": 10}

    async def chat_async() -> None:
        async with httpx.AsyncClient(http1=False, http2=True) as http:
            await ia.AsyncInfinityAssistantClient(http_client=http, **options).chat("Hi")

    with pytest.raises(ia.InfinityAssistantNetworkError) as caught:
        if runtime == "async":
            asyncio.run(chat_async())
        else:
            with httpx.Client(http1=False, http2=True) as http:
                ia.InfinityAssistantClient(http_client=http, **options).chat("Hi")
    return caught.value


@pytest.mark.parametrize("runtime", ["sync", "async"])
@pytest.mark.parametrize(("act", "applied", "attempts"), [(refuse, False, 3), (leave, False, 3), (cancel, None, 1)])
def test_what_http2_says_was_not_looked_at_is_sent_again(act: Act, applied: Any, attempts: int, runtime: str) -> None:
    requests: List[int] = []
    with serve(speak_http2(act, requests)) as port:
        error = chat(port, runtime)
    assert (error.applied, len(error.attempts), len(requests)) == (applied, attempts, attempts)
    assert "ErrorCodes" not in str(error)


def refuse_password(calls: List[bytes]) -> Callable[[Any], None]:
    """A SOCKS proxy that knows another password (RFC 1929)."""

    def handle(sock: Any) -> None:
        sock.recv(100)
        sock.sendall(b"\x05\x02")
        calls.append(sock.recv(1000))
        sock.sendall(b"\x01\x01")

    return handle


def refuse_target(calls: List[bytes]) -> Callable[[Any], None]:
    """A SOCKS proxy that does not connect to the service (RFC 1928, section 6)."""

    def handle(sock: Any) -> None:
        sock.recv(100)
        sock.sendall(b"\x05\x02")
        sock.recv(1000)
        sock.sendall(b"\x01\x00")
        calls.append(sock.recv(1000))
        sock.sendall(b"\x05\x02\x00\x01" + bytes(6))

    return handle


def send_gibberish(calls: List[bytes]) -> Callable[[Any], None]:
    """What is no SOCKS proxy at all."""

    def handle(sock: Any) -> None:
        calls.append(sock.recv(100))
        sock.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    return handle


def fail(runtime: str, **options: Any) -> ia.InfinityAssistantError:
    """The error of a chat by way of the proxy."""
    options = {"base_url": "http://assistant.invalid/api", "retry_delay": 0.01, "timeout": 10, **options}
    with pytest.raises(ia.InfinityAssistantError) as caught:
        if runtime == "async":
            asyncio.run(_chat(options))
        else:
            with ia.InfinityAssistantClient(**options) as client:
                client.chat("Hi")
    return caught.value


async def _chat(options: Any) -> None:
    async with ia.AsyncInfinityAssistantClient(**options) as client:
        await client.chat("Hi")


@pytest.mark.parametrize("runtime", ["sync", "async"])
@pytest.mark.parametrize("proxy", [refuse_password, refuse_target])
def test_a_socks_proxy_that_refuses_is_named_and_asked_once(
    proxy: Any, runtime: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: List[bytes] = []
    with serve(proxy(calls)) as port:
        monkeypatch.setenv("ALL_PROXY", f"socks5://user:{PASSWORD}@127.0.0.1:{port}")
        error = fail(runtime)
    assert isinstance(error, ia.InfinityAssistantProxyError)
    assert "proxy of ALL_PROXY" in str(error)
    assert PASSWORD not in f"{error} {vars(error)}"
    assert (len(calls), len(error.attempts), error.applied) == (1, 1, False)


@pytest.mark.parametrize("runtime", ["sync", "async"])
def test_what_is_no_socks_proxy_is_an_error_of_ours(runtime: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: List[bytes] = []
    with serve(send_gibberish(calls)) as port:
        monkeypatch.setenv("ALL_PROXY", f"socks5://user:{PASSWORD}@127.0.0.1:{port}")
        error = fail(runtime, max_retries=0)
    assert isinstance(error, ia.InfinityAssistantNetworkError)
    assert error.applied is False


@pytest.mark.parametrize("runtime", ["sync", "async"])
def test_a_socks_proxy_that_is_silent_is_left_at_the_deadline(runtime: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """httpcore waits for its responses without a timeout."""
    over = threading.Event()
    with serve(lambda sock: over.wait(30)) as port:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{port}")
        error = fail(runtime, max_retries=0, timeout=0.5)
        over.set()
    assert isinstance(error, ia.InfinityAssistantTimeoutError)
    assert error.elapsed < 10
    assert error.applied is False
