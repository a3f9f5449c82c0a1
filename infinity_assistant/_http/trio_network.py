# SPDX-License-Identifier: MIT. Generated from overlays/_http/trio_network.py: edit that file, then run `make generate`.
"""Sockets for trio. The same interface as `async_net.AsyncNetworkStream`; see there.

Only imported by a program that runs on trio.
"""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Iterator, Optional

import trio

from infinity_assistant._http.network import BLOCK, is_readable

if TYPE_CHECKING:
    import ssl


async def connect(host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float) -> TrioNetworkStream:
    """Connect, with TLS if a context is given, to the first address of `host` that answers."""
    with _deadline(deadline, "could not connect in time"):
        raw = await trio.open_tcp_stream(host, port)
        if tls is None:
            return TrioNetworkStream(raw, raw.socket)
        # Servers close a connection without a TLS goodbye; the body tells whether it is whole.
        secure: Any = trio.SSLStream(raw, tls, server_hostname=host, https_compatible=True)
        try:
            await secure.do_handshake()
        except BaseException as exc:
            raw.socket.close()
            if isinstance(exc, trio.BrokenResourceError) and isinstance(exc.__cause__, OSError):
                raise exc.__cause__ from None
            raise
        return TrioNetworkStream(secure, raw.socket)


class TrioNetworkStream:
    """One connection of a trio run."""

    def __init__(self, stream: Any, raw: Any) -> None:
        self._stream = stream
        self._raw = raw

    async def send(self, data: bytes, deadline: float) -> None:
        """Write all of `data`."""
        with _deadline(deadline, "the request could not be sent in time"):
            await self._stream.send_all(data)

    async def receive(self, deadline: float) -> bytes:
        """Read what there is, waiting for at least one byte; nothing means the end."""
        with _deadline(deadline, "no answer in time"):
            return bytes(await self._stream.receive_some(BLOCK))

    def receive_now(self) -> bytes:
        """Nothing can be read without waiting."""
        return b""

    def is_stale(self) -> bool:
        """Whether an idle connection was closed, or spoken to, by the other side."""
        try:
            return is_readable(self._raw)
        except (OSError, ValueError):
            return True

    def abort(self) -> None:
        """Close without ceremony."""
        self._raw.close()

    def interrupt(self) -> None:
        """Wake the reader: the connection ends."""
        self._raw.close()


@contextmanager
def _deadline(deadline: float, complaint: str) -> Iterator[None]:
    try:
        with trio.fail_after(math.inf if deadline == math.inf else max(0.0, deadline - time.monotonic())):
            yield
    except trio.TooSlowError:
        raise TimeoutError(complaint) from None
    except (trio.BrokenResourceError, trio.ClosedResourceError) as exc:
        raise ConnectionResetError("the connection was closed") from exc
