# SPDX-License-Identifier: MIT
"""HTTP/1.1 as bytes in, bytes out: h11 with the limits that this client wants (RFC 9112)."""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Tuple

import h11

RawHeaders = List[Tuple[bytes, bytes]]

#: The longest head of an answer, in bytes.
MAX_HEAD = 65536

#: The most interim answers (1xx) before the answer itself.
MAX_INTERIM = 100


class Request(NamedTuple):
    """What is sent. The headers hold the key: never log one."""

    method: str
    target: str
    headers: RawHeaders
    body: bytes

    def __repr__(self) -> str:
        return f"<Request {self.method}>"


class Private(bytes):
    """Bytes that do not show in a traceback."""

    def __repr__(self) -> str:
        return f"<{len(self)} private bytes>"


class Head(NamedTuple):
    """The beginning of an answer. Names of headers are in lower case."""

    status: int
    headers: RawHeaders


class ProtocolError(Exception):
    """The other side does not speak HTTP/1.1 as the standard says."""


class Exchanges:
    """The exchanges of one connection, one after another."""

    __slots__ = ("_h11", "_interim", "is_complete")

    def __init__(self) -> None:
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEAD)
        self._interim = 0
        #: Whether the answer has arrived as a whole.
        self.is_complete = False

    def begin(self, request: Request) -> bytes:
        """Return the bytes of `request`."""
        wire, self.is_complete = self._h11, False
        head = wire.send(h11.Request(method=request.method, target=request.target, headers=request.headers))
        body = wire.send(h11.Data(data=request.body)) if request.body else b""
        return Private((head or b"") + (body or b"") + (wire.send(h11.EndOfMessage()) or b""))

    def receive(self, data: bytes) -> None:
        """Take what arrived; nothing means that the other side has closed."""
        if not data and self._h11.their_state is h11.SEND_RESPONSE:
            raise ProtocolError("the connection was closed before an answer came")
        try:
            self._h11.receive_data(data)
        except h11.RemoteProtocolError as exc:
            raise ProtocolError(str(exc)) from None

    def head(self) -> Optional[Head]:
        """The beginning of the answer, or `None` while more bytes are needed."""
        while True:
            event = self._next()
            if isinstance(event, h11.Response):
                return Head(event.status_code, list(event.headers))
            if not isinstance(event, h11.InformationalResponse):
                return None
            self._interim += 1
            if self._interim > MAX_INTERIM:
                raise ProtocolError(f"more than {MAX_INTERIM} interim answers")

    def body(self) -> Tuple[bytes, bool]:
        """What there is of the body now, and whether that is the end of it."""
        pieces: List[bytes] = []
        while not self.is_complete:
            try:
                event = self._next()
            except ProtocolError:
                if pieces:  # They are good; h11 raises again when the next ones are asked for.
                    break
                raise
            if type(event) is h11.Data:
                pieces.append(event.data)
            elif type(event) is h11.EndOfMessage:
                self.is_complete = True
            else:
                break
        return (pieces[0] if len(pieces) == 1 else b"".join(pieces)), self.is_complete

    def again(self) -> bool:
        """Make ready for the next exchange, if the connection is fit for one."""
        wire = self._h11
        if wire.our_state is not h11.DONE or wire.their_state is not h11.DONE or wire.trailing_data != (b"", False):
            return False
        self._h11.start_next_cycle()
        self._interim = 0
        return True

    def _next(self) -> object:
        try:
            return self._h11.next_event()
        except h11.RemoteProtocolError as exc:
            raise ProtocolError(str(exc)) from None
