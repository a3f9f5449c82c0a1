"""Idle connections: looked at before they are used again, ended in time, and never of another."""

from __future__ import annotations

import asyncio
import gc
import os
import select
import selectors
import socket
import ssl
import subprocess
import sys
import textwrap
import threading
import time
import warnings
import weakref
from pathlib import Path
from typing import Any, Iterator, List, Tuple

import pytest

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient
from infinity_assistant._http import asyncio_loop_end, network, pool, trio_run_end
from infinity_assistant._http.idle_reaper import _REAPER
from infinity_assistant._http.liveness import has_news
from tests.reliability.certificates import Certificates
from tests.reliability.responses import CHAT, HEALTH, response
from tests.reliability.server import Exchange, FaultServer, PeerGone
from tests.reliability.steps import close, pause, read, send

from .play import KEY, Pause, Steps, Together, Until, every_async_backend, every_backend, play, run, run_asyncio

HEALTHY = [read, send(response(HEALTH))]
SPOKEN = response({**CHAT, "response": "of nobody"})


def wait_for(condition: Any, seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(condition())


@pytest.fixture
def short_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections are kept for a fifth of a second instead of three."""
    for module in (pool, asyncio_loop_end, trio_run_end):
        monkeypatch.setattr(module, "KEEP_SECONDS", 0.3)


def test_connections_are_kept_for_three_seconds() -> None:
    """The service keeps them for five."""
    assert pool.KEEP_SECONDS == 3.0


@every_backend
@pytest.mark.usefixtures("short_lives")
def test_idle_connections_end_although_nothing_is_called(backend: str) -> None:
    def steps(client: Any) -> Steps:
        assert all(not isinstance(result, Exception) for result in (yield Together(*[client.health] * 10)))
        assert len({attempt.connection for attempt in server.attempts}) > 1
        yield Until(lambda: server.open_sockets() == 0)
        assert (yield client.health()).status == "healthy"

    with FaultServer([read, pause(0.05), send(response(HEALTH))]) as server:
        play(backend, steps, server.url)


@pytest.mark.usefixtures("short_lives")
def test_the_thread_that_ends_them_ends_with_them() -> None:
    with FaultServer(HEALTHY) as server, InfinityAssistantClient(KEY, base_url=f"{server.url}/api") as client:
        for _ in range(2):
            client.health()
            assert _REAPER._thread is not None
            assert wait_for(lambda: _REAPER._thread is None)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_process_with_an_idle_connection_can_be_forked_without_a_warning() -> None:
    """CPython 3.12 warns where threads exist; the child's client works, and so does the parent's."""
    with FaultServer(HEALTHY) as server:
        program = f"""
            import os, sys, warnings
            warnings.simplefilter("error")
            from infinity_assistant import InfinityAssistantClient
            client = InfinityAssistantClient("k", base_url="{server.url}/api", timeout=5.0)
            client.health()
            child = os.fork()
            status = client.health().status
            if child:
                assert os.waitpid(child, 0)[1] == 0
            print(status, flush=True)
            os._exit(0)
        """
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=30, check=False
        )
    assert done.stderr == ""
    assert done.stdout.split() == ["healthy", "healthy"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_idle_connections_of_a_process_that_was_forked_end_although_nothing_is_called() -> None:
    ended = threading.Event()

    def wait_for_end(exchange: Exchange) -> None:
        try:
            exchange.wait()
        except PeerGone:
            ended.set()

    with FaultServer([*HEALTHY, wait_for_end]) as server:
        program = f"""
            import os, sys
            from infinity_assistant import InfinityAssistantClient
            client = InfinityAssistantClient("k", base_url="{server.url}/api")
            client.health()
            child = os.fork()
            if not child:
                os._exit(0)
            os.waitpid(child, 0)
            sys.stdin.read()
        """
        with subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdin=subprocess.PIPE) as process:
            assert process.stdin is not None
            try:
                assert ended.wait(30)
                assert process.poll() is None
            finally:
                process.stdin.close()
        assert process.returncode == 0


class Closer:
    """Responds and closes, without a word in the head."""

    def __init__(self) -> None:
        self.closed = 0

    def __call__(self, exchange: Exchange) -> None:
        exchange.send(response(CHAT))
        exchange.socket.close()
        self.closed += 1


@every_backend
@pytest.mark.parametrize("kind", ["plain", "tls"])
def test_a_server_that_closes_without_a_word_loses_no_call_of_a_row(
    backend: str, kind: str, certificates: Certificates
) -> None:
    """The socket is asked right before it is written to. What is left is an end that crosses the request."""

    def steps(client: Any) -> Steps:
        for number in range(1, 31):
            assert (yield client.chat("hi")).response == "Hello."
            # The loop has no chance to see the end: the socket must be asked.
            assert wait_for(lambda number=number: closer.closed == number)  # type: ignore[misc]

    closer = Closer()
    tls = certificates.context("trusted") if kind == "tls" else None
    with FaultServer([read, closer], tls=tls) as server:
        play(backend, steps, server.url, timeout=20.0)


@every_backend
def test_a_server_that_always_closes_loses_one_call_and_not_every_second(backend: str) -> None:
    """An end that crosses the request cannot be seen. What it teaches is to keep no connection for a while."""

    def steps(client: Any) -> Steps:
        results = []
        for _ in range(20):
            results.append((yield Together(lambda: client.chat("hi")))[0])
        assert sum(isinstance(result, Exception) for result in results) <= 1

    with FaultServer([read, send(response(CHAT)), pause(0.001), close]) as server:
        play(backend, steps, server.url, timeout=20.0)


@every_backend
def test_a_loop_that_was_busy_while_the_server_closed_does_not_use_the_dead_connection(backend: str) -> None:
    def steps(client: Any) -> Steps:
        for _ in range(5):
            assert (yield client.chat("hi")).response == "Hello."
            time.sleep(0.05)  # Blocks the loop, which has no chance to see the end.

    with FaultServer([read, send(response(CHAT)), pause(0.01), close]) as server:
        play(backend, steps, server.url)


def say_goodbye(exchange: Exchange) -> None:
    """End TLS politely, with a `close_notify`, and leave the connection open."""
    sock = exchange.socket
    assert isinstance(sock, ssl.SSLSocket)
    sock.settimeout(0.05)
    try:
        sock.unwrap()
    except OSError:
        pass  # The client says nothing in return.


@every_backend
@pytest.mark.parametrize("kind", ["plain", "tls"])
@pytest.mark.parametrize("together", [True, False], ids=["in-one-go", "later"])
def test_a_response_that_nobody_asked_for_is_not_that_of_the_next_call(
    backend: str, kind: str, together: bool, certificates: Certificates
) -> None:
    """With TLS it may have been read already, in one go with the response before."""
    tls = certificates.context("trusted") if kind == "tls" else None
    unasked = [send(response(CHAT) + SPOKEN)] if together else [send(response(CHAT)), send(SPOKEN)]

    def steps(client: Any) -> Steps:
        for _ in range(5):
            assert (yield client.chat("hi")).response == "Hello."
            yield Pause(0.02)

    with FaultServer([read, *unasked], tls=tls) as server:
        play(backend, steps, server.url)
        assert len(server.requests) == 5


def send_two_records_at_once(exchange: Exchange) -> None:
    """Write two TLS records that arrive in one segment."""
    sock: Any = exchange.socket
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 0)
    cork = getattr(socket, "TCP_CORK", None)
    if cork is not None:
        sock.setsockopt(socket.IPPROTO_TCP, cork, 1)
    sock.sendall(response(CHAT))
    sock.sendall(SPOKEN)
    if cork is not None:
        sock.setsockopt(socket.IPPROTO_TCP, cork, 0)


@every_backend
def test_a_record_that_was_read_along_with_the_response_is_seen(backend: str, certificates: Certificates) -> None:
    def steps(client: Any) -> Steps:
        for _ in range(5):
            assert (yield client.chat("hi")).response == "Hello."
            yield Pause(0.02)

    with FaultServer([read, send_two_records_at_once], tls=certificates.context("trusted")) as server:
        play(backend, steps, server.url)


@every_backend
def test_a_polite_goodbye_of_tls_does_not_break_the_next_call(backend: str, certificates: Certificates) -> None:
    def steps(client: Any) -> Steps:
        for _ in range(5):
            assert (yield client.chat("hi")).response == "Hello."
            yield Pause(0.1)

    with FaultServer([read, send(response(CHAT)), say_goodbye], tls=certificates.context("trusted")) as server:
        play(backend, steps, server.url)


@every_backend
@pytest.mark.parametrize("kind", ["plain", "tls"])
def test_a_connection_that_is_fit_is_used_again(backend: str, kind: str, certificates: Certificates) -> None:
    def steps(client: Any) -> Steps:
        for _ in range(10):
            assert (yield client.chat("hi")).response == "Hello."
            yield Pause(0.005)

    tls = certificates.context("trusted") if kind == "tls" else None
    with FaultServer([read, send(response(CHAT))], tls=tls) as server:
        play(backend, steps, server.url)
        assert {attempt.connection for attempt in server.attempts} == {1}


@pytest.fixture
def high() -> Iterator[Tuple[socket.socket, socket.socket]]:
    """A pair of sockets, the first with a descriptor that `select` refuses."""
    resource = pytest.importorskip("resource", reason="descriptors of Windows are no small numbers")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 1200:
        pytest.skip("this process may not have so many files open")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 1200), hard))
    left, right = socket.socketpair()
    os.dup2(left.fileno(), 1100)
    with left, right, socket.socket(fileno=1100) as sock:
        sock.setblocking(False)
        yield sock, right
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_descriptor_of_1024_and_more_does_not_look_stale_without_poll(
    high: Tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(select, "poll", raising=False)
    assert not has_news(high[0])
    high[1].send(b"x")
    assert wait_for(lambda: has_news(high[0]))


@pytest.mark.parametrize("selector", ["PollSelector", "EpollSelector", "KqueueSelector"])
def test_a_large_request_waits_on_a_descriptor_of_1024_and_more(
    high: Tuple[socket.socket, socket.socket], selector: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(selectors, selector):
        pytest.skip(f"this system has no {selector}")
    monkeypatch.setattr(network, "_Selector", getattr(selectors, selector))
    data = b"x" * 3_000_000
    arrived = bytearray()

    def drain() -> None:
        while len(arrived) < len(data):
            arrived.extend(high[1].recv(65536))

    reader = threading.Thread(target=drain)
    reader.start()
    network.NetworkStream(high[0]).send(data, time.monotonic() + 30, lambda _: False)
    reader.join(30)
    assert len(arrived) == len(data)


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


needs_proc = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are counted by way of /proc")


@needs_proc
@pytest.mark.parametrize("loops", ["asyncio", "uvloop"])
def test_loops_that_are_closed_by_hand_leave_no_socket(loops: str) -> None:
    if loops == "uvloop":
        uvloop = pytest.importorskip("uvloop")
    with FaultServer(HEALTHY) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # asyncio complains of what a closed loop left open.
        client = AsyncInfinityAssistantClient(KEY, base_url=f"{server.url}/api")
        before = open_files()
        for _ in range(10):
            if loops == "uvloop":
                loop = uvloop.new_event_loop()
                loop.run_until_complete(client.health())
                loop.close()
            else:
                run_asyncio(client.health)
        assert wait_for(lambda: server.open_sockets() <= 1)
        gc.collect()
        assert wait_for(lambda: gc.collect() >= 0 and open_files() - before <= 2)


@pytest.mark.parametrize("way", ["ended", "closed", "dropped"])
def test_loops_of_the_past_are_collected(way: str) -> None:
    loops: List[Any] = []

    async def once(client: Any) -> None:
        loops.append(weakref.ref(asyncio.get_running_loop()))
        await client.health()

    with FaultServer(HEALTHY) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        client = AsyncInfinityAssistantClient(KEY, base_url=f"{server.url}/api")
        for _ in range(5):
            if way == "ended":
                asyncio.run(once(client))
            elif way == "closed":
                run_asyncio(lambda: once(client))
            else:
                asyncio.new_event_loop().run_until_complete(once(client))
        asyncio.set_event_loop(None)
        gc.collect()
        gc.collect()
        assert [loop for loop in loops if loop() is not None] == []


@every_async_backend
def test_a_client_that_is_dropped_in_a_running_loop_leaves_nothing(backend: str) -> None:
    async def main(url: str) -> None:
        import anyio

        for _ in range(3):
            client = AsyncInfinityAssistantClient(KEY, base_url=url)
            await client.health()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ResourceWarning)
                del client
                gc.collect()
        await anyio.sleep(0.05)
        assert server.open_sockets() == 0

    with FaultServer(HEALTHY) as server:
        run(backend, main, f"{server.url}/api")


def test_threads_share_the_tables_of_a_client() -> None:
    """They call, count and close at the same time, with a switch of threads at every other instruction."""
    failures: List[BaseException] = []
    interval = sys.getswitchinterval()

    def call(client: InfinityAssistantClient) -> None:
        try:
            for _ in range(40):
                client.health()
        except BaseException as exc:
            failures.append(exc)

    def look(client: InfinityAssistantClient, over: threading.Event) -> None:
        try:
            while not over.is_set():
                exchange = client._pipeline.exchange  # type: ignore[union-attr]
                assert exchange.idle() >= 0
                exchange.abandon()
        except BaseException as exc:
            failures.append(exc)

    over = threading.Event()
    sys.setswitchinterval(1e-6)
    try:
        with FaultServer(HEALTHY) as server:
            client = InfinityAssistantClient(KEY, base_url=f"{server.url}/api", timeout=20.0, max_connections=4)
            callers = [threading.Thread(target=call, args=(client,)) for _ in range(8)]
            watchers = [threading.Thread(target=look, args=(client, over)) for _ in range(2)]
            for thread in callers + watchers:
                thread.start()
            for thread in callers:
                thread.join(60)
            over.set()
            for thread in watchers:
                thread.join(10)
            client.close()
    finally:
        sys.setswitchinterval(interval)
    assert failures == []


def test_loops_in_threads_share_the_tables_of_a_client() -> None:
    failures: List[BaseException] = []
    interval = sys.getswitchinterval()

    def call(client: AsyncInfinityAssistantClient) -> None:
        try:
            for _ in range(10):
                asyncio.run(client.health())  # type: ignore[arg-type]
                client._pipeline.exchange.idle()  # type: ignore[union-attr]
        except BaseException as exc:
            failures.append(exc)

    sys.setswitchinterval(1e-6)
    try:
        with FaultServer(HEALTHY) as server:
            client = AsyncInfinityAssistantClient(KEY, base_url=f"{server.url}/api", timeout=20.0)
            threads = [threading.Thread(target=call, args=(client,)) for _ in range(6)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(60)
            assert wait_for(lambda: server.open_sockets() == 0)
    finally:
        sys.setswitchinterval(interval)
    assert failures == []


@pytest.mark.usefixtures("short_lives")
def test_a_loop_that_is_closed_by_hand_has_nothing_to_report() -> None:
    """Its user does not call `shutdown_asyncgens`, and the pool goes in the last pass of the loop."""
    reported: List[Any] = []
    with FaultServer(HEALTHY) as server:
        for _ in range(3):
            loop = asyncio.new_event_loop()
            loop.set_exception_handler(lambda loop, context: reported.append(context))
            client = AsyncInfinityAssistantClient(KEY, base_url=f"{server.url}/api")
            loop.run_until_complete(client.health())
            time.sleep(0.5)  # When the loop goes on, the timer that holds the pool is due.
            loop.run_until_complete(client.aclose())
            loop.close()
            del loop, client
            gc.collect()
    assert reported == []
