# SPDX-License-Identifier: MIT. Generated from overlays/_http/network.py: edit that file, then run `make generate`.
"""Blocking sockets that keep a deadline.

`deadline` is always an absolute time of `time.monotonic()` in seconds, infinite for no deadline.
Failures are `OSError`s; a passed deadline is the builtin `TimeoutError`.
"""

from __future__ import annotations

import select
import socket
import time
from time import sleep
from typing import TYPE_CHECKING, Any, List, Optional, TypeVar

if TYPE_CHECKING:
    import ssl

__all__ = [
    "NetworkStream",
    "close_at_loop_end",
    "connect",
    "current_scope",
    "is_cancellation",
    "sleep",
    "with_deadline",
]

T = TypeVar("T")

#: How many bytes one read asks for.
BLOCK = 65536


class _Everywhere:
    """Blocking connections can be used by every thread of the process."""


_EVERYWHERE = _Everywhere()


def current_scope() -> Any:
    """Who may share connections: here, everyone."""
    return _EVERYWHERE


def close_at_loop_end(pool: Any) -> bool:
    """Blocking connections have no event loop that could end before them."""
    return True


def is_cancellation(exc: BaseException) -> bool:
    """Return False: nobody cancels a blocking wait."""
    return False


def with_deadline(result: T, deadline: float) -> T:
    """Return `result`: a blocking call has kept its own deadline."""
    return result


class NetworkStream:
    """One connection."""

    __slots__ = ("_socket",)

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock

    def send(self, data: bytes, deadline: float) -> None:
        """Write all of `data`."""
        view = memoryview(data)
        while view:
            self._socket.settimeout(_left(deadline))
            try:
                view = view[self._socket.send(view) :]
            except socket.timeout:
                raise TimeoutError("the request could not be sent in time") from None

    def receive(self, deadline: float) -> bytes:
        """Read what there is, waiting for at least one byte; nothing means the end."""
        self._socket.settimeout(_left(deadline))
        try:
            return self._socket.recv(BLOCK)
        except socket.timeout:
            raise TimeoutError("no answer in time") from None

    def receive_now(self) -> bytes:
        """Read what has arrived already, without waiting."""
        self._socket.settimeout(0)
        try:
            return self._socket.recv(BLOCK)
        except OSError:
            return b""

    def is_stale(self) -> bool:
        """Whether an idle connection was closed, or spoken to, by the other side."""
        try:
            return is_readable(self._socket)
        except (OSError, ValueError):
            return True

    def abort(self) -> None:
        """Close without ceremony."""
        self._socket.close()

    def interrupt(self) -> None:
        """Wake a reader in another thread: closing alone would leave it waiting."""
        try:
            # Not the method of SSLSocket, which takes the TLS state away under the reader.
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        except OSError:
            pass  # It has ended already.


def connect(host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float) -> NetworkStream:
    """Connect, with TLS if a context is given, to the first address of `host` that answers."""
    failures: List[OSError] = []
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        sock = socket.socket(family, kind, protocol)
        try:
            return _established(sock, address, host, tls, deadline)
        except BaseException as exc:
            sock.close()
            if not isinstance(exc, OSError) or time.monotonic() >= deadline:
                raise
            failures.append(exc)
    raise failures[0]


def _established(
    sock: socket.socket, address: Any, host: str, tls: Optional[ssl.SSLContext], deadline: float
) -> NetworkStream:
    try:
        sock.settimeout(_left(deadline))
        sock.connect(address)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls is not None:
            # The interpreter keeps the timeout as a deadline of the whole handshake.
            sock.settimeout(_left(deadline))
            sock = tls.wrap_socket(sock, server_hostname=host)
        return NetworkStream(sock)
    except socket.timeout:
        raise TimeoutError("could not connect in time") from None


def is_readable(sock: socket.socket) -> bool:
    """Whether a read would return at once."""
    if not hasattr(select, "poll"):
        return bool(select.select([sock], [], [], 0)[0])
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(0))


def _left(deadline: float) -> Optional[float]:
    if deadline == float("inf"):
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the deadline has passed")
    return left
