# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_journal.py: edit that file, then run `make generate`.
"""The journal of a job: what is known of each call, in SQLite.

What is noted is committed by `flush`, in write-ahead mode: it survives the death of the process from then on. A power
cut may take the last commits with it, unless SQLite is asked to wait for the disk each time.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from pathlib import Path
from typing import Any, Callable, Deque, List, Optional, Tuple, Union

from infinity_assistant.bulk._errors import BulkError, BulkInputError
from infinity_assistant.bulk._journal_file import lock_journal, open_journal
from infinity_assistant.bulk._notes import Entry, Note

#: Made when it is first needed, since to maintain it costs as much as the table.
_INDEX = "CREATE INDEX IF NOT EXISTS calls_by_hash ON calls (hash) WHERE state = 'done'"
_INSERT = "INSERT INTO calls (number, hash, state, request, response, error, tokens) VALUES "
_PLACES = "(?, ?, ?, ?, ?, ?, ?)"
_UPDATE = (
    " ON CONFLICT (number) DO UPDATE SET state = excluded.state, request = coalesce(excluded.request, request),"
    " response = excluded.response, error = excluded.error, tokens = excluded.tokens"
)
#: SQLite takes 999 values at once.
_MOST_NOTES = 100


class Journal:
    """The journal of one job, which nobody else may run at the same time.

    `let_others_go` is called before each commit: threads that are ready share it.

    Raises:
        BulkError: The file cannot be used, or another process runs a job with it.
    """

    def __init__(
        self,
        path: Union[str, Path],
        *,
        is_shared: bool = False,
        is_durable: bool = False,
        let_others_go: Callable[[], object] = bool,
    ) -> None:
        self.path = Path(path)
        self._noted: Deque[Note] = deque()
        #: Held by whoever uses the connection, which is one for all threads.
        self._using = threading.Lock()
        self._let_others_go = let_others_go
        self._failure: Optional[BulkError] = None
        self._has_index = False
        self._lock = lock_journal(self.path)
        try:
            opened = open_journal(self.path, is_shared=is_shared, is_durable=is_durable)
        except BaseException:
            self._lock.close()
            raise
        self._connection, self._last_known = opened

    def find(self, number: int, digest: bytes) -> Optional[Entry]:
        """Return what was known of a call when the job began; `None` for a new one.

        Raises:
            BulkInputError: The journal knows another call of this number.
            BulkError: It cannot be read.
        """
        if number > self._last_known:
            return None
        row = self._fetch("SELECT hash, state, response, error FROM calls WHERE number = ?", number)
        if row is None:
            return None
        if row[0] != digest:
            raise BulkInputError(
                f"call {number} is not the one that the journal {self.path} knows: give the same input, with new calls"
                " at its end, or another journal"
            )
        return Entry(*row[1:])

    def find_equal(self, digest: bytes) -> Optional[str]:
        """Return the response of an equal call that is done, as JSON.

        Raises:
            BulkError: It cannot be read.
        """
        self.flush()
        if not self._has_index:
            self._fetch(_INDEX)
            self._has_index = True
        row = self._fetch("SELECT response FROM calls WHERE hash = ? AND state = 'done' LIMIT 1", digest)
        return None if row is None else row[0]

    def note(self, note: Note) -> None:
        """Note what is known of a call from now on."""
        self._noted.append(note)

    def flush(self) -> None:
        """Commit what was noted, all at once. It survives the death of the process from here on.

        Raises:
            BulkError: It cannot be written.
        """
        # Who comes while another one commits waits, and finds that its own notes were among them.
        with self._using:
            if self._noted:
                self._let_others_go()  # They note theirs first: a quarter of the commits serves them all.
            while self._noted and self._failure is None:
                self._commit([self._noted.popleft() for _ in range(min(len(self._noted), _MOST_NOTES))])
            if self._failure is not None:
                raise self._failure

    def close(self) -> None:
        """Write the rest, close the files, and let others run jobs with them."""
        try:
            self.flush()
        finally:
            self._connection.close()
            self._lock.close()

    def _commit(self, notes: List[Note]) -> None:
        """Write notes in one statement, which is a transaction of its own. Each statement lets other threads go on."""
        values = [value for note in notes for value in note]
        try:
            self._connection.execute(_INSERT + ", ".join([_PLACES] * len(notes)) + _UPDATE, values)
        except sqlite3.Error as error:
            self._failure = BulkError(f"the journal {self.path} cannot be written: {error}")

    def _fetch(self, statement: str, *values: Any) -> Optional[Tuple[Any, ...]]:
        try:
            with self._using:
                row: Optional[Tuple[Any, ...]] = self._connection.execute(statement, values).fetchone()
        except sqlite3.Error as error:
            raise BulkError(f"the journal {self.path} cannot be read: {error}") from None
        return row
