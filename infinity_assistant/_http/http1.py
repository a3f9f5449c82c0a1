# SPDX-License-Identifier: MIT. Generated from overlays/_http/http1.py: edit that file, then run `make generate`.
"""HTTP/1.1 as bytes in, bytes out: h11 with the limits that this client wants (RFC 9112)."""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
from typing import NamedTuple, Optional, Tuple

import h11

from infinity_assistant._http.framing import BodyReader, make_body_reader
from infinity_assistant._http.headers import RawHeaders
from infinity_assistant._http.request import Request, RequestWriter

#: The longest head of a response, in bytes.
MAX_HEAD = 65536

#: The most interim responses (1xx) before the response itself.
MAX_INTERIM = 100

#: h11 reads an interim response (1xx) only if it has seen a request, and a final one in any case.
_SOME_REQUEST = h11.Request(method="GET", target="/", headers=[("Host", "localhost")])


class Head(NamedTuple):
    """The beginning of a response. Names of headers are in lower case."""

    status: int
    headers: RawHeaders


class ProtocolError(Exception):
    """The other side does not speak HTTP/1.1 as the standard says."""


class HTTP11Connection:
    """The exchanges of one connection, one after another.

    h11 writes the heads of requests and reads those of responses; the body is read by `framing`. Each exchange has an
    h11 connection of its own: making one costs a microsecond.
    """

    __slots__ = ("_arrived", "_body", "_failure", "_h11", "_head", "_interim", "_keep", "_method", "_ready", "_writer")

    def __init__(self) -> None:
        self._writer = RequestWriter()
        self._start()

    def _start(self) -> None:
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEAD)
        self._interim = 0
        self._arrived = False
        self._method = ""
        self._head: Optional[Head] = None
        self._body: Optional[BodyReader] = None
        self._failure: Optional[ProtocolError] = None
        self._ready = b""
        self._keep = True

    @property
    def is_complete(self) -> bool:
        """Whether the response has arrived as a whole."""
        return self._body is not None and self._body.complete

    def begin(self, request: Request) -> bytes:
        """Return the bytes of `request`."""
        self._method = request.method
        return self._writer.write(request)

    def has_early_response(self, data: bytes) -> bool:
        """Take what arrived while the request was being sent; return whether the rest of it is not wanted any more.

        A server may respond before it has read everything (RFC 9112, section 7.5). What of the request has been left
        out by then is missing on this connection, so that no other can follow.
        """
        try:
            self.receive(data)
            early = self.head() is not None
        except ProtocolError as exc:
            self._failure, early = exc, True
        self._keep = self._keep and not early
        return early

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
        """Return the beginning of the response, or `None` while more bytes are needed."""
        if self._failure is not None:
            raise self._failure
        while self._head is None and self._arrived:
            event = self._next()
            # No classes are derived from these, and they are abstract: `isinstance` takes twice as long.
            if type(event) is h11.Response:
                self._head = self._take_head(event)
            elif type(event) is not h11.InformationalResponse:
                return None
            else:
                self._count_interim()
        return self._head

    def body(self) -> Tuple[bytes, bool]:
        """Return what there is of the body now, and whether that is the end of it."""
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
            begun = self._h11.trailing_data[0]
            raise ProtocolError(f"the connection was closed before {'the head of a' if begun else 'a'} response came")
        foreign = _name_other_protocol(data)
        if foreign:
            raise ProtocolError(f"the other side does not speak HTTP/1.1, but {foreign}")
        if self._h11.our_state is h11.IDLE and not (data[:7] == b"HTTP/1." and data[9:10] > b"1"):
            self._h11.send(_SOME_REQUEST)
        self._arrived = True
        try:
            self._h11.receive_data(data)
        except h11.RemoteProtocolError as exc:
            raise _explain(exc) from None

    def _count_interim(self) -> None:
        self._interim += 1
        if self._interim > MAX_INTERIM:
            raise ProtocolError(f"more than {MAX_INTERIM} interim responses")

    def _take_head(self, event: h11.Response) -> Head:
        headers = [(name.lower(), value) for name, value in event.headers.raw_items()]
        # RFC 9112, section 9.3.
        if event.http_version != b"1.1":
            self._keep = False
        for name, value in headers:
            if name == b"connection" and b"close" in value.lower():
                self._keep = False
        self._body = make_body_reader(event.status_code, headers, self._method)
        arrived = self._h11.trailing_data[0]
        if arrived:
            self.receive(arrived)
        return Head(event.status_code, headers)

    def _next(self) -> object:
        try:
            return self._h11.next_event()
        except h11.RemoteProtocolError as exc:
            raise _explain(exc) from None


def _explain(exc: h11.RemoteProtocolError) -> ProtocolError:
    """Say it without the words of h11, which quote what the other side sent."""
    if exc.error_status_hint == 431:
        return ProtocolError(f"the head of the response is larger than {MAX_HEAD} bytes")
    return ProtocolError("the head of the response is not valid HTTP/1.1")


def _name_other_protocol(data: bytes) -> str:
    """Return what a server speaks that was not asked for, by its first bytes."""
    # RFC 9113, section 3.4: the first frame is SETTINGS (4) on stream 0; GOAWAY (7) may follow at once, or stand alone.
    if data[:1] == b"\0" and data[3:4] in (b"\x04", b"\x07") and data[5:9] == bytes(4):
        return "HTTP/2"
    # RFC 8446, section 5.1: an alert, or a handshake.
    if data[:2] in (b"\x15\x03", b"\x16\x03"):
        return "TLS: base_url should begin with https://"
    return ""
