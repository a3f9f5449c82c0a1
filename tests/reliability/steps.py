"""What a script can do to a connection."""

from __future__ import annotations

import json
import socket
import struct
import time
from typing import Callable

from .responses import CHAT, DONE, START, response, stream, text
from .server import Exchange, PeerGone, Step, parse_request

read: Step = parse_request
"""Receive the whole request."""


def read_some(exchange: Exchange) -> None:
    """Receive the first bytes of the request, whatever they are."""
    exchange.receive()


def send(data: bytes) -> Step:
    """Send `data` at once."""
    return lambda exchange: exchange.send(data)


def send_now(make: Callable[[Exchange], bytes]) -> Step:
    """Send what `make` returns when its turn comes: a date that lies ahead, the address of another server."""
    return lambda exchange: exchange.send(make(exchange))


def drip(data: bytes, every: float, size: int = 1) -> Step:
    """Send `size` bytes of `data` every so many seconds."""

    def step(exchange: Exchange) -> None:
        for start in range(0, len(data), size):
            exchange.send(data[start : start + size])
            exchange.wait(every)

    return step


def repeat(data: bytes, every: float = 0.0, total: float = float("inf")) -> Step:
    """Send `data` again and again, every so many seconds, until `total` bytes were sent or the client leaves."""

    def step(exchange: Exchange) -> None:
        sent = 0
        while sent < total:
            exchange.send(data)
            sent += len(data)
            if every:
                exchange.wait(every)

    return step


def pause(seconds: float) -> Step:
    """Do nothing for so many seconds."""
    return lambda exchange: exchange.wait(seconds)


def hang(exchange: Exchange) -> None:
    """Do nothing until the client leaves."""
    exchange.wait()


def close(exchange: Exchange) -> None:
    """Close the connection: a FIN, or a RST where the client sent more than was read."""
    exchange.socket.close()


def finish(exchange: Exchange) -> None:
    """Send a FIN and go on to read until the client leaves."""
    exchange.socket.shutdown(socket.SHUT_WR)
    exchange.wait()


def reset(exchange: Exchange) -> None:
    """Close the connection with a RST."""
    exchange.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.socket.close()


def leave_open(seconds: float) -> Step:
    """Hold the connection for so many seconds; go on when the client leaves, too."""

    def step(exchange: Exchange) -> None:
        end = time.monotonic() + seconds
        try:
            exchange.wait(max(end - time.monotonic(), 0))
        except PeerGone:
            return

    return step


def echo(exchange: Exchange) -> None:
    """Respond to a chat with its own message, whole or as a stream, so that a swapped response shows."""
    message = json.loads(exchange.attempt.body)["message"]
    if exchange.attempt.target.endswith("/stream"):
        exchange.send(stream(START, *(text(word) for word in message.split(" ")), DONE))
    else:
        exchange.send(response({**CHAT, "response": message}))
