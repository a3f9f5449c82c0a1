# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/conversations.py: edit that file, then run `make generate`.
"""Remember conversations: recent messages, facts to keep, and summaries of what is older."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Optional, Sequence

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._state.clock import Clock, Ids, iso
from infinity_assistant.testing._state.store import Store
from infinity_assistant.testing._state.summary import summarise

FOLD_ABOVE = 30
KEPT = 20
SHOWN = 200
NOBODY = "anonymous"


class Conversations:
    """The conversations in a store, each known by the id that the caller gave, whatever its JSON type."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def find(self, conversation_id: Any) -> Optional[sqlite3.Row]:
        """Give the conversation's row, or None if there is none."""
        return self._store.one("SELECT * FROM conversations WHERE key = ?", dumps(conversation_id))

    def ensure(self, conversation_id: Any, user_id: str) -> sqlite3.Row:
        """Give the conversation's row; a new one belongs to `user_id`."""
        now = self._clock.now()
        self._store.run(
            "INSERT OR IGNORE INTO conversations (key, row_id, user_id, created, updated) VALUES (?, ?, ?, ?, ?)",
            *(dumps(conversation_id), self._ids.uuid(), user_id, now, now),
        )
        row = self.find(conversation_id)
        assert row is not None
        return row

    def say(self, conversation_id: Any, user_id: str, role: str, content: str) -> None:
        """Add a message, and fold the older ones into a summary when they have become many."""
        key = self.ensure(conversation_id, user_id)["key"]
        self._add(key, content, role, "medium", None, critical=False)
        self._store.run(
            "UPDATE conversations SET messages = messages + 1, updated = ?, title = coalesce(title, ?) WHERE key = ?",
            *(self._clock.now(), content[:60] if role == "user" else None, key),
        )
        self._fold(key)

    def keep(self, conversation_id: Any, content: str, kind: str = "fact") -> Dict[str, Any]:
        """Keep a fact that is never folded, and give the stored entry."""
        key = self.ensure(conversation_id, NOBODY)["key"]
        identifier = self._add(key, content, "insight", "critical", ["remembered", kind], critical=True)
        row = self._store.one("SELECT * FROM entries WHERE id = ?", identifier)
        assert row is not None
        return entry_document(row)

    def enter(self, conversation_id: Any, user_id: str, phase: str) -> None:
        """Note that a conversation has come into a phase."""
        key = self.ensure(conversation_id, user_id)["key"]
        self._store.run("UPDATE conversations SET phase = ? WHERE key = ?", phase, key)

    @staticmethod
    def text(row: sqlite3.Row) -> str:
        """Give the text of a message or a fact."""
        return str(json.loads(row["content"]))

    def recent(self, conversation_id: Any) -> List[sqlite3.Row]:
        """Give the messages that are not folded yet, oldest first."""
        return self._entries(conversation_id, critical=False)

    def facts(self, conversation_id: Any) -> List[sqlite3.Row]:
        """Give the facts that were kept, oldest first."""
        return self._entries(conversation_id, critical=True)

    def summaries(self, conversation_id: Any) -> List[Dict[str, Any]]:
        """Give the summaries of folded messages, oldest first."""
        rows = self._store.all(
            "SELECT document FROM summaries WHERE conversation = ? ORDER BY seq", dumps(conversation_id)
        )
        return [json.loads(row["document"]) for row in rows]

    def forget(self, conversation_id: Any) -> None:
        """Forget a conversation and all that belongs to it."""
        key = dumps(conversation_id)
        self._store.run("DELETE FROM conversations WHERE key = ?", key)
        self._store.run("DELETE FROM entries WHERE conversation = ?", key)
        self._store.run("DELETE FROM summaries WHERE conversation = ?", key)

    def forget_fact(self, conversation_id: Any, entry_id: Any) -> None:
        """Forget one kept fact; an unknown id changes nothing."""
        self._store.run(
            "DELETE FROM entries WHERE conversation = ? AND critical = 1 AND id = ?",
            *(dumps(conversation_id), str(entry_id)),
        )

    def forget_summary(self, conversation_id: Any, index: int) -> bool:
        """Forget the summary at an index, and say whether there was one."""
        rows = self._store.all("SELECT seq FROM summaries WHERE conversation = ? ORDER BY seq", dumps(conversation_id))
        if not 0 <= index < len(rows):
            return False
        return self._store.run("DELETE FROM summaries WHERE seq = ?", rows[index]["seq"]) == 1

    def _entries(self, conversation_id: Any, critical: bool) -> List[sqlite3.Row]:
        return self._store.all(
            "SELECT * FROM entries WHERE conversation = ? AND critical = ? ORDER BY seq",
            *(dumps(conversation_id), int(critical)),
        )

    def _add(
        self, key: str, content: str, kind: str, importance: str, tags: Optional[Sequence[str]], critical: bool
    ) -> str:
        identifier = self._ids.stamped("mem", 7)
        self._store.run(
            "INSERT INTO entries (id, conversation, critical, content, type, importance, tags, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(identifier, key, int(critical), dumps(content), kind, importance),
            *(None if tags is None else dumps(list(tags)), self._clock.now()),
        )
        return identifier

    def _fold(self, key: str) -> None:
        rows = self._store.all("SELECT * FROM entries WHERE conversation = ? AND critical = 0 ORDER BY seq", key)
        if len(rows) <= FOLD_ABOVE:
            return
        old = rows[:-KEPT]
        document = summarise(self._ids.stamped("mem", 7), [(json.loads(row["content"]), row["created"]) for row in old])
        self._store.run("INSERT INTO summaries (conversation, document) VALUES (?, ?)", key, dumps(document))
        self._store.run("DELETE FROM entries WHERE conversation = ? AND critical = 0 AND seq <= ?", key, old[-1]["seq"])


def entry_document(row: sqlite3.Row) -> Dict[str, Any]:
    """Write an entry as the service stores it."""
    tags = {} if row["tags"] is None else {"tags": json.loads(row["tags"])}
    return {
        "id": row["id"],
        "content": json.loads(row["content"]),
        "type": row["type"],
        "importance": row["importance"],
        **tags,
        "createdAt": iso(row["created"]),
    }


def message_document(row: sqlite3.Row) -> Dict[str, Any]:
    """Write a recent message as GET /memory shows it: the content cut after 200 characters."""
    entry = entry_document(row)
    content = entry["content"]
    timestamp = entry.pop("createdAt")
    shown = content if len(content) <= SHOWN else content[:SHOWN] + "..."
    return {**entry, "content": shown, "timestamp": timestamp}
