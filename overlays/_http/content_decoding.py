# SPDX-License-Identifier: MIT
"""The content of a response as it is meant: decompressed, and never larger than allowed."""

from __future__ import annotations

import zlib
from typing import List, Optional

#: The most members of a gzip file that are read. Each costs a copy of what is behind it.
MAX_MEMBERS = 1000


#: JSON of so many bytes cannot take much memory.
HARMLESS = 65536

#: How many bytes of memory JSON may take for each byte that the content may have.
MEMORY_FACTOR = 12


class ContentError(ValueError):
    """The content is larger than allowed, or not in the encoding that its headers name."""


class GzipReader:
    """Decompresses a gzip file, which has one or more members (RFC 1952, section 2.2).

    After the last one nothing may follow: it would be kept, again and again, by a decompressor that has ended.
    """

    def __init__(self) -> None:
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._members = 1
        self._started = False

    @property
    def is_complete(self) -> bool:
        """Whether what was fed is a whole file, or nothing."""
        return self._member.eof or not self._started

    def feed(self, piece: bytes, room: int) -> bytes:
        """Decompress the next piece, but not much farther than `room` bytes."""
        self._started = True
        out: List[bytes] = []
        while piece and room >= 0:
            if self._member.eof:
                self._start_member(piece)
            out.append(self._decompress(piece, room + 1))
            room -= len(out[-1])
            piece = self._member.unused_data
        return out[0] if len(out) == 1 else b"".join(out)

    def _start_member(self, piece: bytes) -> None:
        self._members += 1
        if piece[:1] != b"\x1f" or self._members > MAX_MEMBERS:
            raise ContentError("bytes follow the end of its compressed body")
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)

    def _decompress(self, piece: bytes, most: int) -> bytes:
        try:
            return self._member.decompress(piece, most)
        except zlib.error:
            raise ContentError("its compressed body is broken") from None


class ContentReader:
    """Collects the pieces of one body.

    A few hundred kilobytes of gzip may stand for gigabytes, so pieces are decompressed only as far as `limit`
    bytes allow (RFC 9110, section 8.4).
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._pieces: List[bytes] = []
        self._limit = limit
        self._room = limit
        # What does not compress grows a little.
        self._room_on_wire = limit + limit // 256 + 1024
        self._gzip = _make_gzip_reader(encoding.strip().lower())

    def expect(self, length: str) -> None:
        """Take what the headers say of its length: what is too large need not be read first."""
        if length.isdigit() and int(length[:20]) > self._limit:
            raise self._too_large()

    def feed(self, piece: bytes) -> None:
        """Take the next piece, as it travelled."""
        if self._gzip is not None:
            self._room_on_wire -= len(piece)
            piece = self._gzip.feed(piece, self._room)
        self._room -= len(piece)
        if self._room < 0 or self._room_on_wire < 0:
            raise self._too_large()
        self._pieces.append(piece)

    def finish(self) -> bytes:
        """Return all of it, when the last piece has been fed."""
        if self._gzip is not None and not self._gzip.is_complete:
            raise ContentError("its compressed body is not complete")
        content = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        if len(content) > HARMLESS and estimate_memory(content) > MEMORY_FACTOR * self._limit:
            raise ContentError(f"its JSON has more values than {self._limit} bytes may have (see max_response_bytes)")
        return content

    def _too_large(self) -> ContentError:
        return ContentError(f"its body is larger than {self._limit} bytes (see max_response_bytes)")


def estimate_memory(content: bytes) -> int:
    """Return about how many bytes the values of JSON take in memory; for anything else, its length.

    An empty list is two bytes on the wire and 64 in memory, an object with one field five and some 230.
    """
    if content.lstrip()[:1] not in (b"[", b"{"):
        return len(content)
    return 2 * len(content) + 64 * (content.count(b",") + content.count(b"[")) + 232 * content.count(b"{")


def _make_gzip_reader(encoding: str) -> Optional[GzipReader]:
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip"):
        return GzipReader()
    raise ContentError(f"its content encoding {encoding[:20]!r} was not asked for")
