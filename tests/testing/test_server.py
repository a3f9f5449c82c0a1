"""The emulator behind a real socket."""

from __future__ import annotations

import http.client
import json
import logging
import socket
import threading
from contextlib import closing
from urllib.request import Request as Outgoing
from urllib.request import urlopen

import pytest

from infinity_assistant.testing import EmulatorError, EmulatorServer, Fault
from infinity_assistant.testing._server.connection import access_logger
from infinity_assistant.testing._server.listener import _describe_error

HELLO = json.dumps({"message": "Hello"}).encode()
STREAM = b"POST /api/chat/stream HTTP/1.1\r\nhost: x\r\ncontent-length: %d\r\n\r\n%s" % (len(HELLO), HELLO)


@pytest.fixture
def server():
    """A server of a frozen emulator."""
    with EmulatorServer(frozen=True) as server:
        yield server


def connect(server):
    """Open a connection."""
    return closing(socket.create_connection((server.host, server.port), timeout=10))


def read(line):
    """Read until the other side closes."""
    return b"".join(iter(lambda: line.recv(65536), b""))


def test_it_serves_the_api_at_its_url(server):
    with urlopen(Outgoing(f"{server.url}/chat", data=HELLO)) as response:
        assert json.load(response)["metadata"]["model"] == "infinity-agent"
        assert response.headers["Keep-Alive"] == "timeout=5" and response.headers["Transfer-Encoding"] == "chunked"
    assert server.emulator.requests[0].operation == "chat"


def test_one_connection_takes_many_requests(server):
    with closing(http.client.HTTPConnection(server.host, server.port, timeout=10)) as connection:
        calls = [("POST", "/api/chat", 200), ("HEAD", "/api/health", 200), ("DELETE", "/api/chat", 405)]
        for method, path, status in calls:
            connection.request(method, path, HELLO if method == "POST" else None)
            response = connection.getresponse()
            assert (response.status, bool(response.read())) == (status, method == "POST")
        used = connection.sock
        connection.request("OPTIONS", "/api/health")
        assert connection.getresponse().read() == b"" and connection.sock is used


def test_a_stream_arrives_while_it_is_made(server):
    """The first event is read while the next is not due for a minute."""
    server.emulator.on_chat().reply_stream(["a", "b"], delay=60)
    with connect(server) as line:
        line.sendall(STREAM)
        received = b""
        while b"event: start" not in received:
            received += line.recv(65536)
        assert b"event: chunk" not in received


def test_a_caller_who_goes_away_ends_the_stream(server):
    """Nothing more is written, and the connection is given up: its log says so at once."""
    lost = threading.Event()
    noticed = logging.Handler()
    noticed.emit = lambda record: lost.set() if record.getMessage() == "connection lost" else None
    access_logger.addHandler(noticed)
    access_logger.setLevel(logging.DEBUG)
    server.emulator.on_chat().reply_stream(["a"] * 5000, delay=0.01)
    with connect(server) as line:
        line.sendall(STREAM)
        line.recv(100)
    assert lost.wait(20)
    access_logger.setLevel(logging.NOTSET)
    access_logger.removeHandler(noticed)


def test_a_caller_who_only_stops_sending_gets_the_whole_response(server):
    with connect(server) as line:
        line.sendall(STREAM.replace(b"host", b"connection: close\r\nhost"))
        line.shutdown(socket.SHUT_WR)
        assert read(line).endswith(b"0\r\n\r\n")


@pytest.mark.parametrize(
    ("fault", "ends"),
    [
        (Fault("cut", after=2), lambda body: body.count(b"event: ") == 2 and not body.endswith(b"0\r\n\r\n")),
        (Fault("trickle", seconds=0.0001), lambda body: body.endswith(b"0\r\n\r\n")),
    ],
)
def test_a_cut_body_lacks_its_end_on_the_wire(server, fault, ends):
    server.emulator.add_fault(fault._replace(operation="chat_stream", times=1))
    with connect(server) as line:
        line.sendall(STREAM.replace(b"host", b"connection: close\r\nhost"))
        assert ends(read(line))


