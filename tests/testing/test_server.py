"""The emulator behind a real socket."""

from __future__ import annotations

import http.client
import json
import logging
import socket
import sys
import threading
from contextlib import closing
from urllib.error import HTTPError
from urllib.request import Request as Outgoing
from urllib.request import urlopen

import pytest

from infinity_assistant.testing import Emulator, EmulatorError, EmulatorServer, Fault
from infinity_assistant.testing._api.records import Record, RecordedRequest
from infinity_assistant.testing._http.messages import Request
from infinity_assistant.testing._server import body_room, listener, request_reader
from infinity_assistant.testing._server.connection import access_logger
from infinity_assistant.testing._server.listener import _describe_error

HELLO = json.dumps({"message": "Hello"}).encode()
JSON = {"Content-Type": "application/json"}
HEAD = b"POST /api/chat/stream HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
CHUNKED = b"POST /api/chat HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\n"
STREAM = HEAD + b"content-length: %d\r\n\r\n%s" % (len(HELLO), HELLO)


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
    with urlopen(Outgoing(f"{server.url}/chat", HELLO, JSON)) as response:
        assert json.load(response)["metadata"]["model"] == "infinity-agent"
        assert response.headers["Keep-Alive"] == "timeout=5" and response.headers["Transfer-Encoding"] == "chunked"
    assert server.emulator.requests[0].operation == "chat"


def test_one_connection_takes_many_requests(server):
    with closing(http.client.HTTPConnection(server.host, server.port, timeout=10)) as connection:
        calls = [("POST", "/api/chat", 200), ("HEAD", "/api/health", 200), ("DELETE", "/api/chat", 405)]
        for method, path, status in calls:
            connection.request(method, path, *((HELLO, JSON) if method == "POST" else ()))
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
        (b"gibberish\r\n\r\n", b"400"),
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n", b"431"),
        (b"GET /api/health HTTP/1.1\r\nhost: 127.0.0.1\r\nx-padding: " + b"a" * 17_000 + b"\r\n\r\n", b"431"),
        (b"GET /api/health HTTP/1.1\nhost: 127.0.0.1\n\n", b"400"),
        (b"GET /api/health HTTP/1.1\r\nhost: 127.0.0.1\nx-other: 1\r\n\r\n", b"400"),
        (
            HEAD + b"content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
            b"400",
        ),
        (b"POST /api/chat HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcde", b"400"),
        (b"POST /api/chat HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: gzip\r\n\r\n", b"400"),
        (CHUNKED + b"2\n{}\n0\n\n", b"400"),
        (b"GET /api/health HTTP/9.9\r\nhost: 127.0.0.1\r\n\r\n", b"400"),
    ],
)
def test_what_is_no_request_is_rejected_and_the_connection_closed(server, sent, status):
    with connect(server) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        head, _, body = read(line).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 " + status) and b"connection: close" in head
        assert body == b""
    assert server.emulator.requests == []


def test_a_second_request_on_a_connection_is_checked_as_the_first(server):
    good = b"GET /api/health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n"
    for sent in (good + good.replace(b"\r\n", b"\n"), good + b"GET / HTTP/1.1\r\nhost: 127.0.0.1\n\r\n"):
        with connect(server) as line:
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            assert b"HTTP/1.1 400" in read(line)


def test_the_log_says_why_a_request_was_rejected_and_quotes_nothing(server, caplog):
    with caplog.at_level(logging.INFO, access_logger.name), connect(server) as line:
        line.sendall(b"secret gibberish\r\n\r\n")
        line.shutdown(socket.SHUT_WR)
        read(line)
    (message,) = [record.getMessage() for record in caplog.records if "400" in record.getMessage()]
    assert message == "127.0.0.1 400 this is not HTTP/1.1"


def test_a_body_over_10_mib_is_read_to_its_end_and_breaks_the_service(server):
    body = json.dumps({"message": "a" * 11_000_000}).encode()
    with pytest.raises(HTTPError) as caught:
        urlopen(Outgoing(f"{server.base_url}/chat", body, JSON))
    assert caught.value.code == 500 and json.load(caught.value)["error"]["code"] == "INTERNAL_ERROR"
    assert len(server.emulator.requests[0].body) < len(body)


