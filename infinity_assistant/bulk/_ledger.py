# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_ledger.py: edit that file, then run `make generate`.
"""Which call of a job is next, and what became of those before. Nothing here waits, and nothing is sent.

Runners ask it, one worker at a time.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections import deque
from typing import Any, Deque, Dict, Iterable, Iterator, List, NamedTuple, Optional, Sized

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._counts import Counts
from infinity_assistant.bulk._errors import BulkInputError, BulkQuotaError
from infinity_assistant.bulk._journal import Entry, Journal, Note, hash_call
from infinity_assistant.bulk._result import DONE, FAILED, IN_DOUBT, PLANNED, SENT, BulkResult
from infinity_assistant.bulk._settings import Settings
from infinity_assistant.bulk._stops import find_stop
from infinity_assistant.errors import InfinityAssistantError


class Row(NamedTuple):
    """A call of the input that is to be made; `group` is its conversation."""

    number: int
    call: Call[Any]
    group: Optional[str]
    digest: bytes


class Ledger:
    """The calls of a job. Runners take rows with `take`, and give back what became of them."""

    def __init__(self, calls: Iterable[Call[Any]], journal: Journal, settings: Settings) -> None:
        self.settings = settings
        self.counts = Counts(len(calls) if isinstance(calls, Sized) else None)
        #: Why no more calls are made; raised when those under way have ended.
        self.stop: Optional[InfinityAssistantError] = None
        self._journal = journal
        self._input: Iterator[Call[Any]] = iter(calls)
        self._number = 0
        self._has_ended = False
        #: The conversations of which a call is under way or next, and the calls that wait behind it.
        self._queues: Dict[str, Deque[Row]] = {}
        #: Calls that have been read and may be made: their turn in their conversation has come.
        self._next: Deque[Row] = deque()
        #: How many have been read, and neither begun nor ended.
        self._held = 0
        self._next_start = 0.0
        self._finished: Dict[int, BulkResult] = {}
        self._next_result = 1
        #: So many rows may be read ahead of the oldest one that is not finished: memory stays bounded.
        self._window = max(1000, 10 * settings.concurrency)
        self._running = 0

    @property
    def is_over(self) -> bool:
        """Whether no call is under way, and none will be made."""
        return not self._running and (self.stop is not None or (self._has_ended and not self._held))

    @property
    def is_ending(self) -> bool:
        """Whether no call is to begin any more."""
        return self.stop is not None or self.settings.should_stop()

    @property
    def finished(self) -> int:
        """How many results wait to be handed over."""
        return len(self._finished)

    def take(self) -> Optional[Row]:
        """Take the next call that may be made now; `None` if none may. It is under way from here on."""
        if self.stop is not None:
            return None
        if not self._next and not self._read():
            return None
        self._held -= 1
        self._running += 1
        return self._next.popleft()

    def reserve_start(self, rate: float) -> float:
        """Reserve the moment at which a call may begin, and return how many seconds away it is."""
        now = time.monotonic()
        start = max(self._next_start, now)
        self._next_start = start + 1 / rate
        return start - now

    def begin(self, row: Row) -> bool:
        """Note that a call is about to be sent; return whether it may be, or another part has stopped the job."""
        self._check_stop_file()
        if self.stop is not None:
            return False
        request = _describe_request(row.call) if self.settings.store_requests else None
        self._journal.note(Note(row.number, row.digest, SENT, request=request))
        return True

    def flush(self) -> None:
        """Have all that was noted survive from here on. Any thread may call it at any time."""
        self._journal.flush()

    def succeed(self, row: Row, response: Any, content: bytes) -> None:
        """Note the response of a call; `content` is its JSON as it came."""
        result = BulkResult(row.number - 1, row.call, DONE, response)
        text = content.decode("utf-8", "replace")
        self._journal.note(Note(row.number, row.digest, DONE, response=text, tokens=result.tokens))
        self.counts.note_response(result, response)
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
        state = FAILED if error.applied is False or _is_refused(error) else IN_DOUBT
        text = f"{type(error).__name__}: {error}"
        self._journal.note(Note(row.number, row.digest, state, error=text))
        self._end(row, BulkResult(row.number - 1, row.call, state, error=text, exception=error))

    def give_back(self, row: Row) -> None:
        """Let a call that was not made be the first of its conversation again. If it was noted as sent, it stays so."""
        self._running -= 1
        self._held += 1
        self._next.appendleft(row)

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

    def pop_results(self) -> List[BulkResult]:
        """Return the results that may be handed over, and forget them."""
        if not self.settings.ordered:
            found = list(self._finished.values())
            self._finished.clear()
            return found
        found = []
        while self._next_result in self._finished:
            found.append(self._finished.pop(self._next_result))
            self._next_result += 1
        return found

    def pop_rest(self) -> List[BulkResult]:
        """Return what has ended behind a call that has not: the job has stopped."""
        rest = [self._finished[number] for number in sorted(self._finished)]
        self._finished.clear()
        return rest

    def _read(self) -> bool:
        """Read the input up to the next call that may be made, and return whether there is one."""
        while not self._has_ended and not self._next and self._held + len(self._finished) < self._window:
            try:
                call = next(self._input)
            except StopIteration:
                self._has_ended = True
                return False
            self._number += 1
            row = self._plan(self._number, call)
            if row is not None:
                self._enqueue(row)
        return bool(self._next)

    def _enqueue(self, row: Row) -> None:
        self._held += 1
        if row.group is None:
            self._next.append(row)
        elif row.group in self._queues:
            self._queues[row.group].append(row)
        else:
            self._queues[row.group] = deque()
            self._next.append(row)

    def _plan(self, number: int, call: Call[Any]) -> Optional[Row]:
        if not isinstance(call, Call) or call.operation.streams:
            kind = "a stream" if isinstance(call, Call) else type(call).__name__
            raise BulkInputError(f"call {number} is {kind}: give calls of infinity_assistant.api that do not stream")
        digest = hash_call(call)
        entry = self._journal.find(number, digest)
        if entry is None:
            entry = self._copy_equal(number, call, digest) or Entry(PLANNED, None, None)
        if self._is_to_be_made(entry):
            group = call.find_argument("conversationId")
            return Row(number, call, group if isinstance(group, str) else None, digest)
        self._replay(number, call, entry)
        return None

    def _is_to_be_made(self, entry: Entry) -> bool:
        if entry.state == FAILED:
            return self.settings.retry_failed
        return entry.state == PLANNED or (entry.state == IN_DOUBT and self.settings.in_doubt == "repeat")

    def _copy_equal(self, number: int, call: Call[Any], digest: bytes) -> Optional[Entry]:
        dedupe = call.operation.idempotent if self.settings.dedupe is None else self.settings.dedupe
        equal = self._journal.find_equal(digest) if dedupe else None
        if equal is None:
            return None
        self._journal.note(Note(number, digest, DONE, response=equal))
        return Entry(DONE, equal, None)

    def _replay(self, number: int, call: Call[Any], entry: Entry) -> None:
        response = None if entry.response is None else _read_response(call, entry.response)
        reason = entry.error or ("the process ended while it was under way" if entry.state == IN_DOUBT else None)
        result = BulkResult(number - 1, call, entry.state, response, reason, is_replayed=True)
        self.counts.note_end(result)
        self._finished[number] = result

    def _end(self, row: Row, result: BulkResult) -> None:
        self._release(row)
        self._finished[row.number] = result
        self.counts.note_end(result)
        self._tell()

    def _tell(self, paused_until: Optional[dt.datetime] = None) -> None:
        if self.settings.on_progress is not None:
            self.settings.on_progress(self.counts.make_progress(self._running, time.monotonic(), paused_until))

    def _release(self, row: Row) -> None:
        """Let the next call of a conversation have its turn."""
        self._running -= 1
        if row.group is None:
            return
        queue = self._queues[row.group]
        if queue:
            self._next.append(queue.popleft())
        else:
            del self._queues[row.group]

    def _stop(self, error: InfinityAssistantError) -> None:
        self.stop = self.stop or error
        if self.settings.stop_file is not None:
            self.settings.stop_file.note(error)

    def _check_stop_file(self) -> None:
        if self.settings.stop_file is not None:
            self.stop = self.stop or self.settings.stop_file.read()


def _is_refused(error: InfinityAssistantError) -> bool:
    """Whether the service has looked at the call and refused it."""
    status = error.status_code
    return status is not None and 400 <= status < 500 and status != 408


def _read_response(call: Call[Any], text: str) -> Any:
    read = call.operation.read
    return None if read is None or not text else read(json.loads(text))


def _describe_request(call: Call[Any]) -> str:
    body = call.content()
    return json.dumps({"target": call.target(), "body": None if body is None else body.decode("utf-8", "replace")})
