# SPDX-License-Identifier: MIT
"""Tell of a job on standard error while it runs: one line that changes on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import List, Optional

from infinity_assistant.bulk import Progress


class Reporter:
    """Writes at most a line in `period` seconds."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._period = 0.2 if self._is_terminal else 10.0
        self._last = 0.0
        self.progress: Optional[Progress] = None

    def note(self, progress: Progress) -> None:
        """Take over the figures, and show them if it is time."""
        self.progress = progress
        now = time.monotonic()
        if sys.stderr is not None and now - self._last >= self._period:
            self._last = now
            end = "\r" if self._is_terminal else "\n"
            print(f"{format_progress(progress):<78}", end=end, file=sys.stderr, flush=True)

    def finish(self) -> None:
        """Leave the line that changes."""
        if self._is_terminal and self.progress is not None:
            print(file=sys.stderr)


def format_progress(progress: Progress) -> str:
    """The figures in one line."""
    total = "" if progress.total is None else f" of {progress.total}"
    parts: List[str] = [f"{progress.done} done{total}"]
    parts += [f"{progress.failed} failed"] if progress.failed else []
    parts += [f"{progress.in_doubt} in doubt"] if progress.in_doubt else []
    parts += [f"{progress.rate:.1f}/s", f"{progress.tokens} tokens"]
    if progress.seconds_left:
        parts.append(f"{format_seconds(progress.seconds_left)} left")
    if progress.quota_remaining is not None:
        parts.append(f"{progress.quota_remaining} messages left today")
    if progress.days is not None and progress.days > 1:
        parts.append(f"{progress.days} days")
    return ", ".join(parts)


def format_seconds(seconds: float) -> str:
    """A time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
