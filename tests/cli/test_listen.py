"""`webhooks listen`."""

from __future__ import annotations

import argparse
import http.client
import json
import signal
import socket
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple
from urllib.parse import urlsplit

import pytest

from infinity_assistant import webhooks
from infinity_assistant.cli._commands import listen
from infinity_assistant.cli._listen.delivery_handler import DeliveryHandler
from infinity_assistant.cli._listen.forwarder import Forwarder
from infinity_assistant.cli._listen.receiver import LIMIT, Receiver
from infinity_assistant.errors import InfinityAssistantArgumentError
from infinity_assistant.testing import Emulator

from .conftest import Run
from .process import needs_ctrl_c, read_until, start

SECRET = "whsec"
DATA = b'{"conversationId":"conv_1","tiny":1e-7}'
BODY = b'{"event":"chat.message","timestamp":"2026-01-01T00:00:00.000Z","data":' + DATA + b"}"


def headers(**more: str) -> Dict[str, str]:
    """The headers of a delivery."""
    return {
        "Content-Type": "application/json",
        "X-Infinity-Signature": webhooks.sign(DATA, SECRET),
        "X-Infinity-Event": "chat.message",
        "X-Infinity-Webhook-Id": "wh_1",
        **more,
    }


@contextmanager
def serve(receiver: Receiver) -> Iterator[str]:
    """Let a receiver work in a thread, and give its address."""
    with receiver:
        thread = threading.Thread(target=receiver.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield receiver.url
        finally:
            receiver.shutdown()
            thread.join()


def post(url: str, body: bytes, more: Dict[str, str]) -> int:
    """Deliver."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request("POST", "/anywhere", body, more)
        return connection.getresponse().status
    finally:
        connection.close()


@contextmanager
def start_listening(forward: str | None = None, as_json: bool = False) -> Iterator[str]:
    """What `listen` does, in a thread."""
    with Forwarder(forward) as forwarding:
        deliveries = DeliveryHandler(SECRET, forwarding, as_json)
        with serve(Receiver("127.0.0.1", 0, deliveries.receive, deliveries.print_new)) as url:
            yield url
        deliveries.print_new()


def test_a_delivery_is_verified_acknowledged_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with start_listening() as url:
        assert post(url, BODY, headers()) == 200
    first, rest = capsys.readouterr().out.split("\n", 1)
    assert first.endswith("chat.message for wh_1: verified, response 200")
    assert json.loads(rest) == {"conversationId": "conv_1", "tiny": 1e-7}


def test_a_delivery_with_a_wrong_signature_is_rejected(capsys: pytest.CaptureFixture[str]) -> None:
    """The sender is told 401, and what was sent is not printed."""
    with start_listening() as url:
        assert post(url, BODY.replace(b"conv_1", b"conv_2"), headers()) == 401
    out = capsys.readouterr().out
    assert "the signature does not fit" in out
    assert "conv_2" not in out


def test_json_is_one_document_per_delivery(capsys: pytest.CaptureFixture[str]) -> None:
    with start_listening(as_json=True) as url:
        post(url, BODY, headers())
        post(url, BODY, {})
    good, bad = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert good == {
        "verified": True,
        "event": "chat.message",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "webhookId": "wh_1",
        "repeated": 0,
        "data": {"conversationId": "conv_1", "tiny": 1e-7},
        "status": 200,
    }
    assert bad == {"verified": False, "reason": "webhook delivery refused: there is no signature"}


def test_a_repetition_is_acknowledged_and_not_handled_again(capsys: pytest.CaptureFixture[str]) -> None:
    """An error status would count as a failure, and five in a row switch the webhook off."""
    with start_listening() as url:
        assert [post(url, BODY, headers()) for _ in range(3)] == [200, 204, 204]
    out = capsys.readouterr().out
    assert out.count("conv_1") == 1
    assert out.count("received before") == 2


def test_data_that_is_no_object_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """An event of a later version of the service may bring anything."""
    body = b'{"event":"of.tomorrow","timestamp":"2026-01-01T00:00:00.000Z","data":[1]}'
    with start_listening(as_json=True) as url:
        post(url, body, {"X-Infinity-Signature": webhooks.sign(b"[1]", SECRET)})
    assert json.loads(capsys.readouterr().out)["data"] == [1]


def test_what_is_verified_is_sent_on_as_it_came(capsys: pytest.CaptureFixture[str]) -> None:
    """The bytes and the headers are those of the service, and the response is that of the program behind."""
    taken: List[Tuple[bytes, Dict[str, str]]] = []

    def behind(body: bytes, received: Any) -> int:
        taken.append((body, {name.lower(): value for name, value in received.items()}))
        return 503

    with serve(Receiver("127.0.0.1", 0, behind, lambda: None)) as program, start_listening(program) as url:
        assert post(url, BODY, headers(**{"X-More": "yes", "Connection": "close"})) == 503
        assert post(url, BODY, headers(**{"X-Infinity-Signature": "0" * 64})) == 401
    ((body, received),) = taken
    assert body == BODY
    assert webhooks.verify(body, received, SECRET) == DATA
    assert received["x-more"] == "yes"
    assert received["host"] == urlsplit(program).netloc
    assert "response 503" in capsys.readouterr().out


def test_a_program_that_is_not_there_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """The sender is told 502, so that the service counts a failure."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with start_listening(f"http://127.0.0.1:{taken.getsockname()[1]}/") as url:
            assert post(url, BODY, headers()) == 502
    assert "not forwarded: ConnectError" in capsys.readouterr().out


@pytest.mark.parametrize(
    "url", ["localhost:3000", "ftp://example.com", "http://", "http://[", "http://x:99999", "http://x:0"]
)
def test_where_to_forward_to_must_be_an_address(url: str, run: Run) -> None:
    outcome = run("webhooks", "listen", "--secret", SECRET, "--port", 0, "--forward", url)
    assert outcome.code == 2
    assert "--forward must be a URL" in outcome.err


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"Content-Length": "many"}, 411),
        ({"Content-Length": str(LIMIT + 1)}, 413),
        ({"Content-Length": "0" * 30 + "5"}, 413),
        ({"Content-Length": "5"}, 400),
    ],
)
def test_requests_that_are_no_deliveries_are_rejected(more: Dict[str, str], status: int) -> None:
    """A body that is cut, too long, or of unknown length is not read as a delivery."""
    with start_listening() as url:
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
            lines = "".join(f"{name}: {value}\r\n" for name, value in more.items())
            connection.sendall(f"POST / HTTP/1.1\r\n{lines}\r\n{{".encode())
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100).split()[1] == str(status).encode()


