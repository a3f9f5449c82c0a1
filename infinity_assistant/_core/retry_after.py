# SPDX-License-Identifier: MIT. Generated from overlays/_core/retry_after.py: edit that file, then run `make generate`.
"""How long the service asks to wait (RFC 9110, section 10.2.3, and what others send for the same purpose)."""

from __future__ import annotations

import datetime as dt
import math
from typing import Mapping, Optional

#: A longer value is not a number that anyone meant.
_LONGEST = 32

#: Below this, `X-RateLimit-Reset` counts seconds from now instead of naming a moment; nobody can tell from when.
_EPOCH = 1e9


def parse_retry_after(headers: Mapping[str, str], now: float) -> Optional[float]:
    """Seconds to wait from `now` (epoch seconds), by the first header that makes sense, else `None`."""
    for wait in (
        _scaled(headers.get("retry-after-ms"), 0.001),
        _scaled(headers.get("retry-after"), 1.0),
        _until_date(headers.get("retry-after"), now),
        _until_epoch(headers.get("x-ratelimit-reset"), now),
    ):
        if wait is not None:
            return wait
    return None


def parse_number(text: Optional[str]) -> Optional[float]:
    """A finite number that is not negative, else `None`."""
    if text is None or len(text) > _LONGEST or not text.isascii() or "_" in text:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _scaled(text: Optional[str], unit: float) -> Optional[float]:
    value = parse_number(text)
    return None if value is None else value * unit


def _until_epoch(text: Optional[str], now: float) -> Optional[float]:
    moment = parse_number(text)
    return moment - now if moment is not None and moment > _EPOCH and moment > now else None


def _until_date(text: Optional[str], now: float) -> Optional[float]:
    if text is None or len(text) > 64:
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        # A date in the form of asctime has no zone: HTTP dates are always GMT.
        wait = (moment if moment.tzinfo else moment.replace(tzinfo=dt.timezone.utc)).timestamp() - now
    except (TypeError, ValueError, OverflowError, OSError, IndexError):
        return None
    return wait if wait > 0 else None
