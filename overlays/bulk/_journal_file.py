# SPDX-License-Identifier: MIT
"""The file of a journal: an SQLite database, and a second one whose lock says that a job uses it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Tuple

from infinity_assistant.bulk._errors import BulkError
from infinity_assistant.bulk._result import IN_DOUBT, SENT

_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS calls (
    number INTEGER PRIMARY KEY, hash BLOB NOT NULL, state TEXT NOT NULL,
    request TEXT, response TEXT, error TEXT, tokens INTEGER
);
"""


def connect(path: Path, timeout: float = 5) -> sqlite3.Connection:
    """Open a database. Each statement is a transaction of its own."""
    return sqlite3.connect(str(path), timeout=timeout, isolation_level=None, check_same_thread=False)


def lock_journal(path: Path) -> sqlite3.Connection:
    """Make the files of a journal if there are none, and keep others from it while the connection is open.

    Raises:
        BulkError: Another process uses it, or there can be no files.
    """
    lock = path.with_name(f"{path.name}.lock")
    try:
        for file in (path, lock):
            os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        connection = connect(lock, timeout=0)
    except (OSError, ValueError, sqlite3.Error) as error:
        raise make_unusable(path, error) from None
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        connection.close()
        raise make_unusable(path, error) from None
    return connection


def open_journal(path: Path, *, is_shared: bool, is_durable: bool) -> Tuple[sqlite3.Connection, int]:
    """Open a journal, make it ready for a job, and find the number of the last call that it knows.

    Raises:
        BulkError: It is no journal, or cannot be used.
    """
    connection = connect(path)
    try:
        _check_kind(connection)
        # The index of write-ahead mode is shared memory, which a disk of several machines does not have.
        connection.execute(f"PRAGMA journal_mode = {'TRUNCATE' if is_shared else 'WAL'}")
        connection.execute(f"PRAGMA synchronous = {'FULL' if is_durable else 'NORMAL'}")
        connection.execute("PRAGMA wal_autocheckpoint = 10000")  # pages of 4 KiB
        connection.executescript(_SCHEMA)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        # What was under way when the last run ended: nobody knows what became of it.
        connection.execute("UPDATE calls SET state = ? WHERE state = ?", (IN_DOUBT, SENT))
        if is_durable:
            _sync_folder(path.parent)
        last = connection.execute("SELECT coalesce(max(number), 0) FROM calls").fetchone()[0]
    except (OSError, sqlite3.Error) as error:
        connection.close()
        raise make_unusable(path, error) from None
    return connection, last


def make_unusable(path: Path, error: Exception) -> BulkError:
    """Return the error that a journal cannot be used, and why."""
    reason = "another process uses it" if "locked" in str(error) else str(error)
    return BulkError(f"the journal {path} cannot be used: {reason}")


def _check_kind(connection: sqlite3.Connection) -> None:
    """Leave the databases of others alone."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if version > _VERSION:
        raise sqlite3.DatabaseError("a newer version of this package has written it")
    if tables and (version < 1 or "calls" not in tables):
        raise sqlite3.DatabaseError("it is a database of something else")


def _sync_folder(folder: Path) -> None:
    """Have the names of new files survive a power cut, where a folder can be opened."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
