# SPDX-License-Identifier: MIT
"""Search the knowledge base, with SQLite's full-text search and BM25 ranking."""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from typing import List, NamedTuple, Optional, Sequence, Tuple

from infinity_assistant.testing._resources import read_resource
from infinity_assistant.testing._state.markdown import TYPES, KnowledgeEntry, parse_entries
from infinity_assistant.testing._state.store import Store

CORPUS = "corpus"
LEARNED = "learned"
#: By name, because a zip archive cannot be listed on every Python.
CORPUS_FILES = (
    "01_start",
    "02_chat",
    "03_streams",
    "04_errors",
    "05_retries",
    "06_keys_and_limits",
    "07_memory_and_knowledge",
    "08_webhooks",
    "09_testing",
    "10_running",
)
_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    """a about am an and any are as at be but by can could did do does for from had has have hello hey hi how i if in is
    it its know me my no not of on or our please should so tell than thank thanks that the their them then there
    these they this to was we were what when where which who why will with would yes you your""".split()  # noqa: SIM905
)
_WEIGHTS = "0, 0, 6.0, 2.0, 3.0, 4.0, 0"
_ANY = "SELECT 1 FROM knowledge WHERE knowledge MATCH ? LIMIT 1"
ALL = -1
_SELECT = f"SELECT id, type, title, content, domain, tags, origin, -bm25(knowledge, {_WEIGHTS}) AS rank FROM knowledge"


class Hit(NamedTuple):
    """An entry that a search found; the score is higher for a better match, and may exceed 1."""

    entry: KnowledgeEntry
    score: float
    source: str


class KnowledgeBase:
    """The entries in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, entries: Sequence[KnowledgeEntry], origin: str) -> None:
        """Load entries, replacing those of the same origin."""
        with self._store.transaction():
            self._store.execute("DELETE FROM knowledge WHERE origin = ?", origin)
            for entry in entries:
                self.add(entry, origin)

    def add(self, entry: KnowledgeEntry, origin: str = LEARNED) -> None:
        """Add one entry."""
        self._store.execute(
            "INSERT INTO knowledge (id, type, title, content, domain, tags, origin) VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(entry.id, entry.type, entry.title, entry.content, entry.domain, " ".join(entry.tags), origin),
        )

    def has_entry(self, identifier: str) -> bool:
        """Return whether there is an entry of that id."""
        return self._store.fetch_one("SELECT 1 FROM knowledge WHERE id = ?", identifier) is not None

    def search(
        self,
        query: str,
        types: Sequence[str] = TYPES,
        limit: int = 20,
        domain: Optional[str] = None,
        tags: Sequence[str] = (),
    ) -> List[Hit]:
        """Find entries with any word of the query, the best first; narrowed to types, a domain, any of the tags."""
        match = _build_match(query)
        if match is None or limit == 0:
            return []
        placeholders = ", ".join("?" * len(types))
        rows = self._store.fetch_all(
            f"{_SELECT} WHERE knowledge MATCH ? AND type IN ({placeholders}) AND ? IN ('', domain)"
            " ORDER BY rank DESC, id LIMIT ?",
            *(match, *types, domain or "", ALL if tags else limit),
        )
        hits = [_read_hit(row) for row in rows]
        return [hit for hit in hits if not tags or set(tags) & set(hit.entry.tags)][: None if limit == ALL else limit]

    def has_match(self, query: str) -> bool:
        """Return whether any entry has a word of the query."""
        match = _build_match(query)
        return match is not None and self._store.fetch_one(_ANY, match) is not None

    def list_titles(self, limit: int) -> List[str]:
        """List the titles of some entries, one a domain, as suggestions of what to ask."""
        rows = self._store.fetch_all("SELECT title FROM knowledge GROUP BY domain ORDER BY min(rowid) LIMIT ?", limit)
        return [row["title"] for row in rows]

    def list_entries(self, after: int = 0) -> List[Tuple[int, KnowledgeEntry]]:
        """List the entries after a number, each with its own, in the order in which they came."""
        rows = self._store.fetch_all(
            "SELECT rowid, id, type, title, content, domain, tags FROM knowledge WHERE rowid > ? ORDER BY rowid", after
        )
        return [(row["rowid"], _read_entry(row)) for row in rows]

    def count(self) -> int:
        """Count the entries."""
        row = self._store.fetch_one("SELECT count(*) AS entries FROM knowledge")
        return 0 if row is None else int(row["entries"])


@lru_cache(maxsize=1)
def load_corpus() -> List[KnowledgeEntry]:
    """Read the entries that the package carries."""
    files = [(name, read_resource(f"testing/_state/knowledge/{name}.md").decode()) for name in CORPUS_FILES]
    return [entry for name, text in files for entry in parse_entries(text, name, f"knowledge/{name}.md")]


def extract_keywords(text: str) -> List[str]:
    """Return the words of a text that say what it is about, in lower case."""
    return [word for word in (found.lower() for found in _WORD.findall(text)) if word not in _COMMON]


def _build_match(query: str) -> Optional[str]:
    wanted = extract_keywords(query)[:40]
    return " OR ".join(f'"{word}"*' for word in wanted) if wanted else None


def _read_hit(row: sqlite3.Row) -> Hit:
    return Hit(_read_entry(row), round(row["rank"] / 10, 3), row["origin"])


def _read_entry(row: sqlite3.Row) -> KnowledgeEntry:
    tags = tuple(row["tags"].split())
    return KnowledgeEntry(row["id"], row["type"], row["title"], row["content"], row["domain"], tags)
