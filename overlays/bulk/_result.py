# SPDX-License-Identifier: MIT
"""What became of one call of a job, and how far the job is."""

from __future__ import annotations

import datetime as dt
from typing import Any, Optional

from attrs import field, frozen

from infinity_assistant._models.call import Call
from infinity_assistant.errors import InfinityAssistantError

#: SQLite and others hold whole numbers of 64 bits.
_MOST_TOKENS = 2**63
PLANNED, SENT, DONE, FAILED, IN_DOUBT = "planned", "sent", "done", "failed", "in_doubt"


@frozen
class BulkResult:
    """What became of a call.

    `index` counts the calls of the input from 0. `state` is "done", "failed", or "in_doubt": then the call was under
    way when the connection or the process ended, and nobody knows whether the service carried it out. `response` is
    what the method of the client would have returned; `None` unless done. `error` says in words why it failed, and
    `exception` is the error itself where it happened in this run. `is_replayed` tells what comes from the journal.
    """

    index: int
    call: Call[Any]
    state: str
    response: Any = field(default=None, repr=False)
    error: Optional[str] = None
    exception: Optional[InfinityAssistantError] = field(default=None, repr=False)
    is_replayed: bool = False

    @property
    def conversation_id(self) -> Optional[str]:
        """The conversation of the response, if it has one."""
        found = getattr(self.response, "conversation_id", None)
        return found if isinstance(found, str) else None

    @property
    def tokens(self) -> Optional[int]:
        """How many tokens the service counted, if it says so in a number that can be."""
        found = getattr(getattr(self.response, "metadata", None), "tokens_used", None)
        return found if isinstance(found, int) and abs(found) < _MOST_TOKENS else None


@frozen
class Progress:
    """How far a job is: what `on_progress` is called with, after each call.

    `done`, `failed` and `in_doubt` count the calls that have ended, those of earlier runs included; `running` those
    under way. `total` is the length of the input, if it has one. `rate` is in calls a second, of this run; `tokens` are
    those of this run. `seconds_left` is an estimate. `quota_remaining` and `quota_limit` are messages of today, as the
    service stated them last, and `days` is how many days the rest takes with that limit. `None` is not known.
    `paused_until` is when a job goes on that waits for its quota, else `None`.
    """

    done: int
    failed: int
    in_doubt: int
    running: int
    total: Optional[int]
    rate: float
    tokens: int
    seconds_left: Optional[float]
    quota_remaining: Optional[int]
    quota_limit: Optional[int]
    days: Optional[int]
    paused_until: Optional[dt.datetime] = None