@pytest.mark.parametrize("host", ["db..internal", "a" * 64 + ".example"])
def test_a_host_that_cannot_be_a_name_is_an_error_at_the_start(host):
    server = EmulatorServer(host=host)
    with pytest.raises(EmulatorError, match="is not an address of this machine"):
        server.start()
    server.stop()


def test_whatever_keeps_a_server_from_starting_is_raised(monkeypatch):
    def fail(*arguments, **options):
        raise MemoryError("no room")

    monkeypatch.setattr("asyncio.start_server", fail)
    with pytest.raises(EmulatorError, match="the server failed: MemoryError: no room"):
        EmulatorServer().start()


def test_a_thread_that_cannot_be_started_is_an_error_of_ours(monkeypatch):
    def fail(thread):
        raise RuntimeError("can't start new thread")

    server = EmulatorServer()
    monkeypatch.setattr(threading.Thread, "start", fail)
    with pytest.raises(EmulatorError, match="thread of the server cannot be started: can't start new thread"):
        server.start()
    server.stop()


def test_a_server_starts_once_and_stops_before_it_has_started():
    server = EmulatorServer(frozen=True)
    server.stop()
    with EmulatorServer(frozen=True) as server, pytest.raises(EmulatorError, match="can be started once"):
        server.start()


def test_the_base_url_of_a_server_has_both_names(server):
    assert server.base_url == server.url == f"http://127.0.0.1:{server.port}/api"


def test_a_caller_who_waits_to_send_the_body_is_asked_for_it(server):
    head = HEAD.replace(b"/stream", b"") + b"expect: 100-continue\r\nconnection: close\r\n"
    head += b"content-length: %d\r\n\r\n"
    with connect(server) as line:
        line.sendall(head % len(HELLO))
        assert line.recv(100).startswith(b"HTTP/1.1 100")
        line.sendall(HELLO)
        assert read(line).startswith(b"HTTP/1.1 200 OK")


def test_a_caller_who_sends_nothing_or_half_a_request_is_left_alone(server):
    for sent in (b"", b"POST /api/chat HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 10\r\n\r\nhalf"):
        with connect(server) as line:
            line.sendall(sent)
    with urlopen(f"{server.url}/health") as response:
        assert response.status == 200


def test_an_idle_connection_is_closed(server, monkeypatch):
    monkeypatch.setattr("infinity_assistant.testing._server.request_reader.IDLE", 0.05)
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


def test_stopping_does_not_wait_for_a_response_without_an_end(caplog):
    with EmulatorServer(frozen=True) as server:
        server.emulator.delay(600)
        with connect(server) as line:
            line.sendall(STREAM)
            while not server.emulator.requests:
                line.settimeout(0.01)
                with pytest.raises(socket.timeout):
                    line.recv(1)
            server.stop()
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


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
    ("port", "error", "text"),
    [
        (80, PermissionError(13, "denied"), "port 80 needs administrator rights"),
        (8080, PermissionError(13, "denied"), "port 8080 on h is in use"),  # as Windows says it
        (80, OSError(105, "no buffers"), "cannot listen on h:80: [Errno 105] no buffers"),
    ],
)
def test_other_reasons_are_reported_too(port, error, text):
    assert text in _describe_error("h", port, error)


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


DIGITS = b"9" * 5000
ODD = {
    "a path that is not ASCII": b"GET /api/%C3%A9/ HTTP/1.1\r\n",
    "a line break in a path": b"GET /%0d%0aX:1/ HTTP/1.1\r\n",
    "a preflight that is not ASCII": (
        b"OPTIONS /api/chat HTTP/1.1\r\nOrigin: http://127.0.0.1\r\nAccess-Control-Request-Method: POST\r\n"
        b"Access-Control-Request-Headers: \xc3\xa9\r\n"
    ),
    "a number of 5,000 digits": b"GET /_emulator/requests?after=" + DIGITS + b" HTTP/1.1\r\n",
    "a digit that is not ASCII": b"GET /_emulator/requests?after=%C2%B2 HTTP/1.1\r\n",
    "a key that is not ASCII": b"GET /_emulator HTTP/1.1\r\nX-Emulator-Key: \xff\r\n",
}


