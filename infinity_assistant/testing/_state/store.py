# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/store.py: edit that file, then run `make generate`.
"""Keep the emulator's state in SQLite: in memory, or in a file that survives a killed process."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import ExitStack, contextmanager
from typing import Any, Iterator, List, Optional, Sequence

from infinity_assistant.testing._resources import read_resource
from infinity_assistant.testing.errors import EmulatorError

MEMORY = ":memory:"


class Store:
    """One connection, shared by all threads behind one lock.

    A file is kept in write-ahead mode: what a response confirmed survives a kill -9.

    Raises:
        EmulatorError: The file cannot be opened, is not a database, or this Python's SQLite lacks FTS5.
    """

    def __init__(self, path: str = MEMORY) -> None:
        self.path = path
        self._lock = threading.RLock()
        with ExitStack() as unusable:
            try:
                _create_private(path)
                self._connection = sqlite3.connect(path, timeout=5.0, isolation_level=None, check_same_thread=False)
                unusable.callback(self._connection.close)
                self._prepare()
            except (OSError, sqlite3.Error) as error:
                raise EmulatorError(_describe_error(path, error)) from error
            unusable.pop_all()

    def _prepare(self) -> None:
        self._connection.row_factory = sqlite3.Row
        if self.path != MEMORY:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(read_resource("testing/_state/schema.sql").decode())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is done inside, or roll all of it back after an error."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            else:
                self._connection.execute("COMMIT")

    def execute(self, statement: str, *values: Any) -> int:
        """Execute one statement and return how many rows it changed."""
        with self._lock:
            return self._connection.execute(statement, _encode_values(values)).rowcount

    def fetch_all(self, statement: str, *values: Any) -> List[sqlite3.Row]:
        """Return all rows of a query."""
        with self._lock:
            return self._connection.execute(statement, _encode_values(values)).fetchall()

    def fetch_one(self, statement: str, *values: Any) -> Optional[sqlite3.Row]:
        """Return the first row of a query, or None."""
        with self._lock:
            row: Optional[sqlite3.Row] = self._connection.execute(statement, _encode_values(values)).fetchone()
            return row

    def close(self) -> None:
        """Close the database; a second call does nothing."""
        with self._lock:
            self._connection.close()


def _encode_values(values: Sequence[Any]) -> List[Any]:
    """Replace lone surrogates, which JSON can carry and SQLite cannot, by question marks."""
    return [value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for value in values]


def _describe_error(path: str, error: Exception) -> str:
    text = str(error)
    if "fts5" in text:
        return "the SQLite of this Python has no full-text search (FTS5), which the emulator needs"
    if "not a database" in text:
        return f"{path} is not an SQLite database; give another file, or one that does not exist yet"
    return f"the database {path} cannot be opened: {text}"


def _create_private(path: str) -> None:
    """Create a file that its owner alone may read, before SQLite does; its companions get the same mode."""
    if path != MEMORY and path:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
