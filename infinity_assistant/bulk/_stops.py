# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_stops.py: edit that file, then run `make generate`.
"""What ends a whole job at its first response: the quota of the day, a wrong key, a closed client."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Optional

from infinity_assistant._core.retry_policy import LONGEST_HINT
from infinity_assistant.bulk._errors import BulkQuotaError
from infinity_assistant.errors import (
    InfinityAssistantAuthenticationError,
    InfinityAssistantClientClosedError,
    InfinityAssistantError,
    InfinityAssistantPermissionError,
    InfinityAssistantRateLimitError,
)

_FINAL = (
    InfinityAssistantAuthenticationError,
    InfinityAssistantClientClosedError,
    InfinityAssistantPermissionError,
)


def find_stop(error: InfinityAssistantError) -> Optional[InfinityAssistantError]:
    """Return what ends the job, if an error would come again with each call."""
    if isinstance(error, InfinityAssistantRateLimitError) and _is_daily(error):
        return _make_quota_error(error.reset_at)
    return error if isinstance(error, _FINAL) else None


def _is_daily(error: InfinityAssistantRateLimitError) -> bool:
    """Whether this is the quota of the day, and not a gateway that is asked too quickly."""
    if error.reset_at is None:
        return False
    return abs((error.reset_at - dt.datetime.now(dt.timezone.utc)).total_seconds()) > LONGEST_HINT


def note_stop(path: Path, error: BulkQuotaError) -> None:
    """Tell the other partitions of a job until when the quota is used up."""
    path.write_text("" if error.reset_at is None else error.reset_at.isoformat(), "ascii")


def read_stop(path: Path) -> Optional[BulkQuotaError]:
    """Return what another partition has noted, unless it is over."""
    try:
        text = path.read_text("ascii")
    except FileNotFoundError:
        return None
    reset_at = dt.datetime.fromisoformat(text) if text else None
    if reset_at is not None and reset_at <= dt.datetime.now(dt.timezone.utc):
        path.unlink()
        return None
    return _make_quota_error(reset_at)


def _make_quota_error(reset_at: Optional[dt.datetime]) -> BulkQuotaError:
    until = "the service has not said until when" if reset_at is None else f"until {reset_at.isoformat()}"
    error = BulkQuotaError(f"the quota is used up, {until}: run the same job again after that, and it goes on")
    error.reset_at = reset_at
    error.applied = False
    return error
