# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/conversations.py: edit that file, then run `make generate`.
"""Store conversations: recent messages, critical facts, and summaries of older messages."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Optional, Sequence

from infinity_assistant.testing._http.json_text import count_utf16_units, cut_utf16_units, dumps
from infinity_assistant.testing._state.clock import Clock, IdGenerator, format_iso
from infinity_assistant.testing._state.store import Store
from infinity_assistant.testing._state.summary import summarize_messages

COMPRESS_ABOVE = 30
KEPT = 20
SHOWN = 200
ANONYMOUS = "anonymous"


class Conversations:
    """The conversations in a store. The key of each is the id that the caller sent, whatever its JSON type."""

    def __init__(self, store: Store, clock: Clock, ids: IdGenerator) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def find(self, conversation_id: Any) -> Optional[sqlite3.Row]:
        """Return the row of a conversation, or None."""
        return self._store.fetch_one("SELECT * FROM conversations WHERE key = ?", dumps(conversation_id))

    def ensure(self, conversation_id: Any, user_id: str) -> sqlite3.Row:
        """Return the row of a conversation; a new one is made for `user_id`."""
        now = self._clock.now()
        self._store.execute(
            "INSERT OR IGNORE INTO conversations (key, row_id, user_id, created, updated) VALUES (?, ?, ?, ?, ?)",
            *(dumps(conversation_id), self._ids.make_uuid(), user_id, now, now),
        )
        row = self.find(conversation_id)
        assert row is not None
        return row

    def add_message(self, conversation_id: Any, user_id: str, role: str, content: str) -> None:
        """Add a message, and compress the older ones into a summary when there are more than 30."""
        key = self.ensure(conversation_id, user_id)["key"]
        self._add(key, content, role, "medium", None, critical=False)
        self._store.execute(
            "UPDATE conversations SET messages = messages + 1, updated = ?, title = coalesce(title, ?) WHERE key = ?",
            *(self._clock.now(), content[:60] if role == "user" else None, key),
        )
        self._compress(key)

    def add_fact(self, conversation_id: Any, content: str, entry_type: str = "fact") -> Dict[str, Any]:
        """Add a critical fact, which is never compressed, and return the stored entry."""
        key = self.ensure(conversation_id, ANONYMOUS)["key"]
        identifier = self._add(key, content, "insight", "critical", ["remembered", entry_type], critical=True)
        row = self._store.fetch_one("SELECT * FROM entries WHERE id = ?", identifier)
        assert row is not None
        return serialize_entry(row)

    def set_phase(self, conversation_id: Any, user_id: str, phase: str) -> None:
        """Set the phase of a conversation."""
        key = self.ensure(conversation_id, user_id)["key"]
        self._store.execute("UPDATE conversations SET phase = ? WHERE key = ?", phase, key)

    @staticmethod
    def read_text(row: sqlite3.Row) -> str:
        """Read the text of a message or a fact."""
        return str(json.loads(row["content"]))

    def list_messages(self, conversation_id: Any) -> List[sqlite3.Row]:
        """List the messages that are not compressed yet, oldest first."""
        return self._entries(conversation_id, critical=False)

    def list_facts(self, conversation_id: Any) -> List[sqlite3.Row]:
        """List the critical facts, oldest first."""
        return self._entries(conversation_id, critical=True)

    def list_summaries(self, conversation_id: Any) -> List[Dict[str, Any]]:
        """List the summaries of compressed messages, oldest first."""
        rows = self._store.fetch_all(
            "SELECT document FROM summaries WHERE conversation = ? ORDER BY seq", dumps(conversation_id)
        )
        return [json.loads(row["document"]) for row in rows]

    def delete(self, conversation_id: Any) -> None:
        """Delete a conversation and all that belongs to it."""
        key = dumps(conversation_id)
        self._store.execute("DELETE FROM conversations WHERE key = ?", key)
        self._store.execute("DELETE FROM entries WHERE conversation = ?", key)
        self._store.execute("DELETE FROM summaries WHERE conversation = ?", key)

    def delete_fact(self, conversation_id: Any, entry_id: Any) -> None:
        """Delete one critical fact; an unknown id changes nothing."""
        self._store.execute(
            "DELETE FROM entries WHERE conversation = ? AND critical = 1 AND id = ?",
            *(dumps(conversation_id), str(entry_id)),
        )

    def delete_summary(self, conversation_id: Any, index: int) -> bool:
        """Delete the summary at an index, and return whether there was one."""
        rows = self._store.fetch_all(
            "SELECT seq FROM summaries WHERE conversation = ? ORDER BY seq", dumps(conversation_id)
        )
        if not 0 <= index < len(rows):
            return False
        return self._store.execute("DELETE FROM summaries WHERE seq = ?", rows[index]["seq"]) == 1

    def _entries(self, conversation_id: Any, critical: bool) -> List[sqlite3.Row]:
        return self._store.fetch_all(
            "SELECT * FROM entries WHERE conversation = ? AND critical = ? ORDER BY seq",
            *(dumps(conversation_id), int(critical)),
        )

    def _add(
        self, key: str, content: str, entry_type: str, importance: str, tags: Optional[Sequence[str]], critical: bool
    ) -> str:
        identifier = self._ids.make_stamped("mem", 7)
        self._store.execute(
            "INSERT INTO entries (id, conversation, critical, content, type, importance, tags, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(identifier, key, int(critical), dumps(content), entry_type, importance),
            *(None if tags is None else dumps(list(tags)), self._clock.now()),
        )
        return identifier

    def _compress(self, key: str) -> None:
        rows = self._store.fetch_all("SELECT * FROM entries WHERE conversation = ? AND critical = 0 ORDER BY seq", key)
        if len(rows) <= COMPRESS_ABOVE:
            return
        old = rows[:-KEPT]
        document = summarize_messages(
            self._ids.make_stamped("mem", 7), [(json.loads(row["content"]), row["created"]) for row in old]
        )
        self._store.execute("INSERT INTO summaries (conversation, document) VALUES (?, ?)", key, dumps(document))
        self._store.execute(
            "DELETE FROM entries WHERE conversation = ? AND critical = 0 AND seq <= ?", key, old[-1]["seq"]
        )


def serialize_entry(row: sqlite3.Row) -> Dict[str, Any]:
    """Serialize an entry as the service stores it."""
    tags = {} if row["tags"] is None else {"tags": json.loads(row["tags"])}
    return {
        "id": row["id"],
        "content": json.loads(row["content"]),
        "type": row["type"],
        "importance": row["importance"],
        **tags,
        "createdAt": format_iso(row["created"]),
    }


def serialize_message(row: sqlite3.Row) -> Dict[str, Any]:
    """Serialize a recent message as GET /memory shows it: the content cut after 200 UTF-16 code units."""
    entry = serialize_entry(row)
    content = entry["content"]
    timestamp = entry.pop("createdAt")
    shown = content if count_utf16_units(content) <= SHOWN else cut_utf16_units(content, SHOWN) + "..."
    return {**entry, "content": shown, "timestamp": timestamp}
