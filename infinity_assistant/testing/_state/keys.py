# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/keys.py: edit that file, then run `make generate`.
"""Make, find and revoke API keys. Only their SHA-256 is stored."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import List, NamedTuple, Optional

from infinity_assistant.testing._state.clock import Clock, Ids
from infinity_assistant.testing._state.store import Store

PREFIX = "ia_"
SHOWN = 12


class NewKey(NamedTuple):
    """A key just made: the only moment at which its text is known."""

    id: str
    name: str
    key: str
    prefix: str
    created: int

    def __repr__(self) -> str:
        return f"<NewKey {self.prefix}…>"


class Keys:
    """The API keys in a store."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def create(self, name: str, user_id: str) -> NewKey:
        """Make a key for a user."""
        key = PREFIX + self._ids.secret()
        made = NewKey(self._ids.uuid(), name, key, key[:SHOWN], self._clock.now())
        self._insert(made, user_id, listed=True)
        return made

    def accept(self, key: str, user_id: str) -> None:
        """Let a given text be a key of a user, without listing it."""
        if self._row(key) is None:
            self._insert(NewKey(self._ids.uuid(), "", key, key[:SHOWN], self._clock.now()), user_id, listed=False)

    def owner(self, key: str) -> Optional[str]:
        """Give the user whom a key belongs to, or None for an unknown or revoked one. Notes when it was used."""
        row = self._row(key)
        if row is None:
            return None
        self._store.run("UPDATE keys SET last_used = ? WHERE id = ?", self._clock.now(), row["id"])
        return str(row["user_id"])

    def listed(self) -> List[sqlite3.Row]:
        """Give the rows of the keys that were created, oldest first."""
        return self._store.all("SELECT * FROM keys WHERE listed ORDER BY rowid")

    def revoke(self, key_id: str) -> None:
        """Make a key worthless; an unknown id changes nothing."""
        self._store.run("UPDATE keys SET active = 0 WHERE id = ?", key_id)

    def _row(self, key: str) -> Optional[sqlite3.Row]:
        return self._store.one("SELECT * FROM keys WHERE hash = ? AND active", _hash(key))

    def _insert(self, made: NewKey, user_id: str, listed: bool) -> None:
        self._store.run(
            "INSERT INTO keys (id, name, hash, prefix, user_id, created, listed) VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(made.id, made.name, _hash(made.key), made.prefix, user_id, made.created, int(listed)),
        )


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
