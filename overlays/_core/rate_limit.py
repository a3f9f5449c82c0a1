# SPDX-License-Identifier: MIT
"""The quota, as the service stated it last."""

from __future__ import annotations

import datetime as dt
from typing import Any, Dict, Mapping, Optional

from infinity_assistant._core.retry_after import parse_number
from infinity_assistant.models import RateLimit


class RateLimitTracker:
    """Learns from what answers say: in their body, else in the headers that the service documents."""

    def __init__(self) -> None:
        self.last: Optional[RateLimit] = None

    def update(self, headers: Mapping[str, str], response: Any) -> None:
        """Take what one answer says, if anything."""
        stated = getattr(response, "rate_limit", None)
        if stated is None and isinstance(response, dict):
            stated = _parse_rate_limit(response.get("rateLimit"))
        if stated is None and "x-ratelimit-limit" in headers:
            stated = _parse_rate_limit(_parse_headers(headers))
        if isinstance(stated, RateLimit):
            self.last = stated


def _parse_rate_limit(stated: Any) -> Optional[RateLimit]:
    try:
        return RateLimit.from_dict(stated) if isinstance(stated, dict) else None
    except ValueError:
        return None


def _parse_headers(headers: Mapping[str, str]) -> Dict[str, Any]:
    """`X-RateLimit-Limit`, `-Remaining`, and `-Reset` in epoch seconds."""
    limit, remaining = (
        parse_number(headers.get("x-ratelimit-limit")),
        parse_number(headers.get("x-ratelimit-remaining")),
    )
    reset = parse_number(headers.get("x-ratelimit-reset"))
    if limit is None or remaining is None:
        return {}
    stated: Dict[str, Any] = {"allowed": remaining > 0, "limit": int(limit), "remaining": int(remaining)}
    if reset is not None and 1e9 < reset < 1e11:
        moment = dt.datetime.fromtimestamp(reset, dt.timezone.utc)
        stated["reset_at"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return stated
