# SPDX-License-Identifier: MIT. Generated from overlays/_http/trio_network.py: edit that file, then run `make generate`.
"""Connections of a trio run. Only imported by a program that runs on trio."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Callable, Iterator, Optional

import trio

from infinity_assistant._http.interruption import Interruption, waking
from infinity_assistant._http.trio_event import fail_at

if TYPE_CHECKING:
    import ssl

#: How many bytes one read asks for.
BLOCK = 65536

#: A larger request is sent with an eye on what comes back, in bytes.
UNWATCHED = 65536


async def connect(
    host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float, interruption: Optional[Interruption] = None
) -> TrioStream:
    """Connect, with TLS if a context is given, to the first address of `host` that responds."""
    token, scope = trio.lowlevel.current_trio_token(), trio.CancelScope()
    with waking(interruption, lambda: token.run_sync_soon(scope.cancel)), scope:
        return await _open(host, port, tls, deadline)
    raise AssertionError("nobody but the interruption cancels")  # pragma: no cover


async def _open(host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float) -> TrioStream:
    with _failures(deadline, "could not connect in time"):
        raw = RawStream(await trio.open_tcp_stream(host, port))
        if tls is None:
            return TrioStream(raw, raw)
        lower: Any = raw
        # Servers close a connection without a TLS goodbye; the body tells whether it is whole.
        secure: Any = trio.SSLStream(lower, tls, server_hostname=host, https_compatible=True)
        try:
            await secure.do_handshake()
        except BaseException:
            raw.socket.close()
            raise
        return TrioStream(secure, raw)


class NothingReadError(Exception):
    """A stream has nothing to give without reading from the network."""


class RawStream:
    """A TCP connection that TLS may stand on, in two ways not as TLS expects it.

    A failure to send does not end receiving: a server that has had enough of a request closes, but its response is
    there to be read. And while it is `peeking` it does not read, so that one can see whether TLS holds something back.
    """

    def __init__(self, stream: trio.SocketStream) -> None:
        self._stream = stream
        self._sending = trio.CancelScope()
        self.socket: Any = stream.socket
        self.peeking = False

    async def send_all(self, data: bytes) -> None:
        """Send `data`, as long as anybody takes it."""
        try:
            with self._sending:
                await self._stream.send_all(data)
        except trio.BrokenResourceError:
            pass  # The reader will learn of it.
        finally:
            self._sending = trio.CancelScope()

    def stop_sending(self) -> None:
        """Leave out the rest of what is being sent."""
        self._sending.cancel()

    async def receive_some(self, max_bytes: Optional[int] = None) -> bytes:
        """Read from the network."""
        if self.peeking:
            raise NothingReadError
        return bytes(await self._stream.receive_some(max_bytes))


class TrioStream:
    """One connection: `stream` is `raw`, or the TLS on top of it."""

    def __init__(self, stream: Any, raw: RawStream) -> None:
        self._stream = stream
        self._raw = raw
        self._token = trio.lowlevel.current_trio_token()
        self._pid = os.getpid()

    async def send(self, data: bytes, deadline: float, stop: Callable[[bytes], bool]) -> None:
        """Write `data`, all of it unless `stop` says so of what arrives meanwhile."""
        with _failures(deadline, "the request could not be sent in time"):
            if len(data) <= UNWATCHED:
                await self._stream.send_all(data)
                return
            async with trio.open_nursery() as nursery:
                nursery.start_soon(self._watch, stop)
                await self._stream.send_all(data)
                nursery.cancel_scope.cancel()

    async def receive(self, deadline: float) -> bytes:
        """Read what there is, waiting for at least one byte; nothing means the end."""
        with _failures(deadline, "no response in time"):
            return bytes(await self._stream.receive_some(BLOCK))

    def receive_now(self) -> bytes:
        """Return nothing: there is no reading without waiting."""
        return b""

    async def is_stale(self) -> bool:
        """Return whether an idle connection was closed, or spoken to, by the other side."""
        try:
            return bool(self._raw.socket.is_readable()) or await self._holds_back()
        except (OSError, ValueError, trio.BrokenResourceError):
            return True

    def abort(self) -> None:
        """Close without ceremony, from whatever thread; a forked child leaves it to its parent."""
        if self._pid != os.getpid():
            return
        try:
            if trio.lowlevel.current_trio_token() is self._token:
                self._raw.socket.close()
                return
        except RuntimeError:
            pass  # Here is no trio.
        try:
            self._token.run_sync_soon(self._raw.socket.close)
        except trio.RunFinishedError:
            pass  # It was closed with the run.

    def interrupt(self) -> None:
        """Wake the reader: the connection ends."""
        self.abort()

    async def _watch(self, stop: Callable[[bytes], bool]) -> None:
        try:
            arrived = bytes(await self._stream.receive_some(BLOCK))
            while arrived and not stop(arrived):
                arrived = bytes(await self._stream.receive_some(BLOCK))
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            return  # Whoever reads the response will learn of it.
        if arrived:
            self._raw.stop_sending()

    async def _holds_back(self) -> bool:
        """Return whether TLS has read more than was asked for: a record that nobody expects, or a goodbye."""
        if self._stream is self._raw:
            return False
        self._raw.peeking = True
        try:
            await self._stream.receive_some(1)
        except NothingReadError:
            return False
        finally:
            self._raw.peeking = False
        return True


@contextmanager
def _failures(deadline: float, complaint: str) -> Iterator[None]:
    """Raise what the network did, not what trio calls it: an `OSError` that keeps the reason, of TLS as well."""
    try:
        with fail_at(deadline, complaint):
            yield
    except (trio.BrokenResourceError, trio.ClosedResourceError) as exc:
        if isinstance(exc.__cause__, OSError):
            raise exc.__cause__ from None
        raise ConnectionResetError("the connection was closed") from exc