@pytest.mark.parametrize("fault", [Fault("reset"), Fault("reset", after=2, applied=True)])
def test_a_reset_is_a_reset_on_the_wire(server, fault):
    server.emulator.add_fault(fault)
    with connect(server) as line:
        line.sendall(STREAM)
        with pytest.raises(ConnectionResetError):
            read(line)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nhost: x\r\n\r\n", b"431"),
        (b"POST /api/chat HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\n\r\n" + b"a" * 11_000_000, b"413"),
    ],
)
def test_what_is_no_request_is_rejected_and_the_connection_closed(server, sent, status):
    with connect(server) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        assert read(line).startswith(b"HTTP/1.1 " + status)


def test_a_caller_who_waits_to_send_the_body_is_asked_for_it(server):
    head = b"POST /api/chat HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\nconnection: close\r\n"
    head += b"content-length: %d\r\n\r\n"
    with connect(server) as line:
        line.sendall(head % len(HELLO))
        assert line.recv(100).startswith(b"HTTP/1.1 100")
        line.sendall(HELLO)
        assert read(line).startswith(b"HTTP/1.1 200 OK")


def test_a_caller_who_sends_nothing_or_half_a_request_is_left_alone(server):
    for sent in (b"", b"POST /api/chat HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf"):
        with connect(server) as line:
            line.sendall(sent)
    with urlopen(f"{server.url}/health") as response:
        assert response.status == 200


def test_an_idle_connection_is_closed(server, monkeypatch):
    monkeypatch.setattr("infinity_assistant.testing._server.connection.IDLE", 0.05)
    with connect(server) as line:
        assert read(line) == b""


def test_stopping_lets_a_response_end_and_closes_idle_connections():
    server = EmulatorServer(frozen=True, pace=0.02).start()
    with connect(server) as idle, connect(server) as line:
        line.sendall(STREAM)
        received = line.recv(65536)
        server.stop()
        assert (received + read(line)).endswith(b"0\r\n\r\n")
        assert read(idle) == b""
    server.stop()


def test_stopping_does_not_wait_for_a_response_without_an_end():
    with EmulatorServer(frozen=True) as server:
        server.emulator.delay(600)
        with connect(server) as line:
            line.sendall(STREAM)
            while not server.emulator.requests:
                line.settimeout(0.01)
                with pytest.raises(socket.timeout):
                    line.recv(1)
            server.stop()


def test_an_emulator_of_the_caller_stays_open(emulator):
    with EmulatorServer(emulator) as server, urlopen(f"{server.url}/health") as response:
        assert response.status == 200
    assert emulator.conversations == {}


def test_a_busy_port_says_what_to_do(server):
    with pytest.raises(EmulatorError, match=f"port {server.port} on 127.0.0.1 is in use"):
        EmulatorServer(port=server.port).start()


@pytest.mark.parametrize(("host", "port"), [("nowhere.invalid", 0), ("203.0.113.1", 0), ("127.0.0.1", 99999)])
def test_an_address_that_is_none_of_this_machine_says_so(host, port):
    with pytest.raises(EmulatorError, match="is not an address of this machine"):
        EmulatorServer(host=host, port=port).start()


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (PermissionError(13, "denied"), "port 80 needs administrator rights"),
        (OSError(105, "no buffers"), "cannot listen on h:80: [Errno 105] no buffers"),
    ],
)
def test_other_reasons_are_reported_too(error, text):
    assert text in _describe_error("h", 80, error)


def test_many_streams_at_once_are_all_whole(server):
    """A hundred callers, one process, and nobody's stream lacks its end."""
    import asyncio

    server.emulator.quota(-1)
    server.emulator.on_chat().reply_stream(["word "] * 10, delay=0.01)

    async def one():
        reader, writer = await asyncio.open_connection(server.host, server.port)
        writer.write(STREAM.replace(b"host", b"connection: close\r\nhost"))
        body = await reader.read()
        writer.close()
        return body.count(b"event: chunk"), body.endswith(b"0\r\n\r\n")

    async def everybody():
        return await asyncio.gather(*(one() for _ in range(100)))

    assert set(asyncio.run(everybody())) == {(10, True)}


def test_an_address_of_version_six_is_written_in_brackets(emulator):
    assert EmulatorServer(emulator, host="::1", port=80).url == "http://[::1]:80/api"
