# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/search.py: edit that file, then run `make generate`.
"""POST and GET /search, POST /knowledge/gap."""

from __future__ import annotations

import re
import zlib
from typing import Any, Dict, List, NamedTuple

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._api.validation import LONG, NEEDED, Text
from infinity_assistant.testing._http.json_text import trim
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import success, unsuccessful
from infinity_assistant.testing._state.knowledge_base import Hit
from infinity_assistant.testing._state.markdown import Entry

_SEARCH_TEXTS = (
    Text("query", NEEDED, "Query is required and must be a non-empty string"),
    Text("query", (LONG,), "Query too long. Maximum {limit} characters."),
)
_GAP_TEXTS = (Text("query", NEEDED, "Query is required"),)
_GROUPS = {"wisdom": "wisdom", "pattern": "patterns", "gotcha": "gotchas"}
_MOST = 50
_SUGGESTED = 10
_INTEGER = re.compile(r"\s*[+-]?\d+")
_UNKNOWN = """I don't have specific information about "{query}" in my knowledge base yet.

**What I can tell you:**
- This topic has been noted for research
- Our team will investigate and add this knowledge
- Check back soon for updated information

*Tip: Upgrade to Assistant Pro for AI-powered answers to any question.*"""


class Gap(NamedTuple):
    """What became of a question that was noted as a gap."""

    id: str
    response: str
    known: bool
    created: int


def search(exchange: Exchange) -> Answer:
    """Search the knowledge, by group; a search of the free tier that finds nothing is noted as a gap."""
    started = exchange.parts.clock.now()
    body = exchange.checked(_SEARCH_TEXTS, unsuccessful)
    query = trim(body["query"])
    limit = _limit(body)
    groups = {name: _group(exchange, body, query, kind)[:limit] for kind, name in _GROUPS.items()}
    counts = {name: len(hits) for name, hits in groups.items()}
    total = sum(counts.values())
    gap = _note(exchange, query, body) if total == 0 and (body.get("userTier") or "free") == "free" else None
    sources = ["knowledge-base"] if gap is None else ["knowledge-base", "quick-research"]
    head = {"success": True, "query": query, "results": _results(groups), "counts": {"total": total, **counts}}
    metadata = {"searchTimeMs": exchange.parts.clock.now() - started, "sources": sources}
    found = {} if gap is None else _captured(gap)
    return success({**head, "metadata": metadata, **found})


def suggest(exchange: Exchange) -> Answer:
    """Suggest titles for the beginning of a query."""
    query = trim(exchange.request.param("q") or "")
    if len(query) < 2:
        return success({"success": True, "suggestions": []})
    asked = _INTEGER.match(exchange.request.param("limit") or str(_SUGGESTED))
    limit = min(int(asked.group()), _MOST) if asked else 0
    hits = exchange.parts.knowledge.search(query, limit=max(0, limit))
    suggestions = [_suggestion(hit.entry) for hit in hits]
    return success({"success": True, "suggestions": suggestions, "query": query, "count": len(suggestions)})


def report_gap(exchange: Exchange) -> Answer:
    """Note a question that the knowledge does not answer, and answer it if it does after all."""
    started = exchange.parts.clock.now()
    body = exchange.checked(_GAP_TEXTS, unsuccessful)
    gap = _note(exchange, trim(body["query"]), body)
    head = {"success": True, "response": gap.response, "gapId": gap.id, "knowledgeCreated": gap.created}
    took = exchange.parts.clock.now() - started
    return success({**head, "hadExistingKnowledge": gap.known, "processingTime": took})


def _limit(body: Dict[str, Any]) -> int:
    """Read the limit as the service does: a number or a numeral, at most 50; anything else is zero."""
    value = body.get("limit", 20)
    if value is None or isinstance(value, bool):
        return int(bool(value))
    if isinstance(value, (int, float)):
        return int(max(-_MOST, min(value, _MOST)))
    found = _INTEGER.match(value) if isinstance(value, str) else None
    return min(int(found.group()), _MOST) if found else 0


def _group(exchange: Exchange, body: Dict[str, Any], query: str, kind: str) -> List[Hit]:
    wanted = body.get("type") or "all"
    if wanted not in ("all", kind, _GROUPS[kind]):
        return []
    tags = body.get("tags")
    tags = [str(tag) for tag in tags] if isinstance(tags, list) else []
    domain = body.get("domain")
    return exchange.parts.knowledge.search(query, (kind,), _MOST, domain if isinstance(domain, str) else None, tags)


def _results(groups: Dict[str, List[Hit]]) -> Dict[str, Any]:
    return {
        "wisdom": [_titled(hit) for hit in groups["wisdom"]],
        "patterns": [_named(hit) for hit in groups["patterns"]],
        "gotchas": [_titled(hit) for hit in groups["gotchas"]],
    }


def _titled(hit: Hit) -> Dict[str, Any]:
    entry = hit.entry
    return {
        "id": entry.id, "title": entry.title, "content": entry.content, "score": hit.score, "source": hit.source
    }  # fmt: skip


def _named(hit: Hit) -> Dict[str, Any]:
    entry = hit.entry
    named = {"id": entry.id, "name": entry.title, "description": entry.content}
    return {**named, "score": hit.score, "domain": entry.domain}


def _suggestion(entry: Entry) -> Dict[str, Any]:
    domain = {"domain": entry.domain} if entry.type == "pattern" else {}
    return {"text": entry.title, "type": entry.type, "metadata": {**domain, f"{entry.type}_id": entry.id}}


def _note(exchange: Exchange, query: str, body: Dict[str, Any]) -> Gap:
    parts = exchange.parts
    identifier = parts.ids.stamped("gap", 6)
    details = (str(body.get(name)) if body.get(name) is not None else None for name in ("source", "context"))
    parts.store.run(
        "INSERT INTO gaps (id, query, user_id, source, context, created) VALUES (?, ?, ?, ?, ?, ?)",
        *(identifier, query, str(body.get("userId") or "anonymous"), *details, parts.clock.now()),
    )
    hits = parts.knowledge.search(query, limit=3)
    if not hits:
        return Gap(identifier, _UNKNOWN.format(query=query), known=False, created=0)
    points = "\n".join(f"- {hit.entry.title}" for hit in hits)
    response = f"{hits[0].entry.content}\n\n**Key Points:**\n{points}"
    return Gap(identifier, response, known=True, created=_learn(exchange, query, hits[0], identifier))


def _learn(exchange: Exchange, query: str, best: Hit, gap: str) -> int:
    """Remember the question beside its answer, so that the next search finds it by the asker's words."""
    known = f"{best.entry.type[0].upper()}.LEARNED.{zlib.crc32(query.encode('utf-8', 'replace')):08x}"
    if exchange.parts.knowledge.knows(known):
        return 0
    exchange.parts.knowledge.add(best.entry._replace(id=known, title=query))
    announced = {"id": known, "type": best.entry.type, "query": query, "gapId": gap}
    exchange.parts.outbox.emit("knowledge.created", announced)
    return 1


def _captured(gap: Gap) -> Dict[str, Any]:
    return {"gapCaptured": True, "generatedAnswer": gap.response, "knowledgeCreated": gap.created}
