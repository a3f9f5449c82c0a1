# SPDX-License-Identifier: MIT
"""Which call of a job is next, and what became of those before. Nothing here waits, and nothing is sent.

Runners ask it, one worker at a time; what more may do at once says so.
"""

from __future__ import annotations

import datetime as dt
import time
from typing import Any, Iterable, Optional, Sized, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._counts import Counts
from infinity_assistant.bulk._errors import BulkQuotaError
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._notes import Note, describe_request
from infinity_assistant.bulk._reader import Reader
from infinity_assistant.bulk._result import DONE, FAILED, IN_DOUBT, PLANNED, SENT, BulkResult
from infinity_assistant.bulk._results import ResultQueue
from infinity_assistant.bulk._rows import Row, RowQueue
from infinity_assistant.bulk._settings import Settings
from infinity_assistant.bulk._start_rate import StartRate
from infinity_assistant.bulk._stops import find_stop, is_refused
from infinity_assistant.errors import InfinityAssistantError


class Ledger:
    """The calls of a job. Runners take rows with `take`, and give back what became of them."""

    def __init__(self, calls: Iterable[Call[Any]], journal: Journal, settings: Settings) -> None:
        self.settings = settings
        self.results = ResultQueue(settings.ordered)
        self.start_rate = StartRate(settings.rate)
        #: Why no more calls are made; raised when those under way have ended.
        self.stop: Optional[InfinityAssistantError] = None
        self._counts = Counts(len(calls) if isinstance(calls, Sized) else None)
        self._journal = journal
        self._reader = Reader(calls, journal, settings)
        self._is_being_read = False
        self._rows = RowQueue()
        #: So many rows may be read ahead of the oldest one that is not finished: memory stays bounded.
        self._window = max(1000, 10 * settings.concurrency)
        self._running = 0

    @property
    def is_over(self) -> bool:
        """Whether no call is under way, and none will be made."""
        return not self._running and (self.stop is not None or (self._reader.has_ended and not self._rows))

    @property
    def is_ending(self) -> bool:
        """Whether no call is to begin any more."""
        return self.stop is not None or self.settings.should_stop()

    def take(self) -> Optional[Row]:
        """Take the next call that may be made now; `None` if none may. It is under way from here on."""
        row = None if self.stop is not None else self._rows.take()
        while row is not None:
            equal = self._reader.copy_equal(row)
            if equal is None:
                self._running += 1
                return row
            self._rows.release(row)
            self._add_replayed(equal)
            row = self._rows.take()
        return None

    def begin_read(self) -> bool:
        """Return whether the caller is to read the input: nobody does, and there is room for what comes."""
        has_room = len(self._rows) + len(self.results) < self._window
        if self._is_being_read or self._reader.has_ended or not has_room:
            return False
        self._is_being_read = True
        return True

    def read(self) -> Union[Row, BulkResult, None]:
        """Read on, while others do what they like: the input may take its time."""
        return self._reader.read()

    def end_read(self, found: Union[Row, BulkResult, None]) -> None:
        """Take over what was read."""
        self._is_being_read = False
        if isinstance(found, Row):
            self._rows.add(found)
        elif found is not None:
            self._add_replayed(found)

    def begin(self, row: Row) -> bool:
        """Note that a call is about to be sent; return whether it may be, or another part has stopped the job."""
        if self.settings.stop_file is not None:
            self.stop = self.stop or self.settings.stop_file.read()
        if self.stop is not None:
            return False
        request = describe_request(row.call) if self.settings.store_requests else None
        self._journal.note(Note(row.number, row.digest, SENT, request))
        return True

    def flush(self) -> None:
        """Have all that was noted survive from here on. Any thread may call it at any time."""
        self._journal.flush()

    def succeed(self, row: Row, response: Any, content: bytes) -> None:
        """Note the response of a call; `content` is its JSON as it came."""
        result = BulkResult(row.number - 1, row.call, DONE, response)
        text = content.decode("utf-8", "replace")
        self._journal.note(Note(row.number, row.digest, DONE, None, text, None, result.tokens))
        self._counts.note_response(result, response)
        self._end(row, result)

    def fail(self, row: Row, error: InfinityAssistantError) -> None:
        """Note the error of a call, or that the job cannot go on."""
        stop = find_stop(error)
        if stop is not None:
            self._stop(stop)
        if stop is not None and error.applied is False:
            # The call was certainly not carried out: it is made when the job goes on.
            self._journal.note(Note(row.number, row.digest, PLANNED))
            self.give_back(row)
            return
        state = FAILED if error.applied is False or is_refused(error) else IN_DOUBT
        text = f"{type(error).__name__}: {error}"
        self._journal.note(Note(row.number, row.digest, state, error=text))
        self._end(row, BulkResult(row.number - 1, row.call, state, error=text, exception=error))

    def give_back(self, row: Row) -> None:
        """Let a call that was not made be the first of its group again. If it was noted as sent, it stays so."""
        self._running -= 1
        self._rows.give_back(row)

    def begin_pause(self) -> Optional[float]:
        """Return the seconds until a job that waits for its quota goes on; `None` if it does not."""
        stop = self.stop
        if not self.settings.wait or not isinstance(stop, BulkQuotaError) or stop.reset_at is None:
            return None
        self._tell(stop.reset_at)
        return max(0.0, (stop.reset_at - dt.datetime.now(dt.timezone.utc)).total_seconds() + 1)

    def resume(self) -> None:
        """Go on after a pause."""
        self.stop = None

    def _add_replayed(self, result: BulkResult) -> None:
        self._counts.note_end(result)
        self.results.add(result)

    def _end(self, row: Row, result: BulkResult) -> None:
        self._running -= 1
        self._rows.release(row)
        self.results.add(result)
        self._counts.note_end(result)
        self._tell()

    def _tell(self, paused_until: Optional[dt.datetime] = None) -> None:
        if self.settings.on_progress is not None:
            self.settings.on_progress(self._counts.make_progress(self._running, time.monotonic(), paused_until))

    def _stop(self, error: InfinityAssistantError) -> None:
        self.stop = self.stop or error
        if self.settings.stop_file is not None:
            self.settings.stop_file.note(error)
