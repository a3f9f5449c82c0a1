"""Every address of a host gets its chance, inside the deadline, and what fails says where it failed."""

from __future__ import annotations

import socket
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import ExitStack
from typing import Any, Iterator, List, Tuple

import pytest

from infinity_assistant import (
    InfinityAssistantArgumentError,
    InfinityAssistantClient,
    InfinityAssistantNetworkError,
    InfinityAssistantTimeoutError,
    Timeout,
)
from infinity_assistant._http import async_resolver, resolver, tls
from infinity_assistant._http.exceptions import map_exception
from tests.reliability.responses import HEALTH, response
from tests.reliability.server import HOST, FaultServer
from tests.reliability.steps import read, send

from .play import KEY, Steps, Together, every_async_backend, every_backend, play, run

#: The hosts here are names that no network sees.
pytestmark = pytest.mark.filterwarnings("ignore:the API key travels in clear text")

HEALTHY = [read, send(response(HEALTH))]
NAME = "service.example"


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that swallows packets: the queue of its listener is full, so that connecting gets no response."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind((HOST, 0))
        listener.listen(0)
        for _ in range(4):
            client = stack.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(listener.getsockname())
        time.sleep(0.1)
        yield listener.getsockname()[1]


def find_closed_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as sock:
        sock.bind((HOST, 0))
        return int(sock.getsockname()[1])


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> List[Tuple[str, int]]:
    """What `NAME` resolves to."""
    found: List[Tuple[str, int]] = []
    genuine = socket.getaddrinfo

    def look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        if host not in (NAME, NAME.encode()):
            return genuine(host, *arguments, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return found


def is_healthy(client: Any) -> Steps:
    assert (yield client.health()).status == "healthy"


@every_backend
def test_an_address_that_is_silent_costs_a_moment_and_not_the_call(
    backend: str, silent_port: int, addresses: List[Tuple[str, int]]
) -> None:
    with FaultServer(HEALTHY) as server:
        addresses.extend([(HOST, silent_port), (HOST, server.port)])
        began = time.monotonic()
        play(backend, is_healthy, f"http://{NAME}", timeout=Timeout(total=5, connect=2))
        assert time.monotonic() - began < 1.5


@every_backend
def test_an_address_that_refuses_is_followed_by_the_next(backend: str, addresses: List[Tuple[str, int]]) -> None:
    with FaultServer(HEALTHY) as server:
        addresses.extend([(HOST, find_closed_port()), (HOST, find_closed_port()), (HOST, server.port)])
        play(backend, is_healthy, f"http://{NAME}")


@every_backend
def test_a_host_with_several_addresses_that_all_are_silent_keeps_the_deadline(
    backend: str, silent_port: int, addresses: List[Tuple[str, int]]
) -> None:
    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantTimeoutError, match="could not connect in time") as caught:
            yield client.health()
        assert caught.value.request_sent is False
        assert caught.value.applied is False

    addresses.extend([(HOST, silent_port)] * 3)
    began = time.monotonic()
    play(backend, steps, f"http://{NAME}", timeout=Timeout(total=5, connect=0.8))
    assert 0.7 < time.monotonic() - began < 1.5


@every_backend
def test_the_name_of_this_machine_is_a_host_as_any_other(backend: str) -> None:
    with FaultServer(HEALTHY) as server:
        play(backend, is_healthy, f"http://localhost:{server.port}")


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks came with Python 3.12")
def test_eager_tasks_connect(addresses: List[Tuple[str, int]]) -> None:
    import asyncio

    from infinity_assistant import AsyncInfinityAssistantClient

    async def main(url: str) -> None:
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        async with AsyncInfinityAssistantClient(KEY, base_url=url, timeout=5.0) as client:
            assert (await client.health()).status == "healthy"

    with FaultServer(HEALTHY) as server:
        addresses.extend([(HOST, find_closed_port()), (HOST, server.port)])
        asyncio.run(main(f"http://{NAME}/api"))


@every_backend
def test_a_refused_connection_says_where(backend: str) -> None:
    port = find_closed_port()

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError) as caught:
            yield client.chat("hi")
        assert str(caught.value) == f"could not connect to {HOST}:{port}: Connection refused"
        assert caught.value.applied is False

    play(backend, steps, f"http://{HOST}:{port}")


@pytest.mark.parametrize("number", [10061, 1225])
def test_a_refused_connection_in_the_numbers_of_windows_is_said_in_words(number: int) -> None:
    """`os.strerror` knows none of them, and what `OSError` makes of 1225 is "Invalid argument"."""
    refused = ConnectionRefusedError(22, "localized text")
    refused.winerror = number  # type: ignore[attr-defined]
    assert str(map_exception(refused, sent=False, peer="h:1")) == "could not connect to h:1: Connection refused"


@pytest.fixture
def hanging_resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[List[str]]:
    """A resolver that gives no response before the test ends; the names that it was asked for."""
    asked: List[str] = []
    over = threading.Event()

    def hang(host: Any, port: Any, family: int = 0, kind: int = 0, protocol: int = 0, flags: int = 0, **_: Any) -> Any:
        if flags & socket.AI_NUMERICHOST:  # trio asks for this first, since it never blocks.
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        asked.append(host if isinstance(host, str) else host.decode())
        over.wait(20)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    yield asked
    over.set()


