"""An HTTP server that misbehaves by script.

A script is a list of steps (see `steps`) for one attempt of the client. The
first script is for the first attempt, and so on; the last one repeats. An
attempt begins when a connection is accepted, or when the first byte arrives
on a connection that an earlier script left open.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from dataclasses import dataclass, field
from typing import Callable, Dict, List, Optional, Sequence, Set

import h11

from .sockets import open_sockets

HOST = "127.0.0.1"
RECEIVE = 65536


class PeerGone(Exception):
    """The client closed the connection, or the server is being closed."""


@dataclass
class Attempt:
    """What the server saw of one attempt. Times are `time.monotonic()`."""

    connection: int
    began: float = field(default_factory=time.monotonic)
    method: str = ""
    target: str = ""
    headers: Dict[str, str] = field(default_factory=dict)
    raw_headers: List[tuple] = field(default_factory=list)
    body: bytes = b""
    complete: bool = False
    received: int = 0


class Exchange:
    """One attempt on one connection, as the steps of a script see it."""

    def __init__(self, server: FaultServer, sock: socket.socket, attempt: Attempt, early: bytes = b"") -> None:
        self.server = server
        self.socket = sock
        self.attempt = attempt
        self.early = early

    def receive(self, timeout: Optional[float] = None) -> bytes:
        """The next bytes of the client; none if `timeout` seconds bring none."""
        if self.early:
            data, self.early = self.early, b""
            return data
        self.socket.settimeout(timeout)
        try:
            data = self.socket.recv(RECEIVE)
        except socket.timeout:
            return b""
        if not data:
            raise PeerGone
        self.attempt.received += len(data)
        return data

    def wait(self, seconds: Optional[float] = None) -> None:
        """Wait, but no longer than the client stays. For ever without `seconds`."""
        end = None if seconds is None else time.monotonic() + seconds
        kept = b""
        while end is None or end > time.monotonic():
            kept += self.receive(None if end is None else max(end - time.monotonic(), 0.001))
        self.early = kept

    def send(self, data: bytes) -> None:
        """Send all of `data`."""
        self.socket.settimeout(None)
        self.socket.sendall(data)


Step = Callable[[Exchange], None]
Script = Sequence[Step]


class FaultServer:
    """Runs scripts on an ephemeral port of the loopback interface, and remembers what it saw."""

    def __init__(self, *scripts: Script, tls: Optional[ssl.SSLContext] = None, scheme: str = "") -> None:
        self.scripts = scripts
        self.attempts: List[Attempt] = []
        self.elsewhere: Optional[FaultServer] = None
        self._tls = tls
        self._scheme = scheme or ("https" if tls else "http")
        self._lock = threading.Lock()
        self._sockets: List[socket.socket] = []
        self._threads: List[threading.Thread] = []
        self._connections = 0
        self._clients: Set[int] = set()
        self._closing = False
        self._listener = socket.create_server((HOST, 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)

    @property
    def url(self) -> str:
        """Where the server listens: scheme, address and port."""
        return f"{self._scheme}://{HOST}:{self.port}"

    @property
    def requests(self) -> List[Attempt]:
        """The attempts whose request arrived whole."""
        return [attempt for attempt in self.attempts if attempt.complete]

    def open_sockets(self) -> int:
        """How many sockets of this process lead here, closed by the server or not."""
        return open_sockets(self.port, self._clients)

    def __enter__(self) -> FaultServer:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every socket and wait for every thread."""
        self._closing = True
        wake = socket.socket()
        wake.connect_ex((HOST, self.port))
        self._threads[0].join(5)
        wake.close()
        with self._lock:
            for sock in self._sockets:
                _abort(sock)
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            sock, address = self._listener.accept()
            self._clients.add(address[1])
            if self._closing:
                sock.close()
                return
            self._connections += 1
            self._start(self._serve, sock, self._connections)

    def _serve(self, sock: socket.socket, connection: int) -> None:
        try:
            with self._handshake(sock, connection) as secured:
                with self._lock:
                    self._sockets.append(secured)
                if not self._closing:
                    self._converse(secured, connection)
        except (PeerGone, OSError):
            return  # The client left, which is its right: the attempts say what was seen until then.

    def _handshake(self, sock: socket.socket, connection: int) -> socket.socket:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tls is None:
            return sock
        try:
            return self._tls.wrap_socket(sock, server_side=True)
        except OSError:
            self._begin(connection)
            raise

    def _converse(self, sock: socket.socket, connection: int) -> None:
        exchange, script = self._begin(connection, sock)
        while True:
            for step in script:
                step(exchange)
            if sock.fileno() < 0:
                return
            early = exchange.receive()
            exchange, script = self._begin(connection, sock, early)

    def _begin(self, connection: int, sock: Optional[socket.socket] = None, early: bytes = b"") -> tuple:
        attempt = Attempt(connection)
        with self._lock:
            self.attempts.append(attempt)
            script = self.scripts[min(len(self.attempts), len(self.scripts)) - 1] if self.scripts else ()
        return Exchange(self, sock, attempt, early), script


def _abort(sock: socket.socket) -> None:
    try:
        # Not SSLSocket.shutdown: it drops the TLS state under the thread that reads.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        return  # It was closed before, which is all that is wanted.


def parse_request(exchange: Exchange) -> None:
    """Receive one whole request and note it in the attempt."""
    parser, attempt = h11.Connection(h11.SERVER), exchange.attempt
    while not attempt.complete:
        event = parser.next_event()
        if event is h11.NEED_DATA:
            parser.receive_data(exchange.receive())
        elif isinstance(event, h11.Request):
            attempt.method, attempt.target = event.method.decode(), event.target.decode()
            attempt.raw_headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in event.headers]
            attempt.headers = dict(attempt.raw_headers)
        elif isinstance(event, h11.Data):
            attempt.body += bytes(event.data)
        else:
            attempt.complete = True
