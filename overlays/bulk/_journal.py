# SPDX-License-Identifier: MIT
"""The journal of a job: what is known of each call, in SQLite.

What is noted is committed by `flush`, in write-ahead mode: it survives the death of the process from then on. A power
cut may take the last commits with it, unless SQLite is asked to wait for the disk each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
from collections import deque
from pathlib import Path
from typing import Any, Deque, List, NamedTuple, Optional, Tuple, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._errors import BulkError, BulkInputError
from infinity_assistant.bulk._result import IN_DOUBT, SENT

_SCHEMA = """
CREATE TABLE IF NOT EXISTS calls (
    number INTEGER PRIMARY KEY, hash BLOB NOT NULL, state TEXT NOT NULL,
    request TEXT, response TEXT, error TEXT, tokens INTEGER
);
"""
#: Made when it is first needed, since to maintain it costs as much as the table.
_INDEX = "CREATE INDEX IF NOT EXISTS calls_by_hash ON calls (hash) WHERE state = 'done'"
_VERSION = 1
_INSERT = "INSERT INTO calls (number, hash, state, request, response, error, tokens) VALUES "
_PLACES = "(?, ?, ?, ?, ?, ?, ?)"
_UPDATE = (
    " ON CONFLICT (number) DO UPDATE SET state = excluded.state, request = coalesce(excluded.request, request),"
    " response = excluded.response, error = excluded.error, tokens = excluded.tokens"
)
#: SQLite takes 999 values at once.
_MOST_NOTES = 100


class Entry(NamedTuple):
    """What the journal knows of a call; `response` is JSON."""

    state: str
    response: Optional[str]
    error: Optional[str]


class Note(NamedTuple):
    """What is to be known of a call from now on; `request` and `response` are JSON."""

    number: int
    digest: bytes
    state: str
    request: Optional[str] = None
    response: Optional[str] = None
    error: Optional[str] = None
    tokens: Optional[int] = None


def hash_call(call: Call[Any]) -> bytes:
    """Hash what a call sends: its operation, its place, its fields and its body."""
    digest = hashlib.sha256()
    for part in (call.operation.id, call.operation.method, call.target(), json.dumps(dict(call.headers))):
        digest.update(part.encode("utf-8") + b"\0")
    digest.update(call.content() or b"")
    return digest.digest()


class Journal:
    """The journal of one job, which nobody else may run at the same time.

    Raises:
        BulkError: The file cannot be used, or another process runs a job with it.
    """

    def __init__(self, path: Union[str, Path], *, is_shared: bool = False, is_durable: bool = False) -> None:
        self.path = Path(path)
        self._noted: Deque[Note] = deque()
        #: Held by whoever uses the connection, which is one for all threads.
        self._using = threading.Lock()
        self._failure: Optional[BulkError] = None
        self._has_index = False
        try:
            for file in (self.path, self._lock_path):
                os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
            self._lock = sqlite3.connect(str(self._lock_path), timeout=0, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise BulkError(f"the journal {self.path} cannot be used: {error}") from None
        self._connection = connect(self.path)
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
            self._last_known = self._open(is_shared, is_durable)
        except (OSError, sqlite3.Error) as error:
            self.close()
            reason = "another process uses it" if "locked" in str(error) else str(error)
            raise BulkError(f"the journal {self.path} cannot be used: {reason}") from None

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

    @property
    def _lock_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}.lock")

    def _open(self, is_shared: bool, is_durable: bool) -> int:
        """Make the journal ready, and return the number of the last call that it knows."""
        execute = self._connection.execute
        # The index of write-ahead mode is shared memory, which a disk of several machines does not have.
        execute(f"PRAGMA journal_mode = {'TRUNCATE' if is_shared else 'WAL'}")
        execute(f"PRAGMA synchronous = {'FULL' if is_durable else 'NORMAL'}")
        execute("PRAGMA wal_autocheckpoint = 10000")  # pages of 4 KiB
        self._connection.executescript(_SCHEMA)
        execute(f"PRAGMA user_version = {_VERSION}")
        # What was under way when the last run ended: nobody knows what became of it.
        execute("UPDATE calls SET state = ? WHERE state = ?", (IN_DOUBT, SENT))
        if is_durable:
            _sync_folder(self.path.parent)
        return execute("SELECT max(number) FROM calls").fetchone()[0] or 0

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


def connect(path: Path) -> sqlite3.Connection:
    """Open a journal. Each statement is a transaction of its own."""
    return sqlite3.connect(str(path), timeout=5, isolation_level=None, check_same_thread=False)


def _sync_folder(folder: Path) -> None:
    """Have the names of new files survive a power cut, where a folder can be opened."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
