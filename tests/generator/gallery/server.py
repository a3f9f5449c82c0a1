"""A server that responds what it is told, and keeps what arrived."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Arrived(NamedTuple):
    """A request as the server sees it."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def media_type(self) -> str | None:
        """What the body is said to be."""
        return next((value for name, value in self.headers if name.lower() == "content-type"), None)

    @property
    def content(self) -> Any:
        """The body in the form that its header names; `None` if nothing was sent."""
        if self.media_type is None:
            assert not self.body
            return None
        if self.media_type.startswith("multipart/"):
            return dict(_parts(self.body, self.media_type.partition("boundary=")[2]))
        return json.loads(self.body) if self.media_type.endswith("json") else self.body


class Server(ThreadingHTTPServer):
    """A server with one response for all."""

    daemon_threads = True
    response: tuple[int, str, bytes] = (204, "", b"")

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.arrived: list[Arrived] = []

    @property
    def base_url(self) -> str:
        """The address, with a path of its own."""
        return f"http://127.0.0.1:{self.server_port}/api"

    def prepare(self, status: int, media_type: str, content: Any) -> None:
        """Forget what arrived, and respond this from now on; no media type means no body."""
        body = content if isinstance(content, bytes) else content.encode() if isinstance(content, str) else None
        self.response = (status, media_type, json.dumps(content).encode() if body is None else body)
        self.arrived.clear()


@contextmanager
def serve() -> Iterator[Server]:
    """A server that runs meanwhile."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return self._respond
        raise AttributeError(name)

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.arrived.append(Arrived(self.command, self.path, tuple(self.headers.items()), body))
        status, media_type, content = self.server.response
        self.send_response(status)
        if media_type:
            self.send_header("content-type", media_type)
        if status != 204:
            self.send_header("content-length", str(len(content) if media_type else 0))
        self.end_headers()
        if media_type and self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


def _parts(body: bytes, boundary: str) -> Iterator[tuple[str, Any]]:
    found: dict[str, list[Any]] = {}
    for part in body.split(f"--{boundary}".encode())[1:-1]:
        head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
        names = dict(word.split("=") for word in head.decode().splitlines()[0].split("; ")[1:])
        text = content.decode()
        value = (names["filename"].strip('"'), text) if "filename" in names else text
        found.setdefault(names["name"].strip('"'), []).append(value)
    yield from ((name, values[0] if len(values) == 1 else values) for name, values in found.items())
