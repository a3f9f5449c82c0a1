# SPDX-License-Identifier: MIT. Generated from overlays/_http/http1.py: edit that file, then run `make generate`.
"""HTTP/1.1 as bytes in, bytes out: h11 with the limits that this client wants (RFC 9112)."""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Tuple

import h11

from infinity_assistant._http.framing import Body, body_of

RawHeaders = List[Tuple[bytes, bytes]]

#: The longest head of an answer, in bytes.
MAX_HEAD = 65536

#: The most interim answers (1xx) before the answer itself.
MAX_INTERIM = 100


class Request:
    """What is sent. The headers hold the key: never log one. `sent` says whether a byte of it may have left."""

    __slots__ = ("body", "headers", "method", "sent", "target")

    def __init__(self, method: str, target: str, headers: RawHeaders, body: bytes) -> None:
        self.method, self.target, self.headers, self.body = method, target, headers, body
        self.sent = False

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


class HTTP11Connection:
    """The exchanges of one connection, one after another.

    h11 writes the request and reads the head; the body is read by `framing`. Each exchange has an h11 connection
    of its own: making one costs a microsecond.
    """

    __slots__ = ("_body", "_h11", "_interim", "_keep", "_ready")

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEAD)
        self._interim = 0
        self._body: Optional[Body] = None
        self._ready = b""
        self._keep = True

    @property
    def is_complete(self) -> bool:
        """Whether the answer has arrived as a whole."""
        return self._body is not None and self._body.complete

    def begin(self, request: Request) -> bytes:
        """Return the bytes of `request`."""
        wire = self._h11
        head = wire.send(h11.Request(method=request.method, target=request.target, headers=request.headers))
        body = wire.send(h11.Data(data=request.body)) if request.body else b""
        return Private((head or b"") + (body or b"") + (wire.send(h11.EndOfMessage()) or b""))

    def receive(self, data: bytes) -> None:
        """Take what arrived; nothing means that the other side has closed."""
        body = self._body
        if not data:
            self._keep = False
        if body is None:
            self._receive_head(data)
        elif data:
            self._ready += body.feed(data)
        else:
            body.close()

    def head(self) -> Optional[Head]:
        """The beginning of the answer, or `None` while more bytes are needed."""
        while True:
            event = self._next()
            if isinstance(event, h11.Response):
                return self._answered(event)
            if not isinstance(event, h11.InformationalResponse):
                return None
            self._interim += 1
            if self._interim > MAX_INTERIM:
                raise ProtocolError(f"more than {MAX_INTERIM} interim answers")

    def body(self) -> Tuple[bytes, bool]:
        """What there is of the body now, and whether that is the end of it."""
        ready, self._ready = self._ready, b""
        body = self._body
        if not ready and body is not None and body.failure is not None:
            raise ProtocolError(body.failure)
        return ready, self.is_complete

    def again(self) -> bool:
        """Make ready for the next exchange, if the connection is fit for one."""
        body = self._body
        if body is None or not body.complete or body.surplus or not self._keep:
            return False
        self._start()
        return True

    def _receive_head(self, data: bytes) -> None:
        if not data:
            raise ProtocolError("the connection was closed before an answer came")
        try:
            self._h11.receive_data(data)
        except h11.RemoteProtocolError as exc:
            raise ProtocolError(str(exc)) from None

    def _answered(self, event: h11.Response) -> Head:
        headers = list(event.headers)
        # RFC 9112, section 9.3.
        closing = any(name == b"connection" and b"close" in value.lower() for name, value in headers)
        self._keep = self._keep and event.http_version == b"1.1" and not closing
        self._body = body_of(event.status_code, headers)
        arrived = self._h11.trailing_data[0]
        if arrived:
            self.receive(arrived)
        return Head(event.status_code, headers)

    def _next(self) -> object:
        try:
            return self._h11.next_event()
        except h11.RemoteProtocolError as exc:
            raise ProtocolError(str(exc)) from None