@every_backend
def test_a_name_server_that_is_silent_keeps_the_deadline(backend: str, hanging_resolver: List[str]) -> None:
    """The end of the event loop does not wait for it either."""

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantTimeoutError) as caught:
            yield client.chat("hi")
        assert caught.value.request_sent is False

    began = time.monotonic()
    play(backend, steps, f"http://hangs-for-{backend}.example", timeout=0.5)
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("backend", ["sync", "asyncio"])
def test_a_name_server_that_is_silent_costs_one_thread(backend: str, hanging_resolver: List[str]) -> None:
    def steps(client: Any) -> Steps:
        errors = yield Together(*[client.health] * 20)
        assert {type(error) for error in errors} == {InfinityAssistantTimeoutError}

    play(backend, steps, f"http://{backend}-hangs.example", timeout=0.5)
    assert hanging_resolver == [f"{backend}-hangs.example"]


@every_backend
def test_a_name_that_does_not_exist_is_named(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError) as caught:
            yield client.health()
        assert "host name nowhere.example could not be resolved: Name or service not known" in str(caught.value)

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    play(backend, steps, "http://nowhere.example")


@every_backend
@pytest.mark.parametrize("failure", [RuntimeError("can't start new thread"), LookupError("unknown encoding: idna")])
def test_what_is_no_failure_of_the_network_is_an_error_of_ours_and_not_repeated(
    backend: str, failure: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As at the shutdown of the interpreter, or in a container that allows no threads."""
    calls: List[int] = []

    def fail(*_: Any, **__: Any) -> Any:
        calls.append(1)
        raise failure

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError) as caught:
            yield client.health()
        assert not caught.value.retryable
        assert len(caught.value.attempts) == 1

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    play(backend, steps, "http://fails.example", max_retries=3)
    assert len(calls) == 1


@pytest.mark.parametrize("backend", ["sync", "asyncio"])
def test_where_there_are_no_threads_names_are_resolved_all_the_same(
    backend: str, addresses: List[Tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with FaultServer(HEALTHY) as server:
        addresses.append((HOST, server.port))
        with monkeypatch.context() as patch:
            real = threading.Thread.start
            patch.setattr(
                threading.Thread,
                "start",
                lambda thread: refuse(thread) if thread.name.startswith("infinity-assistant") else real(thread),
            )
            play(backend, is_healthy, f"http://{NAME}")


def test_a_call_at_the_end_of_the_interpreter_works_or_raises_an_error_of_ours() -> None:
    program = """
        import atexit, sys
        from infinity_assistant import InfinityAssistantClient, InfinityAssistantError
        client = InfinityAssistantClient(base_url="http://localhost:9/api", max_retries=0, timeout=2)

        @atexit.register
        def last():
            try:
                client.health()
            except InfinityAssistantError as error:
                print("ours", type(error).__name__)

        class Late:
            def __del__(self):
                try:
                    client.health()
                except InfinityAssistantError as error:
                    print("ours", type(error).__name__)

        sys.modules["late"] = Late()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("ours InfinityAssistantNetworkError")


def test_the_lookups_of_both_kinds_are_over_when_they_are_done(addresses: List[Tuple[str, int]]) -> None:
    addresses.append((HOST, 1))
    assert resolver.resolve(NAME, 1, time.monotonic() + 5)
    assert run("asyncio", async_resolver.resolve, NAME, 1, time.monotonic() + 5)
    assert not resolver._LOOKUPS
    assert not async_resolver._LOOKUPS


@every_backend
def test_a_missing_file_of_certificates_is_an_argument_error_that_names_the_variable(
    backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantArgumentError, match="SSL_CERT_FILE must name a file") as caught:
            yield client.health()
        assert caught.value.argument == "SSL_CERT_FILE"

    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    play(backend, steps, f"https://{HOST}:1", max_retries=3)


def test_a_file_without_certificates_and_a_missing_folder_are_named_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / "empty.pem").write_text("nothing", encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "empty.pem"))
    with pytest.raises(InfinityAssistantArgumentError, match="SSL_CERT_FILE"):
        tls.find_shared_context()
    monkeypatch.setenv("SSL_CERT_FILE", "")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(InfinityAssistantArgumentError, match="SSL_CERT_DIR must name a folder"):
        tls.find_shared_context()


def test_an_empty_variable_for_certificates_is_none_and_tls_is_1_2_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    import ssl

    monkeypatch.setenv("SSL_CERT_FILE", "")
    monkeypatch.setenv("SSL_CERT_DIR", "")
    context = tls.find_shared_context()
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert context.cert_store_stats()["x509_ca"] > 50


@every_async_backend
def test_the_settings_of_tls_are_read_off_the_loop(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a hundred certificates takes longer than a loop may be held up."""
    readers: List[threading.Thread] = []
    genuine = tls.find_shared_context

    def read_slowly() -> Any:
        readers.append(threading.current_thread())
        return genuine()

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError):
            yield client.health()

    monkeypatch.setattr(tls, "find_shared_context", read_slowly)
    play(backend, steps, f"https://{HOST}:{find_closed_port()}")
    assert threading.main_thread() not in readers
    assert len(readers) == 1


def test_a_key_never_shows_in_a_failure_to_connect() -> None:
    client = InfinityAssistantClient(KEY, base_url=f"http://{HOST}:{find_closed_port()}/api", max_retries=0)
    with client, pytest.raises(InfinityAssistantNetworkError) as caught:
        client.chat("a secret of mine")
    assert KEY not in repr(caught.value)
