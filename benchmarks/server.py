"""Responds from memory over loopback, fast enough never to be what is measured.

A base URL says what it wants in its first folder: ``/size=1048576/api`` makes every response that long,
``/events=1000/api`` every stream, ``/events=1,event=16777216,piece=1024/api`` sends one event of 16 MB
in chunks of 1 KB, ``spread=1`` writes each event on its own turn of the loop, ``think=0.01`` that many seconds apart;
a whole response comes after that time. ``limit=100`` lets so many calls pass in a second of the clock, and asks others
to come again in a second; ``slow=15`` keeps the message "Message 0" waiting for so long.
"""

from __future__ import annotations

import asyncio
import functools
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, fields
from typing import Any

import httptools

from benchmarks import responses
from benchmarks.cores import pin, server_cores
from benchmarks.peer_responses import SHAPES

BLOCK = 1000  # events that are written at once when nothing has to be spread


@dataclass(frozen=True)
class Wants:
    """What a base URL asks for."""

    size: int = 1024
    items: int = 200
    events: int = 20
    event: int = 0
    piece: int = 1024
    spread: int = 0
    think: float = 0.0
    slow: float = 0.0
    limit: int = 0


TYPES = {field.name: float if field.name in ("think", "slow") else int for field in fields(Wants)}
#: How many calls have passed the limit in which second, and how many have not.
passed: Counter[int] = Counter()
refused: Counter[str] = Counter()


@functools.lru_cache(maxsize=256)
def split_url(url: bytes) -> tuple[Wants, bytes]:
    """Tell what the first folder wants from the path behind it."""
    path = url.partition(b"?")[0]
    first, _, rest = path[1:].partition(b"/")
    if b"=" not in first:
        return Wants(), path
    pairs = (pair.split("=") for pair in first.decode().split(","))
    wants: dict[str, Any] = {key: TYPES[key](value) for key, value in pairs}
    return Wants(**wants), b"/" + rest


def whole(body: bytes) -> bytes:
    """Return a complete response."""
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body)


def chunk(body: bytes) -> bytes:
    """Return one chunk of a chunked body (RFC 9112, section 7.1)."""
    return b"%x\r\n%s\r\n" % (len(body), body)


HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
END = b"0\r\n\r\n"
TOO_MANY = b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 1\r\ncontent-length: 0\r\n\r\n"
MISSING = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"


@functools.lru_cache(maxsize=64)
def unary(path: bytes, wants: Wants) -> bytes:
    """Return the whole response of a path."""
    if path.endswith(b"/api/chat"):
        return whole(responses.chat(wants.size))
    if path.endswith(b"/api/api-keys"):
        return whole(responses.api_keys(wants.items, wants.size if wants.size > 1024 else 102_400))
    for end, shape in SHAPES.items():
        if path.endswith(end):
            return whole(shape.whole(wants.size))
    return MISSING


@functools.lru_cache(maxsize=64)
def frames(path: bytes, wants: Wants) -> tuple[bytes, bytes, bytes]:
    """Return the first frames, the one that is repeated and the last ones, each as a chunk."""
    for end, shape in SHAPES.items():
        if path.endswith(end):
            return chunk(shape.first), chunk(shape.each), chunk(shape.last)
    return chunk(responses.START), chunk(responses.CHUNK), chunk(responses.DONE)


@functools.lru_cache(maxsize=4)
def big_event(size: int, piece: int) -> bytes:
    """Return one event cut into chunks."""
    event = responses.big_event(size)
    return b"".join(chunk(event[at : at + piece]) for at in range(0, size, piece))


def stats() -> bytes:
    """Return what this process has used, and what it has refused."""
    return whole(json.dumps({"cpu": time.process_time(), "refused": refused.total()}).encode())


def passes(limit: int) -> bool:
    """Count a call, and return whether it is within the limit of this second."""
    second = int(time.monotonic())
    passed[second] += 1
    refused["calls"] += passed[second] > limit
    return passed[second] <= limit


class Connection(asyncio.Protocol):
    """Serves one connection."""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.set_write_buffer_limits(high=1 << 20)
        self.parser = httptools.HttpRequestParser(self)
        self.may_write = asyncio.Event()
        self.may_write.set()
        self.task: asyncio.Task[None] | None = None

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.task:
            self.task.cancel()

    def pause_writing(self) -> None:
        self.may_write.clear()

    def resume_writing(self) -> None:
        self.may_write.set()

    def on_message_begin(self) -> None:
        self.url = self.body = b""

    def on_url(self, url: bytes) -> None:
        self.url += url

    def on_body(self, body: bytes) -> None:
        self.body += body

    def on_message_complete(self) -> None:
        wants, path = split_url(self.url)
        if path == b"/stats":
            self.transport.write(stats())
        elif path.endswith(b"/stream") or b'"stream":true' in self.body.replace(b" ", b""):
            self.task = asyncio.get_running_loop().create_task(self.stream(path, wants))
        elif wants.limit and not passes(wants.limit):
            self.transport.write(TOO_MANY)
        elif wants.think or wants.slow:
            seconds = wants.slow if b'"Message 0"' in self.body else wants.think
            asyncio.get_running_loop().call_later(seconds, self.transport.write, unary(path, wants))
        else:
            self.transport.write(unary(path, wants))

    async def stream(self, path: bytes, wants: Wants) -> None:
        first, each, last = frames(path, wants)
        self.transport.write(HEAD + first)
        if wants.event:
            await self.repeat(big_event(wants.event, wants.piece), wants.events)
        elif wants.spread or wants.think:
            await self.repeat(each, wants.events, wants.think)
        else:
            await self.repeat(each * BLOCK, wants.events // BLOCK)
            self.transport.write(each * (wants.events % BLOCK))
        self.transport.write(last + END)

    async def repeat(self, block: bytes, count: int, think: float = 0.0) -> None:
        for _ in range(count):
            await asyncio.sleep(think)
            await self.may_write.wait()
            self.transport.write(block)


async def serve() -> None:
    """Print the port, and respond until standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def main() -> None:
    """Serve, on the last core when there is more than one."""
    pin(server_cores())
    asyncio.run(serve())


if __name__ == "__main__":
    main()
