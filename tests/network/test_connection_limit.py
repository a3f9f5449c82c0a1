"""Connections in use are bounded; who comes first is served first, inside the deadline."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, List

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant import (
    AsyncInfinityAssistantClient,
    InfinityAssistantArgumentError,
    InfinityAssistantClient,
    InfinityAssistantTimeoutError,
)
from infinity_assistant._http import connection_limit
from infinity_assistant._http.connection_limit import ConnectionLimit, Waiter, find_default_limit
from tests.reliability.responses import CHAT, HEALTH, START, STREAM_HEAD, response
from tests.reliability.server import FaultServer
from tests.reliability.steps import echo, hang, pause, read, send

from .play import KEY, Steps, Together, every_backend, play

needs_rlimit = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of open files")


@every_backend
def test_no_more_connections_are_open_than_allowed(backend: str) -> None:
    most: List[int] = []

    def respond(exchange: Any) -> None:
        most.append(server.open_sockets())
        exchange.send(response(HEALTH))

    def steps(client: Any) -> Steps:
        results = yield Together(*[client.health] * 40)
        assert {result.status for result in results} == {"healthy"}

    with FaultServer([read, pause(0.005), respond]) as server:
        play(backend, steps, server.url, max_connections=5, timeout=20.0)
        assert len({attempt.connection for attempt in server.attempts}) == 5
    assert max(most) <= 5


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_who_comes_first_is_served_first(backend: str) -> None:
    import anyio

    async def main(url: str) -> None:
        client = AsyncInfinityAssistantClient(KEY, base_url=url, max_connections=1, timeout=10)
        async with client, anyio.create_task_group() as tasks:
            for number in range(30):
                tasks.start_soon(client.chat, f"{number:02}")
                await anyio.sleep(0)

    with FaultServer([read, echo]) as server:
        anyio.run(main, f"{server.url}/api", backend=backend)
        asked = [request.body for request in server.requests]
    assert len(asked) == 30
    if backend == "asyncio":  # trio starts the tasks of one pass in a random order.
        assert asked == sorted(asked)


@every_backend
def test_a_call_whose_turn_does_not_come_in_time_was_certainly_not_carried_out(backend: str) -> None:
    def steps(client: Any) -> Steps:
        stream = client.chat_stream("hi")
        assert (yield stream.__next__() if backend == "sync" else stream.__anext__()).type == "start"
        for error in (yield Together(*[lambda: client.chat("hi", timeout=0.3)] * 3)):
            assert isinstance(error, InfinityAssistantTimeoutError)
            assert str(error) == "no connection came free in time: all 1 were in use (see max_connections)"
            assert (error.request_sent, error.applied) == (False, False)
        yield stream.close() if backend == "sync" else stream.aclose()
        assert (yield client.chat("hi")).response == "Hello."

    talking = [read, send(STREAM_HEAD + START), hang]
    with FaultServer(talking, [read, send(response(CHAT))]) as server:
        play(backend, steps, server.url, max_connections=1)
        assert len(server.requests) == 2


@every_backend
def test_a_turn_is_given_back_whatever_becomes_of_the_call(backend: str) -> None:
    """A failed connection, a cut response, a stream that was left, an error status."""

    def steps(client: Any) -> Steps:
        for _ in range(3):
            stream = client.chat_stream("hi")
            with pytest.raises(Exception, match=r".") as caught:
                yield client.chat("hi")
            assert "max_connections" not in str(caught.value)
            del stream
        assert (yield client.health()).status == "healthy"

    cut = [read, send(response(HEALTH)[:-5]), lambda exchange: exchange.socket.close()]
    with FaultServer(cut, [read, send(response({"error": "no"}, 400))], cut, [read, send(response(HEALTH))]) as server:
        play(backend, steps, server.url, max_connections=1, timeout=2.0)


@every_backend
def test_copies_share_the_bound(backend: str) -> None:
    def steps(client: Any) -> Steps:
        copies = [client.with_options(timeout=20.0) for _ in range(10)]
        results = yield Together(*[copy.health for copy in copies])
        assert {result.status for result in results} == {"healthy"}

    with FaultServer([read, pause(0.01), send(response(HEALTH))]) as server:
        play(backend, steps, server.url, max_connections=2, timeout=20.0)
        assert len({attempt.connection for attempt in server.attempts}) == 2


@pytest.mark.parametrize("value", [0, -1, 1.5, True, "many"])
def test_a_bound_that_cannot_be_is_refused(value: Any) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="max_connections"):
        InfinityAssistantClient(KEY, max_connections=value)


def test_a_copy_has_no_bound_of_its_own() -> None:
    with InfinityAssistantClient(KEY, max_connections=3) as client:
        assert client.options.max_connections == 3
        with pytest.raises(InfinityAssistantArgumentError, match="its copies share the connections"):
            client.with_options(max_connections=4)  # type: ignore[call-arg]


def test_the_environment_names_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_MAX_CONNECTIONS", "7")
    with InfinityAssistantClient(KEY) as client:
        assert client.options.max_connections == 7


@pytest.mark.parametrize(("files", "connections"), [(None, 1000), (20000, 1000), (1024, 960), (256, 192), (10, 1)])
def test_the_bound_follows_the_limit_of_open_files(
    files: Any, connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limit, "_find_file_limit", lambda: files)
    assert find_default_limit() == connections


CROWD = """
    import asyncio, collections, resource, sys, threading
    from concurrent.futures import ThreadPoolExecutor
    from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient

    url, kind, held = sys.argv[1], sys.argv[2], int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))
    with InfinityAssistantClient(base_url=url) as first:
        first.health()  # Modules are imported when they are first used, and are files, too.
    # So is the library that CPython 3.8 ends a thread with.
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()
    files = [open("/dev/null") for _ in range(held)]

    async def gather():
        async with AsyncInfinityAssistantClient(base_url=url, timeout=60, max_retries=0) as client:
            return await asyncio.gather(*(client.health() for _ in range(200)), return_exceptions=True)

    def call(client):
        try:
            return client.health()
        except Exception as error:
            return error

    if kind == "sync":
        with InfinityAssistantClient(base_url=url, timeout=60, max_retries=0) as client, ThreadPoolExecutor(90) as pool:
            results = list(pool.map(lambda _: call(client), range(200)))
    elif kind == "trio":
        import trio
        results = []
        async def main():
            async def one(client):
                try:
                    results.append(await client.health())
                except Exception as error:
                    results.append(error)
            async with AsyncInfinityAssistantClient(base_url=url, timeout=60, max_retries=0) as client:
                async with trio.open_nursery() as nursery:
                    for _ in range(200):
                        nursery.start_soon(one, client)
        trio.run(main)
    else:
        results = asyncio.run(gather())
    print(dict(collections.Counter(str(r) if isinstance(r, Exception) else "ok" for r in results)))
