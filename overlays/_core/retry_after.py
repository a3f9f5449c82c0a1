# SPDX-License-Identifier: MIT
"""How long the service asks to wait (RFC 9110, section 10.2.3, and what others send for the same purpose)."""

from __future__ import annotations

import datetime as dt
import math
import time
from typing import Mapping, Optional

#: A longer value is not a number that anyone meant.
_LONGEST = 32

#: Below this, `X-RateLimit-Reset` counts seconds from now instead of naming a moment; nobody can tell from when. Above
#: the other, it is no date that a calendar has.
_EPOCH, _LAST = 1e9, 1e11


def parse_retry_after(headers: Mapping[str, str], now: float) -> Optional[float]:
    """Seconds to wait from `now` (epoch seconds), by the first header that makes sense, else `None`."""
    for wait in (
        _scale(headers.get("retry-after-ms"), 0.001),
        _scale(headers.get("retry-after"), 1.0),
        _read_date_wait(headers.get("retry-after"), now),
        _read_epoch_wait(headers.get("x-ratelimit-reset"), now),
    ):
        if wait is not None:
            return wait
    return None


def find_response_time(headers: Mapping[str, str]) -> float:
    """Find when a response was made, in epoch seconds, by the clock of whoever made it; by ours if it does not say.

    Moments that the service names are meant by its clock. Ours may be an hour off.
    """
    moment = _parse_date(headers.get("date"))
    return time.time() if moment is None else moment


def parse_number(text: Optional[str]) -> Optional[float]:
    """Parse a finite number that is not negative, else `None`."""
    if text is None or len(text) > _LONGEST or not text.isascii() or "_" in text:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _scale(text: Optional[str], unit: float) -> Optional[float]:
    value = parse_number(text)
    return None if value is None else value * unit


def parse_epoch(text: Optional[str]) -> Optional[float]:
    """Parse a moment in epoch seconds, else `None`."""
    moment = parse_number(text)
    return moment if moment is not None and _EPOCH < moment < _LAST else None


def _read_epoch_wait(text: Optional[str], now: float) -> Optional[float]:
    moment = parse_epoch(text)
    return moment - now if moment is not None and moment > now else None


def _read_date_wait(text: Optional[str], now: float) -> Optional[float]:
    moment = _parse_date(text)
    return moment - now if moment is not None and moment > now else None


def _parse_date(text: Optional[str]) -> Optional[float]:
    """Parse a date in one of the three forms of RFC 9110, section 5.6.7, in epoch seconds."""
    if text is None or len(text) > 64:
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        # A date in the form of asctime has no zone: HTTP dates are always GMT.
        return (moment if moment.tzinfo else moment.replace(tzinfo=dt.timezone.utc)).timestamp()
    except (TypeError, ValueError, OverflowError, OSError, IndexError):
        return None
