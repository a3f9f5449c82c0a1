# SPDX-License-Identifier: MIT
"""The quota as a response states it: in its body, else in the headers that the service documents."""

from __future__ import annotations

import datetime as dt
from typing import Any, Dict, Mapping, Optional

from infinity_assistant._core.retry_after import parse_epoch, parse_number
from infinity_assistant.models import RateLimit


def parse_rate_limit(headers: Mapping[str, str], body: Any) -> Optional[RateLimit]:
    """Return the quota that a response states, as results have it; `None` if it states none that can be read."""
    if not _is_stated(body) and not any(f"x-ratelimit-{name}" in headers for name in ("limit", "remaining", "reset")):
        return None
    try:
        return RateLimit.from_dict(read_rate_limit(headers, body))
    except ValueError:
        return None


def read_rate_limit(headers: Mapping[str, str], body: Any) -> Dict[str, Any]:
    """Return what a response states of the quota, in wire names, as far as it makes sense."""
    stated = _read_headers(headers)
    if _is_stated(body):
        stated.update((name, value) for name, value in body["rateLimit"].items() if value is not None)
    return stated


def _is_stated(body: Any) -> bool:
    return isinstance(body, dict) and isinstance(body.get("rateLimit"), dict)


def _read_headers(headers: Mapping[str, str]) -> Dict[str, Any]:
    """`X-RateLimit-Limit`, `-Remaining`, and `-Reset` in epoch seconds."""
    stated: Dict[str, Any] = {}
    for name in ("limit", "remaining"):
        value = parse_number(headers.get(f"x-ratelimit-{name}"))
        if value is not None:
            stated[name] = int(value)
    reset = parse_epoch(headers.get("x-ratelimit-reset"))
    if reset is not None:
        moment = dt.datetime.fromtimestamp(reset, dt.timezone.utc)
        stated["reset_at"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    if "remaining" in stated:
        stated["allowed"] = stated["remaining"] > 0
    return stated