"""


@needs_rlimit
@pytest.mark.parametrize("held", [0, 90], ids=["files-free", "files-taken-by-others"])
@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])
def test_too_many_open_files_are_waited_for_and_are_no_attempt(kind: str, held: int) -> None:
    """Where others hold so many files that the bound is too high, connections that come back are waited for."""
    with FaultServer([read, pause(0.01), send(response(HEALTH))]) as server:
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(CROWD), f"{server.url}/api", kind, str(held)],
            capture_output=True,
            text=True,
            timeout=90,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
            check=False,
        )
    assert done.stdout.strip() == "{'ok': 200}", done.stderr[-2000:]


@given(size=st.integers(1, 4), moves=st.lists(st.sampled_from(["enter", "leave", "give up"]), max_size=60))
def test_the_line_is_served_in_order_and_no_turn_is_lost(size: int, moves: List[str]) -> None:
    """Against a list of who waits and a number of who is in."""
    limit = ConnectionLimit(size)
    inside, granted, waiting = 0, [], []  # type: ignore[var-annotated]
    for number, move in enumerate(moves):
        if move == "enter" and limit.acquire_nowait():
            assert not waiting
            inside += 1
        elif move == "enter":
            waiting.append((number, limit.enqueue(lambda number=number: granted.append(number))))  # type: ignore[misc]
        elif move == "leave" and inside:
            limit.release()
            if waiting:
                assert granted[-1] == waiting.pop(0)[0]
            else:
                inside -= 1
        elif move == "give up" and waiting:
            limit.cancel(waiting.pop(len(waiting) // 2)[1])
        assert inside <= size
        assert not waiting or inside == size


def test_a_turn_that_comes_as_its_waiter_gives_up_goes_to_the_next() -> None:
    limit = ConnectionLimit(1)
    assert limit.acquire_nowait()
    woken: List[str] = []
    first = limit.enqueue(lambda: woken.append("first"))
    limit.enqueue(lambda: woken.append("second"))
    limit.release()
    limit.cancel(first)
    assert woken == ["first", "second"]


def test_a_waiter_is_woken_once() -> None:
    woken: List[int] = []
    waiter = Waiter(lambda: woken.append(1))
    assert waiter.grant()
    assert not waiter.grant()
    assert not waiter.withdraw()
    assert woken == [1]


def test_threads_never_hold_more_turns_than_there_are() -> None:
    """With a switch of threads at every other instruction."""
    limit, inside, most = ConnectionLimit(3), [], []  # type: ignore[var-annotated]
    interval = sys.getswitchinterval()

    def work(_: int) -> None:
        for _ in range(300):
            if not limit.acquire_nowait():
                turn = threading.Event()
                limit.enqueue(turn.set)
                assert turn.wait(20)
            inside.append(1)
            most.append(len(inside))
            inside.pop()
            limit.release()

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(work, range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert max(most) <= 3
    assert [limit.acquire_nowait() for _ in range(4)] == [True, True, True, False]


INTERRUPTED = """
    import os, signal, sys, threading, time
    from infinity_assistant import InfinityAssistantClient

    client = InfinityAssistantClient(base_url=sys.argv[1], timeout=20.0, max_connections=int(sys.argv[2]))
    made = []

    def call_within(*_):
        made.append(client.health().status)

    client.health()  # An import that is interrupted by its own user is not what this is about.
    signal.signal(signal.SIGALRM, call_within)
    signal.setitimer(signal.ITIMER_REAL, 0.003, 0.003)
    for _ in range(150):
        client.health()
    signal.setitimer(signal.ITIMER_REAL, 0)
    assert len(made) > 5, made
    print("done", flush=True)
    os._exit(0)
