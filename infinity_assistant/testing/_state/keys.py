# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/keys.py: edit that file, then run `make generate`.
"""Create, find and revoke API keys. Only their SHA-256 is stored."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import List, NamedTuple, Optional

from infinity_assistant.testing._state.clock import Clock, IdGenerator
from infinity_assistant.testing._state.store import Store

PREFIX = "ia_"
PREFIX_LENGTH = 12


class NewKey(NamedTuple):
    """A key that was just created: only now is its text known."""

    id: str
    name: str
    key: str
    prefix: str
    created: int

    def __repr__(self) -> str:
        return f"<NewKey {self.prefix}…>"


class Keys:
    """The API keys in a store."""

    def __init__(self, store: Store, clock: Clock, ids: IdGenerator) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def create(self, name: str, user_id: str) -> NewKey:
        """Create a key for a user."""
        key = PREFIX + self._ids.make_secret()
        new = self._build(name, key)
        self._insert(new, user_id, listed=True)
        return new

    def add(self, key: str, user_id: str) -> None:
        """Accept a text as a key of a user, without listing it."""
        if self._find_row(key) is None:
            self._insert(self._build("", key), user_id, listed=False)

    def find_owner(self, key: str) -> Optional[str]:
        """Return the user whom a key belongs to (None: unknown or revoked), and note that it was used."""
        row = self._find_row(key)
        if row is None:
            return None
        self._store.execute("UPDATE keys SET last_used = ? WHERE id = ?", self._clock.now(), row["id"])
        return str(row["user_id"])

    def list_created(self) -> List[sqlite3.Row]:
        """List the rows of the keys that were created, oldest first."""
        return self._store.fetch_all("SELECT * FROM keys WHERE listed ORDER BY rowid")

    def revoke(self, key_id: str) -> None:
        """Revoke a key; an unknown id changes nothing."""
        self._store.execute("UPDATE keys SET active = 0 WHERE id = ?", key_id)

    def _build(self, name: str, key: str) -> NewKey:
        return NewKey(self._ids.make_uuid(), name, key, key[:PREFIX_LENGTH], self._clock.now())

    def _find_row(self, key: str) -> Optional[sqlite3.Row]:
        return self._store.fetch_one("SELECT * FROM keys WHERE hash = ? AND active", _hash(key))

    def _insert(self, key: NewKey, user_id: str, listed: bool) -> None:
        self._store.execute(
            "INSERT INTO keys (id, name, hash, prefix, user_id, created, listed) VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(key.id, key.name, _hash(key.key), key.prefix, user_id, key.created, int(listed)),
        )


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
