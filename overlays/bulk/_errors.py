# SPDX-License-Identifier: MIT
"""Why a job stops before its end. What was under way has ended by then, and the journal has it."""

from __future__ import annotations

import datetime as dt
from typing import Optional

from infinity_assistant.errors import InfinityAssistantError


class BulkError(InfinityAssistantError):
    """A job cannot go on."""


class ExecutorError(BulkError):
    """Whoever made a call in another process has failed: nobody knows what became of it."""


class BulkInputError(BulkError, ValueError):
    """The input is not the one that the journal knows, or a call cannot be part of a job."""


class BulkQuotaError(BulkError):
    """The quota of the day is used up. Run the same job again after `reset_at`, and it goes on.

    `reset_at` is when the quota starts anew; `None` if the service did not say.
    """

    reset_at: Optional[dt.datetime] = None