"""


@pytest.mark.skipif(not hasattr(__import__("signal"), "setitimer"), reason="there are no timers on this system")
@pytest.mark.parametrize("bound", [50])
def test_a_signal_handler_may_make_a_call_while_another_is_made(bound: int) -> None:
    with FaultServer([read, send(response(HEALTH))]) as server:
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(INTERRUPTED), f"{server.url}/api", str(bound)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.stdout.strip() == "done", done.stderr[-2000:]


FORKED = """
    import os, sys, threading
    from infinity_assistant import InfinityAssistantClient

    client = InfinityAssistantClient(base_url=sys.argv[1], timeout=10.0)
    over = False

    def call():
        while not over:
            client.health()

    client.health()  # Nor is a fork in the midst of an import.
    threads = [threading.Thread(target=call, daemon=True) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(25):
        child = os.fork()
        if not child:
            os._exit(0 if client.health().status == "healthy" else 1)
        assert os.waitpid(child, 0)[1] == 0
    over = True
    print("done", flush=True)
    os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_fork_while_other_threads_call_leaves_a_client_that_works() -> None:
    with FaultServer([read, send(response(HEALTH))]) as server:
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", textwrap.dedent(FORKED), f"{server.url}/api"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.stdout.strip() == "done", done.stderr[-2000:]
    assert time.monotonic() - began < 30
