# SPDX-License-Identifier: MIT
"""Provide the time and identifiers: real ones, or the same in every run."""

from __future__ import annotations

import base64
import random
import time
import uuid
from datetime import datetime, timedelta, timezone
from typing import Optional

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_FROZEN_AT = 1_767_225_600_000
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def format_iso(milliseconds: int) -> str:
    """Format a time as the service does: `2026-01-01T00:00:00.000Z`."""
    moment = _EPOCH + timedelta(milliseconds=milliseconds)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03d}Z"


class Clock:
    """The current time.

    A frozen clock stays at 2026-01-01T00:00:00Z until `advance` moves it; a running one is shifted by `advance`.
    """

    def __init__(self, frozen: bool = False) -> None:
        self.frozen = frozen
        self._shift = 0

    def advance(self, seconds: float) -> None:
        """Move the clock forward, for instance past the end of a day's quota."""
        self._shift += round(seconds * 1000)

    def now(self) -> int:
        """Return the time in milliseconds since 1970."""
        return (_FROZEN_AT if self.frozen else time.time_ns() // 1_000_000) + self._shift

    def now_iso(self) -> str:
        """Return the time as an ISO date-time."""
        return format_iso(self.now())

    def today(self) -> str:
        """Return today's date, UTC."""
        return self.now_iso()[:10]

    def next_midnight(self) -> str:
        """Return the next midnight, UTC, as an ISO date-time: the time at which a daily quota is reset."""
        midnight = self.now() // 86_400_000 + 1
        return format_iso(midnight * 86_400_000)


class IdGenerator:
    """Makes identifiers and secrets in the service's formats; a seed makes them the same in every run."""

    def __init__(self, clock: Clock, seed: Optional[int] = None) -> None:
        self._clock = clock
        self._random = random.SystemRandom() if seed is None else random.Random(seed)

    def make_stamped(self, prefix: str, length: int) -> str:
        """Make an identifier such as `conv_1767225600000_4hjnz0qki55`."""
        tail = "".join(self._random.choices(_DIGITS, k=length))
        return f"{prefix}_{self._clock.now()}_{tail}"

    def make_uuid(self) -> str:
        """Make a UUID, version 4."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def make_secret(self) -> str:
        """Make 43 base64url characters: 256 bits."""
        raw = self._random.getrandbits(256).to_bytes(32, "big")
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
