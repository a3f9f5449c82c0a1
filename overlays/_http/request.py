# SPDX-License-Identifier: MIT
"""What is sent, and how it is written: by h11, once for each kind of request that a connection carries."""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
from typing import List, NamedTuple, Optional, Tuple

import h11

from infinity_assistant._http.headers import RawHeaders
from infinity_assistant._http.interruption import Interruption

#: The headers in which one call differs from the next.
_OWN = frozenset({b"content-length", b"idempotency-key"})
#: What can stand in a header as it is.
_VISIBLE = bytes(range(0x21, 0x7F))


class Request:
    """What is sent. The headers hold the key: never log one. `sent` says whether a byte of it may have left."""

    __slots__ = ("body", "headers", "interruption", "method", "sent", "target")

    def __init__(self, method: str, target: str, headers: RawHeaders, body: bytes) -> None:
        self.method: str = method
        self.target: str = target
        self.headers: RawHeaders = headers
        self.body: bytes = body
        self.sent: bool = False
        #: How somebody else may give the call up; `None` if nobody can.
        self.interruption: Optional[Interruption] = None

    def __repr__(self) -> str:
        return f"<Request {self.method}>"


class Private(bytes):
    """Bytes that do not show in a traceback."""

    def __repr__(self) -> str:
        return f"<{len(self)} private bytes>"


class _Kind(NamedTuple):
    """What a request has in common with others. It does not show in a traceback."""

    method: str
    target: str
    headers: RawHeaders

    def __repr__(self) -> str:
        return f"<_Kind {self.method}>"


class RequestWriter:
    """Writes the requests of one connection.

    h11 checks each header and takes 20 µs for it, so the head that it wrote last is kept, without the headers that
    differ from call to call. What is kept holds the key.
    """

    __slots__ = ("_head", "_kind")

    def __init__(self) -> None:
        self._kind: Optional[_Kind] = None
        self._head = b""

    def write(self, request: Request) -> Private:
        """Return the bytes of `request`.

        Raises:
            h11.LocalProtocolError: It cannot be written.
        """
        kind, own = _split(request)
        if kind != self._kind:
            self._head = _write_head(kind)
            self._kind = kind
        # The headers say how long the body is, and it is there as a whole: h11 would only pass it on, for 9 µs.
        return Private(b"%s%s\r\n%s" % (self._head, own, request.body))


def _split(request: Request) -> Tuple[_Kind, bytes]:
    """Return the kind of a request, and the lines of the headers that are its own."""
    shared: RawHeaders = []
    own: List[bytes] = []
    for header in request.headers:
        if header[0] in _OWN and header[1] and not header[1].translate(None, _VISIBLE):
            own.append(b"%s: %s\r\n" % header)
        else:
            shared.append(header)
    return _Kind(request.method, request.target, shared), b"".join(own)


def _write_head(kind: _Kind) -> Private:
    """Have h11 write the head of a kind; return it without the empty line at its end."""
    request = h11.Request(method=kind.method, target=kind.target, headers=kind.headers)
    return Private((h11.Connection(h11.CLIENT).send(request) or b"")[:-2])
