# SPDX-License-Identifier: MIT. Generated from overlays/_http/content_decoding.py: edit that file, then run `make generate`.
"""The body of an answer as it is meant: decompressed, and never larger than allowed."""

from __future__ import annotations

import zlib
from typing import Any, List, Optional


class ContentError(ValueError):
    """The body is larger than allowed, or not in the encoding that its headers name."""


class Body:
    """Collects the pieces of one body.

    A few hundred kilobytes of gzip may stand for gigabytes, so pieces are decompressed only as far as `limit`
    bytes allow (RFC 9110, section 8.4).
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._pieces: List[bytes] = []
        self._room = limit
        self._limit = limit
        self._inflate = _decompressor(encoding.strip().lower())

    def expect(self, length: str) -> None:
        """Take what the headers say of its length: what is too large need not be read first."""
        if length.isdigit() and int(length[:20]) > self._limit:
            raise ContentError(f"its body is larger than {self._limit} bytes")

    def feed(self, piece: bytes) -> None:
        """Take the next piece, as it travelled."""
        if self._inflate is not None:
            piece = self._decompressed(self._inflate, piece)
        self._room -= len(piece)
        if self._room < 0:
            raise ContentError(f"its body is larger than {self._limit} bytes")
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """All of it, when the last piece has been fed."""
        if self._inflate is not None and self._pieces and not self._inflate.eof:
            raise ContentError("its compressed body is not complete")
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)

    def _decompressed(self, inflate: Any, piece: bytes) -> bytes:
        try:
            out: bytes = inflate.decompress(piece, self._room + 1)
        except zlib.error:
            raise ContentError("its compressed body is broken") from None
        return out


def _decompressor(encoding: str) -> Optional[Any]:
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip"):
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    raise ContentError(f"its content encoding {encoding[:20]!r} was not asked for")
