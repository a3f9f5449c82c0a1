# SPDX-License-Identifier: MIT
"""The quota, as the service stated it last."""

from __future__ import annotations

import datetime as dt
from typing import Any, Dict, Mapping, Optional

from infinity_assistant._core.retry_after import number
from infinity_assistant.models import RateLimit


class Quota:
    """Learns from what answers say: in their body, else in the headers that the service documents."""

    def __init__(self) -> None:
        self.last: Optional[RateLimit] = None

    def learn(self, headers: Mapping[str, str], answer: Any) -> None:
        """Take what one answer says, if anything."""
        said = getattr(answer, "rate_limit", None)
        if said is None and isinstance(answer, dict):
            said = _read(answer.get("rateLimit"))
        if said is None and "x-ratelimit-limit" in headers:
            said = _read(_from_headers(headers))
        if isinstance(said, RateLimit):
            self.last = said


def _read(said: Any) -> Optional[RateLimit]:
    try:
        return RateLimit.from_dict(said) if isinstance(said, dict) else None
    except ValueError:
        return None


def _from_headers(headers: Mapping[str, str]) -> Dict[str, Any]:
    """`X-RateLimit-Limit`, `-Remaining`, and `-Reset` in epoch seconds."""
    limit, remaining = number(headers.get("x-ratelimit-limit")), number(headers.get("x-ratelimit-remaining"))
    reset = number(headers.get("x-ratelimit-reset"))
    if limit is None or remaining is None:
        return {}
    said: Dict[str, Any] = {"allowed": remaining > 0, "limit": int(limit), "remaining": int(remaining)}
    if reset is not None and 1e9 < reset < 1e11:
        moment = dt.datetime.fromtimestamp(reset, dt.timezone.utc)
        said["reset_at"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return said
