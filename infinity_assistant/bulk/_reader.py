# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_reader.py: edit that file, then run `make generate`.
"""Read the input of a job call by call, and find out which are to be made: the journal knows the others."""

from __future__ import annotations

import json
from typing import Any, Iterable, Iterator, Optional, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._errors import BulkInputError
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._notes import Entry, Note, hash_call
from infinity_assistant.bulk._result import DONE, FAILED, IN_DOUBT, PLANNED, BulkResult
from infinity_assistant.bulk._rows import Row
from infinity_assistant.bulk._settings import Settings


class Reader:
    """The input of a job. One at a time may read it."""

    def __init__(self, calls: Iterable[Call[Any]], journal: Journal, settings: Settings) -> None:
        self._input: Iterator[Call[Any]] = iter(calls)
        self._journal = journal
        self._settings = settings
        self._number = 0
        self.has_ended = False

    def read(self) -> Union[Row, BulkResult, None]:
        """Read the next call: a row if it is to be made, else its result; `None` at the end.

        Raises:
            BulkInputError: The journal knows another call of this number, or it cannot be part of a job.
            BulkError: The journal cannot be read.
        """
        try:
            call = next(self._input)
        except StopIteration:
            self.has_ended = True
            return None
        self._number += 1
        return self._plan(self._number, call)

    def copy_equal(self, row: Row) -> Optional[BulkResult]:
        """Return the response of an equal call that is done, and note it for a row, if equal calls are made once.

        Raises:
            BulkError: The journal cannot be read.
        """
        equal = self._journal.find_equal(row.digest) if row.is_deduped else None
        if equal is None:
            return None
        self._journal.note(Note(row.number, row.digest, DONE, response=equal))
        return _replay(row.number, row.call, Entry(DONE, equal, None))

    def _plan(self, number: int, call: Call[Any]) -> Union[Row, BulkResult]:
        if not isinstance(call, Call) or call.operation.streams:
            kind = "a stream" if isinstance(call, Call) else type(call).__name__
            raise BulkInputError(f"call {number} is {kind}: give calls of infinity_assistant.api that do not stream")
        digest = hash_call(call)
        entry = self._journal.find(number, digest)
        if entry is not None and not self._is_to_be_made(entry):
            return _replay(number, call, entry)
        dedupe = call.operation.idempotent if self._settings.dedupe is None else self._settings.dedupe
        conversation = call.find_argument("conversationId")
        group = conversation if isinstance(conversation, str) else digest if dedupe else None
        return Row(number, call, digest, group, bool(dedupe))

    def _is_to_be_made(self, entry: Entry) -> bool:
        if entry.state == FAILED:
            return self._settings.retry_failed
        return entry.state == PLANNED or (entry.state == IN_DOUBT and self._settings.in_doubt == "repeat")


def _replay(number: int, call: Call[Any], entry: Entry) -> BulkResult:
    response = None if entry.response is None else _read_response(call, entry.response)
    reason = entry.error or ("the process ended while it was under way" if entry.state == IN_DOUBT else None)
    return BulkResult(number - 1, call, entry.state, response, reason, is_replayed=True)


def _read_response(call: Call[Any], text: str) -> Any:
    read = call.operation.read
    return None if read is None or not text else read(json.loads(text))
