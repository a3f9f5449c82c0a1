# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_journal.py: edit that file, then run `make generate`.
"""The journal of a job: what is known of each call, in SQLite.

Changes are noted, and committed by `flush` in write-ahead mode: they survive the death of the process from then on. A
power cut may take the last commits with it, unless SQLite is asked to wait for the disk each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
from collections import deque
from pathlib import Path
from typing import Any, Deque, Dict, NamedTuple, Optional, Tuple, Union

from attrs import frozen

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._errors import BulkError, BulkInputError
from infinity_assistant.bulk._result import DONE, FAILED, IN_DOUBT, PLANNED, SENT

_SCHEMA = """
CREATE TABLE IF NOT EXISTS calls (
    number INTEGER PRIMARY KEY, hash BLOB NOT NULL, state TEXT NOT NULL,
    request TEXT, response TEXT, error TEXT, tokens INTEGER
);
"""
#: Made when it is first needed, since to maintain it costs as much as the table.
_INDEX = "CREATE INDEX IF NOT EXISTS calls_by_hash ON calls (hash) WHERE state = 'done'"
_VERSION = 1


class Entry(NamedTuple):
    """What the journal knows of a call; `response` is JSON."""

    state: str
    response: Optional[str]
    error: Optional[str]


@frozen
class Status:
    """How many calls of a journal are in which state; `tokens` is the sum of those that are done."""

    planned: int
    sent: int
    done: int
    failed: int
    in_doubt: int
    tokens: int


def status(journal: Union[str, Path]) -> Status:
    """Count the calls of a journal. A job may be running.

    Raises:
        BulkError: There is no such journal.
    """
    path = Path(journal)
    if not path.is_file():
        raise BulkError(f"there is no journal at {path}")
    connection = _connect(path)
    try:
        rows = connection.execute("SELECT state, count(*), total(tokens) FROM calls GROUP BY state").fetchall()
    except sqlite3.Error as error:
        raise BulkError(f"{path} is no journal: {error}") from None
    finally:
        connection.close()
    counts: Dict[str, int] = {state: count for state, count, _ in rows}
    planned, sent, done, failed, in_doubt = (counts.get(state, 0) for state in (PLANNED, SENT, DONE, FAILED, IN_DOUBT))
    return Status(planned, sent, done, failed, in_doubt, int(sum(tokens for _, _, tokens in rows)))


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
        self._noted: Deque[Tuple[str, Tuple[Any, ...]]] = deque()
        self._flushing = threading.Lock()
        self._failure: Optional[BulkError] = None
        self._has_index = False
        try:
            for file in (self.path, self._lock_path):
                os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
            self._lock = sqlite3.connect(str(self._lock_path), timeout=0, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise BulkError(f"the journal {self.path} cannot be used: {error}") from None
        self._connection = _connect(self.path)
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
            # The index of write-ahead mode is shared memory, which a disk of several machines does not have.
            self._connection.execute(f"PRAGMA journal_mode = {'TRUNCATE' if is_shared else 'WAL'}")
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if is_durable else 'NORMAL'}")
            self._connection.execute("PRAGMA wal_autocheckpoint = 10000")  # pages of 4 KiB
            self._connection.executescript(_SCHEMA)
            self._connection.execute(f"PRAGMA user_version = {_VERSION}")
            # What was under way when the last run ended: nobody knows what became of it.
            self._connection.execute("UPDATE calls SET state = ? WHERE state = ?", (IN_DOUBT, SENT))
            if is_durable:
                _sync_folder(self.path.parent)
            self._last_known = self._connection.execute("SELECT max(number) FROM calls").fetchone()[0] or 0
        except sqlite3.Error as error:
            self.close()
            reason = "another process uses it" if "locked" in str(error) else str(error)
            raise BulkError(f"the journal {self.path} cannot be used: {reason}") from None

    @property
    def _lock_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}.lock")

    def find(self, number: int, digest: bytes) -> Optional[Entry]:
        """Return what is known of a call; `None` for a new one.

        Raises:
            BulkInputError: The journal knows another call of this number.
        """
        if number > self._last_known:
            return None
        row = self._connection.execute(
            "SELECT hash, state, response, error FROM calls WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            return None
        if row[0] != digest:
            raise BulkInputError(
                f"call {number} is not the one that the journal {self.path} knows: give the same input, with new calls"
                " at its end, or another journal"
            )
        return Entry(*row[1:])

    def find_equal(self, digest: bytes) -> Optional[str]:
        """Return the response of an equal call that is done, as JSON."""
        self.flush()
        if not self._has_index:
            self._connection.execute(_INDEX)
            self._has_index = True
        row = self._connection.execute(
            "SELECT response FROM calls WHERE hash = ? AND state = 'done' LIMIT 1", (digest,)
        ).fetchone()
        return None if row is None else row[0]

    def start(self, number: int, digest: bytes, request: Optional[str]) -> None:
        """Note that a call is about to be sent."""
        self._note(
            "INSERT INTO calls (number, hash, state, request) VALUES (?, ?, 'sent', ?)"
            " ON CONFLICT (number) DO UPDATE SET state = 'sent'",
            *(number, digest, request),
        )

    def copy(self, number: int, digest: bytes, response: str) -> None:
        """Note that a call has the response of an equal one."""
        self._note(
            "INSERT INTO calls (number, hash, state, response) VALUES (?, ?, 'done', ?)"
            " ON CONFLICT (number) DO UPDATE SET state = 'done', response = excluded.response",
            *(number, digest, response),
        )

    def set_state(self, number: int, state: str, error: Optional[str] = None) -> None:
        """Note the state of a call."""
        self._note("UPDATE calls SET state = ?, error = ? WHERE number = ?", state, error, number)

    def finish(self, number: int, response: str, tokens: Optional[int]) -> None:
        """Note the response of a call."""
        self._note(
            "UPDATE calls SET state = ?, response = ?, tokens = ?, error = NULL WHERE number = ?",
            *(DONE, response, tokens, number),
        )

    def flush(self) -> None:
        """Commit what was noted, all at once. It survives the death of the process from here on.

        Raises:
            BulkError: It cannot be written.
        """
        # Who comes while another one commits waits, and finds that its own notes were among them.
        with self._flushing:
            if self._failure is None and self._noted:
                self._commit()
            if self._failure is not None:
                raise self._failure

    def close(self) -> None:
        """Write the rest, close the files, and let others run jobs with them."""
        try:
            self.flush()
        finally:
            self._connection.close()
            self._lock.close()

    def _note(self, statement: str, *values: Any) -> None:
        self._noted.append((statement, values))

    def _commit(self) -> None:
        try:
            self._connection.execute("BEGIN")
            while self._noted:
                self._connection.execute(*self._noted.popleft())
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._failure = BulkError(f"the journal {self.path} cannot be written: {error}")


def _sync_folder(folder: Path) -> None:
    """Have the names of new files survive a power cut, where a folder can be opened."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(str(path), timeout=5, isolation_level=None, check_same_thread=False)
