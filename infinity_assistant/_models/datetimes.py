# SPDX-License-Identifier: MIT. Generated from overlays/_models/datetimes.py: edit that file, then run `make generate`.
"""Dates and times as they travel (RFC 3339)."""

from __future__ import annotations

import datetime
import sys
from typing import Any

from infinity_assistant._models.validation_error import ValidationError, make_type_error

_fromisoformat = datetime.datetime.fromisoformat
if sys.version_info < (3, 11):

    def _fromisoformat(value: str) -> datetime.datetime:
        return datetime.datetime.fromisoformat(value[:-1] + "+00:00" if value[-1:] in "Zz" else value)


def parse_timestamp(value: Any) -> datetime.datetime:
    """Read a date-time of RFC 3339; other forms of ISO 8601 are understood too, more slowly."""
    try:
        return _fromisoformat(value)
    except (TypeError, ValueError):
        return _parse_unusual_timestamp(value)


def parse_timestamp_or_keep(value: Any) -> Any:
    """Read a date-time, or keep what is none."""
    try:
        return _fromisoformat(value)
    except (TypeError, ValueError):
        pass
    try:
        return _parse_unusual_timestamp(value)
    except ValidationError:
        return value


def _parse_unusual_timestamp(value: Any) -> datetime.datetime:
    if not isinstance(value, str):
        raise make_type_error(value, "a date-time")
    from dateutil.parser import isoparse  # only needed here, and slow to import

    try:
        moment: datetime.datetime = isoparse(value)
    except (ValueError, OverflowError):
        raise ValidationError("is not a date-time") from None
    return moment


def parse_date(value: Any) -> datetime.date:
    """Read a full-date of RFC 3339."""
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValidationError("is not a date") from None


def format_timestamp(value: datetime.datetime) -> str:
    """As the service writes it: milliseconds, and `Z` for UTC."""
    return value.isoformat(timespec="milliseconds" if value.microsecond % 1000 == 0 else "auto").replace("+00:00", "Z")
