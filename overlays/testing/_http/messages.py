# SPDX-License-Identifier: MIT
"""Describe one exchange: a request as it arrived, a response as it will be sent.

Both are plain values without I/O, so that one core serves a socket, an httpx transport and a test alike.
"""

from __future__ import annotations

import re
from typing import AsyncGenerator, Dict, List, NamedTuple, Optional, Tuple
from urllib.parse import parse_qsl, unquote

from infinity_assistant._service_facts import KEY_HEADER

Headers = Tuple[Tuple[str, str], ...]
Chunk = Tuple[float, bytes]

COMPLETE = "complete"
CUT = "cut"
RESET = "reset"
SILENT = "silent"

#: A larger head gets 431; Node.js, on which the service runs, has this bound.
LARGEST_HEAD = 16 * 1024
SECRET_HEADERS = frozenset(
    {
        "authorization",
        "cookie",
        "set-cookie",
        "proxy-authorization",
        "x-auth-token",
        "x-emulator-key",
        KEY_HEADER.lower(),
    }
)
_SECRET_PARAMETER = re.compile(r"(?i)(?<![^&])([^=&]*(?:key|token|secret|passw|auth)[^=&]*=)[^&]*")


def mask_headers(headers: Headers) -> Dict[str, str]:
    """Return headers by their names in lower case, with credentials masked."""
    return {key.lower(): "***" if key.lower() in SECRET_HEADERS else value for key, value in headers}


class Request(NamedTuple):
    """A request as it arrived: `path` and `query` as sent (percent-encoded), header names in any case."""

    method: str
    path: str
    query: str = ""
    headers: Headers = ()
    body: bytes = b""

    def header(self, name: str) -> Optional[str]:
        """Return the first value of a header, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def query_param(self, name: str) -> Optional[str]:
        """Return the first value of a query parameter, or None."""
        return next((value for key, value in parse_qsl(self.query, keep_blank_values=True) if key == name), None)

    def cookies(self) -> Dict[str, str]:
        """Return the cookies that were sent, percent-decoded; what is no pair of name and value is skipped."""
        pairs = (part.partition("=") for part in (self.header("cookie") or "").split(";"))
        return {name.strip(): unquote(value.strip().strip('"')) for name, equals, value in pairs if equals}

    def measure_head(self) -> int:
        """Return how many bytes the request line and the headers take on the wire."""
        target = len(self.path) + (1 + len(self.query) if self.query else 0)
        lines = len(self.method) + target + len("  HTTP/1.1\r\n") + len("\r\n")
        return lines + sum(len(name) + len(value) + len(": \r\n") for name, value in self.headers)

    def masked_headers(self) -> Dict[str, str]:
        """Return the headers with credentials masked, fit for a log or a screen."""
        return mask_headers(self.headers)

    def masked_query(self) -> str:
        """Return the query with what looks like a credential masked."""
        return _SECRET_PARAMETER.sub(r"\1***", self.query)

    def __repr__(self) -> str:
        query = f"?{self.masked_query()}" if self.query else ""
        return f"<Request {self.method} {self.path}{query}, {len(self.body)} bytes>"


class Duration:
    """The seconds from a request to the end of its response; None until a server has sent that.

    Responses are equal if they say the same, however long each took.
    """

    __slots__ = ("seconds",)

    def __init__(self) -> None:
        self.seconds: Optional[float] = None

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Duration)

    def __hash__(self) -> int:
        return hash(None)


class Response(NamedTuple):
    """A response as it will be sent: status, headers, and the body as (seconds to wait before, bytes) pairs.

    `delay` is waited before the status line. `ending` says how the exchange ends: `complete`; `cut` (the connection is
    closed in the middle of the body); `reset` (it is reset there); `silent` (it is reset before the first byte). Who
    sends it sets `duration`, if there is one.
    """

    status: int
    headers: Headers = ()
    chunks: Tuple[Chunk, ...] = ()
    delay: float = 0.0
    ending: str = COMPLETE
    duration: Optional[Duration] = None
    #: Pieces of the body behind the chunks, read from elsewhere while they are sent.
    live: Optional[AsyncGenerator[bytes, None]] = None

    @property
    def body(self) -> bytes:
        """The whole body in one piece."""
        return b"".join(data for _, data in self.chunks)

    def header(self, name: str) -> Optional[str]:
        """Return the first value of a header, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def with_header(self, name: str, value: str) -> Response:
        """Return a copy with one header set, replacing one of the same name."""
        kept: List[Tuple[str, str]] = [pair for pair in self.headers if pair[0].lower() != name.lower()]
        return self._replace(headers=(*kept, (name, value)))
