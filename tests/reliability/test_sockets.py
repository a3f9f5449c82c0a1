"""The counter of sockets that the tests trust."""

from __future__ import annotations

import socket
import struct
from pathlib import Path

import pytest

from .server import HOST, FaultServer
from .servers import Deaf
from .steps import read, send

RESET = struct.pack("ii", 1, 0)


def connect(server: FaultServer) -> socket.socket:
    return socket.create_connection((HOST, server.port), timeout=10)


def test_a_socket_is_counted_until_it_is_closed() -> None:
    with FaultServer([send(b"!")]) as server:
        sock = connect(server)
        assert sock.recv(1) == b"!"
        assert server.open_sockets() == 1
        sock.close()
        assert server.open_sockets() == 0


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system forgets sockets that were reset")
def test_a_socket_that_was_reset_is_counted_where_it_led_and_nowhere_else() -> None:
    def reset(exchange) -> None:
        exchange.receive()
        exchange.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        exchange.socket.close()

    with FaultServer([reset]) as server, FaultServer([read]) as other, connect(server) as sock:
        sock.sendall(b"?")
        try:
            received = sock.recv(1)
        except ConnectionResetError:
            received = b"reset"
        assert received == b"reset"
        assert (server.open_sockets(), other.open_sockets()) == (1, 0)


def test_a_socket_that_is_not_connected_yet_is_counted_by_a_server_that_accepts_nothing() -> None:
    server = Deaf()
    sock = socket.socket()
    try:
        sock.setblocking(False)
        sock.connect_ex((HOST, server.port))
        assert server.open_sockets() == 1
    finally:
        sock.close()
        server.close()
