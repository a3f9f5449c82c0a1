# SPDX-License-Identifier: MIT. Generated from overlays/_models/json_writer.py: edit that file, then run `make generate`.
"""Writing Python values as JSON, as they came where nothing changed."""

from __future__ import annotations

import datetime
from typing import Any, Mapping

from infinity_assistant._models import datetimes as timestamps


def to_json_value(value: Any, travelled: Any) -> Any:
    """Return a Python value as JSON; `travelled` is the JSON it was read from, if it was."""
    if value is travelled:
        return travelled
    if isinstance(value, datetime.datetime):
        return travelled if _is_same_moment(travelled, value) else timestamps.format_timestamp(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        before = travelled if isinstance(travelled, Mapping) else {}
        return {key: to_json_value(item, before.get(key)) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        known = travelled if isinstance(travelled, list) and len(travelled) == len(value) else [None] * len(value)
        return [to_json_value(item, before) for item, before in zip(value, known)]
    return value


def _is_same_moment(travelled: Any, value: datetime.datetime) -> bool:
    return isinstance(travelled, str) and timestamps.parse_timestamp_or_keep(travelled) == value
