# SPDX-License-Identifier: MIT
"""Blocking sockets that keep a deadline.

Failures are `OSError`s; a passed deadline is the builtin `TimeoutError`.
"""

from __future__ import annotations

import selectors
import socket
from functools import partial
from time import sleep
from typing import TYPE_CHECKING, Any, Callable, Optional, Tuple, Type, TypeVar

from infinity_assistant._http.address_race import open_socket
from infinity_assistant._http.deadline import remaining_seconds
from infinity_assistant._http.idle_reaper import start_expiry
from infinity_assistant._http.interruption import Interruption, waking
from infinity_assistant._http.liveness import has_news
from infinity_assistant._http.pool import Pool
from infinity_assistant._http.pools import Held
from infinity_assistant._http.resolver import resolve

if TYPE_CHECKING:
    import ssl

__all__ = [
    "NetworkStream",
    "call_in_thread",
    "close_at_loop_end",
    "connect",
    "current_scope",
    "hold",
    "is_cancellation",
    "sleep",
    "start_expiry",
]

T = TypeVar("T")

#: `poll` needs no file of its own; `select` would refuse a descriptor of 1,024 and more.
_Selector: Callable[[], selectors.BaseSelector] = getattr(selectors, "PollSelector", selectors.DefaultSelector)

#: How many bytes one read asks for.
BLOCK = 65536


class _Everywhere:
    """Blocking connections can be used by every thread of the process."""


_EVERYWHERE = _Everywhere()


def current_scope() -> Any:
    """Return who may share connections: here, everyone."""
    return _EVERYWHERE


def hold(pool: Pool[Any]) -> Held[Any]:
    """Keep `pool` as long as its client lives."""
    return lambda: pool


def close_at_loop_end(pool: Pool[Any]) -> bool:
    """Do nothing: blocking connections have no event loop that could end before them."""
    return True


def call_in_thread(function: Callable[[], T], deadline: float, complaint: str) -> T:
    """Call `function`: it holds up nobody but the thread that needs it."""
    return function()


def is_cancellation(exc: BaseException) -> bool:
    """Return False: nobody cancels a blocking wait."""
    return False


class NetworkStream:
    """One connection. `again` are the exceptions that say that it is not ready to read or to write."""

    __slots__ = ("_again", "_ended", "_socket")

    def __init__(self, sock: socket.socket, again: Tuple[Type[OSError], ...] = (BlockingIOError,)) -> None:
        self._socket = sock
        self._again = again
        self._ended = False

    def send(self, data: bytes, deadline: float, stop: Callable[[bytes], bool]) -> None:
        """Write `data`, all of it unless `stop` says so of what arrives meanwhile."""
        view = memoryview(data)
        self._socket.settimeout(0)
        while view:
            try:
                view = view[self._socket.send(view) :]
            except self._again:
                readable = self._wait(remaining_seconds(deadline, "the request could not be sent in time"))
                arrived = self.receive_now() if readable else b""
                if arrived and stop(arrived):
                    return

    def receive(self, deadline: float) -> bytes:
        """Read what there is, waiting for at least one byte; nothing means the end."""
        self._socket.settimeout(remaining_seconds(deadline, "no response in time"))
        try:
            return self._socket.recv(BLOCK)
        except socket.timeout:
            raise TimeoutError("no response in time") from None

    def receive_now(self) -> bytes:
        """Read what has arrived already, without waiting."""
        self._socket.settimeout(0)
        try:
            arrived = self._socket.recv(BLOCK)
        except OSError:
            return b""
        self._ended = not arrived
        return arrived

    def is_stale(self) -> bool:
        """Return whether an idle connection was closed, or spoken to, by the other side."""
        pending = getattr(self._socket, "pending", None)
        if pending is not None and pending():
            return True
        self._socket.settimeout(0)
        return has_news(self._socket)

    def abort(self) -> None:
        """Close without ceremony."""
        self._socket.close()

    def interrupt(self) -> None:
        """Wake a reader in another thread: closing alone would leave it waiting."""
        _shut_down(self._socket)

    def _wait(self, timeout: Optional[float]) -> bool:
        """Wait until it can be written to or read from; return whether there is something to read."""
        # What has ended is readable for ever.
        watched = selectors.EVENT_WRITE | (0 if self._ended else selectors.EVENT_READ)
        with _Selector() as selector:
            selector.register(self._socket, watched)
            return any(events & selectors.EVENT_READ for _, events in selector.select(timeout))


def connect(
    host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float, interruption: Optional[Interruption] = None
) -> NetworkStream:
    """Connect, with TLS if a context is given, to the first address of `host` that responds."""
    sock = open_socket(resolve(host, port, deadline, interruption), deadline, interruption)
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return NetworkStream(sock) if tls is None else _secure(sock, host, tls, deadline, interruption)
    except BaseException:
        sock.close()
        raise


def _shut_down(sock: socket.socket) -> None:
    try:
        # Not the method of SSLSocket, which takes the TLS state away under the reader.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        pass  # It has ended already.


def _secure(
    sock: socket.socket, host: str, tls: ssl.SSLContext, deadline: float, interruption: Optional[Interruption]
) -> NetworkStream:
    import ssl

    # The interpreter keeps the timeout as a deadline of the whole handshake.
    sock.settimeout(remaining_seconds(deadline, "could not connect in time"))
    secure = tls.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
    try:
        with waking(interruption, partial(_shut_down, secure)):
            secure.do_handshake()
    except socket.timeout:
        secure.close()
        raise TimeoutError("could not connect in time") from None
    except BaseException:
        secure.close()
        raise
    return NetworkStream(secure, (ssl.SSLWantReadError, ssl.SSLWantWriteError))