def test_a_sender_that_goes_away_does_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    """The next delivery is taken."""

    def broken(body: bytes, received: Any) -> int:
        raise ConnectionResetError

    with serve(Receiver("127.0.0.1", 0, broken, lambda: None)) as url:
        for _ in range(2):
            with pytest.raises(http.client.RemoteDisconnected):
                post(url, BODY, headers())
    assert capsys.readouterr().err == ""


def test_a_fault_of_the_program_is_not_hidden() -> None:
    """It ends the command, which explains it."""

    def faulty(body: bytes, received: Any) -> int:
        raise KeyError("surprise")

    with Receiver("127.0.0.1", 0, faulty, lambda: None) as receiver:
        sender = threading.Thread(target=lambda: pytest.raises(OSError, post, receiver.url, BODY, headers()))
        sender.start()
        with pytest.raises(KeyError, match="surprise"):
            receiver.serve_forever()
    sender.join()


def test_a_port_that_is_taken_is_explained(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = run("webhooks", "listen", "--secret", SECRET, "--port", taken.getsockname()[1])
    assert outcome.code == 2
    assert "the port is in use; choose another with --port" in outcome.err


@pytest.mark.parametrize(("option", "value"), [("--port", "70000"), ("--host", "203.0.113.1")])
def test_an_address_that_cannot_be_is_explained(option: str, value: str, run: Run) -> None:
    outcome = run("webhooks", "listen", "--secret", SECRET, option, value)
    assert outcome.code == 2
    assert "cannot listen on" in outcome.err


def test_without_a_secret_nothing_is_received(run: Run) -> None:
    outcome = run("webhooks", "listen", "--port", 0)
    assert outcome.code == 2
    assert "INFINITY_ASSISTANT_WEBHOOK_SECRET" in outcome.err
    assert run("webhooks", "listen", "--port", 0, "--secret", "  ").code == 2


@pytest.mark.parametrize("source", ["option", "file", "environment"])
def test_the_secret_comes_from_three_places(
    source: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is the regular end of listening: the exit code is 0."""
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    options = {"option": ["--secret", SECRET], "file": ["--secret-file", str(tmp_path / "secret")], "environment": []}
    if source == "environment":
        monkeypatch.setenv("INFINITY_ASSISTANT_WEBHOOK_SECRET", SECRET)
    secrets: List[str] = []

    def interrupted(receiver: Receiver) -> None:
        secrets.append(receiver.receive.__self__._secret)  # type: ignore[attr-defined]
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Receiver, "serve_forever", interrupted)
    outcome = run("webhooks", "listen", "--port", 0, *options[source])
    assert (outcome.code, secrets) == (0, [SECRET])
    assert "Stopped after 0 deliveries." in outcome.err


@needs_ctrl_c
def test_the_service_delivers_to_the_listener(emulator: Emulator, server: Any, run: Run) -> None:
    """From the creation of a webhook to the printed delivery, with nothing faked in between."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    secret = run("webhooks", "create", url, "--event", "chat.message").out.strip()
    with start("webhooks", "listen", "--port", str(urlsplit(url).port), "--secret", secret, "--json") as process:
        assert process.stdout is not None and process.stderr is not None
        read_until(process.stderr, f"Listening on {url}")
        run("chat", "hi")
        delivery = json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert (delivery["verified"], delivery["event"]) == (True, "chat.message")
    assert process.returncode == 0
    assert "Stopped after 1 deliveries." in err


def test_a_reader_that_leaves_ends_the_listening() -> None:
    """`infinity-assistant webhooks listen | head -1` does not listen forever."""
    with start("webhooks", "listen", "--port", "0", "--secret", SECRET, "--json") as process:
        assert process.stdout is not None and process.stderr is not None
        url = read_until(process.stderr, "/.").rpartition(" ")[2].rstrip(".")
        process.stdout.close()
        post(url, BODY, headers())
        process.stderr.read()
    assert process.returncode == 141


def test_a_sender_that_drips_is_in_nobodys_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infinity_assistant.cli._listen.receiver.DEADLINE", 1.0)
    received: List[bytes] = []

    def receive(body: bytes, _: Any) -> int:
        received.append(body)
        return 200

    with serve(Receiver("127.0.0.1", 0, receive, lambda: None)) as url:
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as dripping:
            dripping.sendall(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab")
            assert post(url, BODY, headers()) == 200
            dripping.recv(1000)  # It is given up at its deadline, whatever it sends.
    assert received == [BODY]


def test_more_senders_than_there_is_room_for_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infinity_assistant.cli._listen.receiver.MOST_CONNECTIONS", 1)
    with serve(Receiver("127.0.0.1", 0, lambda body, _: 200, lambda: None)) as url:
        parts = urlsplit(url)
        address = (parts.hostname or "", parts.port or 0)
        with socket.create_connection(address, timeout=10) as first:
            first.sendall(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab")
            with socket.create_connection(address, timeout=10) as second:
                assert second.recv(100) == b""


def test_an_error_of_a_delivery_ends_the_server() -> None:
    def receive(body: bytes, _: Any) -> int:
        raise LookupError("a fault of ours")

    with Receiver("127.0.0.1", 0, receive, lambda: None) as receiver:
        thread = threading.Thread(target=lambda: pytest.raises(http.client.HTTPException, post, receiver.url, BODY, {}))
        thread.start()
        with pytest.raises(LookupError, match="a fault of ours"):
            receiver.serve_forever(0.01)
    thread.join()


def test_it_listens_on_ipv6() -> None:
    try:
        receiver = Receiver("::1", 0, lambda body, _: 200, lambda: None)
    except InfinityAssistantArgumentError:
        pytest.skip("this machine has no IPv6 loopback")
    with serve(receiver) as url:
        assert url.startswith("http://[::1]:")
        assert post(url, BODY, headers()) == 200


def test_headers_of_one_connection_are_not_forwarded_and_odd_ones_are() -> None:
    received: List[Dict[str, str]] = []

    def receive(_: bytes, given: Any) -> int:
        received.append({name.lower(): value for name, value in given.items()})
        return 200

    with serve(Receiver("127.0.0.1", 0, receive, lambda: None)) as url, Forwarder(url) as forwarder:
        kept = {"X-Name": "Zo\xeb", "X-Kept": "1"}
        dropped = {
            "Connection": "close, X-Hop",
            "X-Hop": "1",
            "Transfer-Encoding": "chunked",
            "Proxy-Authorization": "x",
        }
        assert forwarder.forward(BODY, {**kept, **dropped}) == (200, {})
    (arrived,) = received
    assert arrived["x-name"] == "Zo\xeb" and arrived["x-kept"] == "1"
    assert not {"x-hop", "transfer-encoding", "proxy-authorization"} & set(arrived)


def test_a_secret_on_the_command_line_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    for secret, warned in (("whsec", True), (None, False)):
        given = argparse.Namespace(secret=secret, secret_file=None)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("INFINITY_ASSISTANT_WEBHOOK_SECRET", "whsec")
            assert listen._read_secret(given) == "whsec"
        said = capsys.readouterr().err
        assert ("other users of this machine can see --secret" in said) is warned and "whsec" not in said
