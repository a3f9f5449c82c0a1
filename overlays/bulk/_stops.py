# SPDX-License-Identifier: MIT
"""What ends a whole job at its first response: the quota of the day, a wrong key, a closed client."""

from __future__ import annotations

import datetime as dt
from typing import Optional

from infinity_assistant._core.quota_memory import is_daily
from infinity_assistant.bulk._errors import BulkQuotaError, ExecutorError
from infinity_assistant.errors import (
    InfinityAssistantAuthenticationError,
    InfinityAssistantClientClosedError,
    InfinityAssistantError,
    InfinityAssistantMissingKeyError,
    InfinityAssistantPermissionError,
    InfinityAssistantRateLimitError,
)

_FINAL = (
    ExecutorError,
    InfinityAssistantAuthenticationError,
    InfinityAssistantClientClosedError,
    InfinityAssistantMissingKeyError,
    InfinityAssistantPermissionError,
)


def find_stop(error: InfinityAssistantError) -> Optional[InfinityAssistantError]:
    """Return what ends the job, if an error would come again with each call."""
    if isinstance(error, InfinityAssistantRateLimitError) and is_daily(error):
        return make_quota_error(error.reset_at)
    return error if isinstance(error, _FINAL) else None


def make_quota_error(reset_at: Optional[dt.datetime]) -> BulkQuotaError:
    """Return what ends a job at the end of its quota."""
    until = "the service has not said until when" if reset_at is None else f"until {reset_at.isoformat()}"
    error = BulkQuotaError(f"the quota is used up, {until}: run the same job again after that, and it goes on")
    error.reset_at = reset_at
    error.applied = False
    return error


def is_refused(error: InfinityAssistantError) -> bool:
    """Return whether the service has looked at the call and refused it."""
    status = error.status_code
    return status is not None and 400 <= status < 500 and status != 408
