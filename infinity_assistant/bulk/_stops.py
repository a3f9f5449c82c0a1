# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_stops.py: edit that file, then run `make generate`.
"""What ends a whole job at its first response: the quota of the day, a wrong key, a closed client."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Optional

from infinity_assistant._core.quota_memory import is_daily
from infinity_assistant.bulk._errors import BulkError, BulkQuotaError, ExecutorError
from infinity_assistant.errors import (
    InfinityAssistantAuthenticationError,
    InfinityAssistantClientClosedError,
    InfinityAssistantError,
    InfinityAssistantPermissionError,
    InfinityAssistantRateLimitError,
)

_FINAL = (
    ExecutorError,
    InfinityAssistantAuthenticationError,
    InfinityAssistantClientClosedError,
    InfinityAssistantPermissionError,
)


def find_stop(error: InfinityAssistantError) -> Optional[InfinityAssistantError]:
    """Return what ends the job, if an error would come again with each call."""
    if isinstance(error, InfinityAssistantRateLimitError) and is_daily(error):
        return _make_quota_error(error.reset_at)
    return error if isinstance(error, _FINAL) else None


def note_stop(path: Path, error: BulkQuotaError) -> None:
    """Tell the other partitions of a job until when the quota is used up."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_text("" if error.reset_at is None else error.reset_at.isoformat(), "ascii")
    new.replace(path)  # In one step, so that nobody reads half of it.


def read_stop(path: Path) -> Optional[BulkQuotaError]:
    """Return what another partition has noted, unless it is over.

    Raises:
        BulkError: The file holds something else.
    """
    try:
        text = path.read_text("ascii")
        reset_at = dt.datetime.fromisoformat(text) if text else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise BulkError(f"{path} is not what a job has noted of its quota: remove it") from None
    if reset_at is not None and reset_at <= dt.datetime.now(dt.timezone.utc):
        path.unlink(missing_ok=True)
        return None
    return _make_quota_error(reset_at)


def _make_quota_error(reset_at: Optional[dt.datetime]) -> BulkQuotaError:
    until = "the service has not said until when" if reset_at is None else f"until {reset_at.isoformat()}"
    error = BulkQuotaError(f"the quota is used up, {until}: run the same job again after that, and it goes on")
    error.reset_at = reset_at
    error.applied = False
    return error
