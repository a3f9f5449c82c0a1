# SPDX-License-Identifier: MIT
"""Tell of a job on standard error while it runs: one line that changes on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import Dict, List, Optional

from infinity_assistant.bulk import BulkResult, Progress
from infinity_assistant.cli._terminal.output import print_message

#: So many rows of each kind are named at the end; the output has them all.
_MOST_NAMED = 20


class Reporter:
    """Writes at most a line in `period` seconds."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._period = 0.2 if self._is_terminal else 10.0
        self._last = 0.0
        #: What the line on the terminal is to say when it is left.
        self._latest: Optional[Progress] = None
        self._done = 0
        #: The rows that are not done, by their state.
        self._rows: Dict[str, List[int]] = {"failed": [], "in_doubt": []}

    @property
    def unfinished(self) -> bool:
        """Whether some rows failed or are in doubt."""
        return any(self._rows.values())

    def note(self, progress: Progress) -> None:
        """Take over the figures, and show them if it is time."""
        now = time.monotonic()
        self._latest = progress
        if progress.paused_until is not None:
            self.announce(f"The quota is used up: waiting until {progress.paused_until.isoformat()}.")
        elif sys.stderr is not None and now - self._last >= self._period:
            self._last = now
            _show(progress, "\r" if self._is_terminal else "\n")

    def count(self, result: BulkResult) -> None:
        """Count a result."""
        if result.state == "done":
            self._done += 1
        else:
            self._rows[result.state].append(result.index + 1)

    def announce(self, text: str) -> None:
        """Print a message below the line that changes."""
        self.finish()
        print_message(text)

    def finish(self) -> None:
        """Leave the line that changes."""
        latest, self._latest = self._latest, None
        if self._is_terminal and latest is not None:
            _show(latest, "\n")

    def sum_up(self) -> None:
        """Say what became of the rows, and name those that are not done."""
        failed, doubtful = self._rows["failed"], self._rows["in_doubt"]
        print_message(f"{self._done} done, {len(failed)} failed, {len(doubtful)} in doubt.")
        for title, rows in (("Failed", failed), ("In doubt", doubtful)):
            if rows:
                print_message(f"{title}: {format_rows(rows)}.")


def _show(progress: Progress, end: str) -> None:
    print(f"{format_progress(progress):<78}", end=end, file=sys.stderr, flush=True)


def format_rows(rows: List[int]) -> str:
    """Format the numbers of rows, the first of them if they are many."""
    named = ", ".join(map(str, rows[:_MOST_NAMED]))
    more = len(rows) - _MOST_NAMED
    return f"row{'s' if len(rows) > 1 else ''} {named}{f' and {more} more' if more > 0 else ''}"


def format_progress(progress: Progress) -> str:
    """Format the figures in one line."""
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
    """Format a time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
