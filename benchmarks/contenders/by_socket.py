"""Bytes over bare sockets, unread: what the kernel and the server cost, the ceiling of every other contender."""

from __future__ import annotations

import asyncio
import functools
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Callable
from urllib.parse import urlsplit

from benchmarks.contenders import CHUNK, HEADERS, QUESTION, together

END = b"\r\n0\r\n\r\n"


def request(url: str) -> bytes:
    """Return a complete request."""
    body = json.dumps(QUESTION).encode()
    headers = {"host": urlsplit(url).netloc, "content-length": len(body), **HEADERS}
    lines = [f"POST {urlsplit(url).path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def origin(url: str) -> tuple[str, int]:
    """Return the host and the port of `url`."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or 80


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    sent = request(base_url + "/chat")
    with socket.create_connection(origin(base_url)) as connection:

        def one() -> bool:
            connection.sendall(sent)
            return connection.recv(65536).endswith(b"}")

        yield lambda count: sum(one() for _ in range(count))


@contextmanager
def events(base_url: str) -> Iterator[Callable[[int], int]]:
    sent = request(base_url + "/chat/stream")
    with socket.create_connection(origin(base_url)) as connection:

        def one() -> bool:
            connection.sendall(sent)
            piece = connection.recv(65536)
            while not piece.endswith(END):
                piece = piece[-len(END) :] + connection.recv(65536)
            return True

        yield lambda count: sum(one() for _ in range(count))


class Response(asyncio.Protocol):
    """Collects bytes until `end`."""

    def __init__(self, sent: bytes, end: bytes) -> None:
        self._sent, self._end = sent, end
        self.received = b""
        self.complete = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        transport.write(self._sent)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.received += data
        if self.received.endswith(self._end):
            self.transport.close()
            self.complete.set_result(self.received)


@asynccontextmanager
async def async_streams(base_url: str, width: int = 1000) -> AsyncIterator[Callable[[int], object]]:
    sent, loop = request(base_url + "/chat/stream"), asyncio.get_running_loop()
    host, port = origin(base_url)

    async def one() -> int:
        _, response = await loop.create_connection(lambda: Response(sent, END), host, port)
        received: bytes = await response.complete
        return received.count(CHUNK)

    yield lambda count: together.streams(one, count, width)


async_streams_100 = functools.partial(async_streams, width=100)