@pytest.mark.parametrize("head", ODD.values(), ids=list(ODD))
def test_odd_bytes_get_a_response(server, head):
    with connect(server) as line:
        line.sendall(head + b"Host: 127.0.0.1\r\nConnection: close\r\n\r\n")
        status = read(line).split(b" ")[1]
    assert status in (b"200", b"204", b"308", b"400", b"404")


@pytest.mark.parametrize(
    "path", ["/%5Cevil.example/", "//evil.example/", "/%2F%2Fevil.example/", "/%5C%5Cevil.example/"]
)
def test_a_redirect_never_leads_to_another_host(server, path):
    with closing(http.client.HTTPConnection(server.host, server.port, timeout=10)) as connection:
        connection.request("GET", path)
        location = connection.getresponse().getheader("location")
    assert location.startswith("/") and location[1:2] not in ("/", "\\")


def test_a_request_that_drips_is_given_up_at_its_deadline(server, monkeypatch):
    monkeypatch.setattr(request_reader, "REQUEST_TIMEOUT", 0.5)
    with connect(server) as line, pytest.raises(OSError):
        line.settimeout(0.02)
        for _ in range(1000):
            line.sendall(b"a")
            try:
                if line.recv(100) == b"":
                    raise ConnectionResetError
            except socket.timeout:
                pass
        pytest.fail("the connection is still open")


def test_more_connections_than_there_is_room_for_are_closed(server, monkeypatch):
    monkeypatch.setattr(listener, "MOST_CONNECTIONS", 2)
    request = b"GET /api/health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n"
    with connect(server) as first, connect(server) as second, connect(server) as third:
        for line in (first, second):
            line.sendall(request)
            assert line.recv(100).startswith(b"HTTP/1.1 200")
        assert third.recv(100) == b""


def test_bodies_under_way_share_one_room(server, monkeypatch):
    """Whoever finds it full is told to come back, and the room of those who leave is free again."""
    monkeypatch.setattr(body_room, "MOST_BYTES", 150_000)
    most = HEAD + b"content-length: 100001\r\n\r\n" + b"x" * 100_000
    with connect(server) as first:
        first.sendall(most)
        assert ask_until(server, most, full=True)
    assert ask_until(server, most + b"x", full=False)


def ask_until(server, request, full):
    """Send a request until there is no room for it, or is: what another one takes is seen a little later."""
    for _ in range(1000):
        with connect(server) as line:
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
            if read(line).startswith(b"HTTP/1.1 503 ") == full:
                return True
    return False


def test_the_record_forgets_old_requests_when_their_bodies_are_too_large():
    with Emulator(frozen=True) as emulator:
        for number in range(8):
            emulator.handle(Request("POST", f"/api/{number}", body=b"x" * 9_000_000))
        kept = emulator.requests
    assert [request.path for request in kept] == ["/api/5", "/api/6", "/api/7"]
    assert sum(len(request.body) for request in kept) <= 32 * 1024 * 1024


def test_a_record_whose_latest_request_alone_is_too_large_keeps_it():
    record = Record(most=3, budget=10)
    requests = [
        RecordedRequest(n, "", Request("POST", "/", body=b"x" * n), None, 200) for n in (4, 5, 6, 20, 1, 1, 1, 1)
    ]
    for request in requests:
        record.append(request)
    assert list(record) == requests[-3:]
    record.append(requests[3])
    assert list(record) == [requests[3]]


def test_there_is_room_for_as_many_connections_as_files_may_be_open(monkeypatch):
    resource = pytest.importorskip("resource", reason="Windows has no limit of open files")
    for soft, room in ((256, 192), (10, 1), (resource.RLIM_INFINITY, listener.MOST_CONNECTIONS)):
        monkeypatch.setattr(resource, "getrlimit", lambda _, soft=soft: (soft, soft))
        assert listener.find_room() == room
    monkeypatch.setitem(sys.modules, "resource", None)
    assert listener.find_room() == listener.MOST_CONNECTIONS
