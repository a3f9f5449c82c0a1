# SPDX-License-Identifier: MIT
"""POST and GET /search, POST /knowledge/gap."""

from __future__ import annotations

import re
import zlib
from typing import Any, Dict, List, NamedTuple

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import LONG, NEEDED, ErrorText
from infinity_assistant.testing._http.json_text import trim
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json, build_unsuccessful
from infinity_assistant.testing._state.knowledge_base import ALL, Hit
from infinity_assistant.testing._state.markdown import KnowledgeEntry

_SEARCH_TEXTS = (
    ErrorText("query", NEEDED, "Query is required and must be a non-empty string"),
    ErrorText("query", (LONG,), "Query too long. Maximum {limit} characters."),
)
_GAP_TEXTS = (ErrorText("query", NEEDED, "Query is required"),)
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
    """A question that was recorded as a gap, and the response to it."""

    id: str
    response: str
    known: bool
    created: int


def search(context: RequestContext) -> Response:
    """Search the knowledge, by group; a search of the free tier that finds nothing is recorded as a gap."""
    started = context.services.clock.now()
    body = context.parse_body(_SEARCH_TEXTS, build_unsuccessful)
    query = trim(body["query"])
    limit = _parse_limit(body)
    found = {name: _search_type(context, body, query, entry_type) for entry_type, name in _GROUPS.items()}
    groups = {name: hits[:limit] for name, hits in found.items()}
    counts = {name: len(hits) for name, hits in found.items()}
    total = sum(counts.values())
    gap = _record_gap(context, query, body) if total == 0 and (body.get("userTier") or "free") == "free" else None
    sources = ["knowledge-base"] if gap is None else ["knowledge-base", "quick-research"]
    head = {"success": True, "query": query, "results": _build_results(groups), "counts": {"total": total, **counts}}
    metadata = {"searchTimeMs": context.services.clock.now() - started, "sources": sources}
    captured = {} if gap is None else _build_capture(gap)
    return build_json({**head, "metadata": metadata, **captured})


def suggest(context: RequestContext) -> Response:
    """Suggest titles for the beginning of a query."""
    query = trim(context.request.query_param("q") or "")
    if len(query) < 2:
        return build_json({"success": True, "suggestions": []})
    asked = _INTEGER.match(context.request.query_param("limit") or str(_SUGGESTED))
    limit = min(int(asked.group()), _MOST) if asked else 0
    hits = context.services.knowledge.search(query, limit=max(0, limit))
    suggestions = [_build_suggestion(hit.entry) for hit in hits]
    return build_json({"success": True, "suggestions": suggestions, "query": query, "count": len(suggestions)})


def report_gap(context: RequestContext) -> Response:
    """Record a question as a gap, and answer it if the knowledge does after all."""
    started = context.services.clock.now()
    body = context.parse_body(_GAP_TEXTS, build_unsuccessful)
    gap = _record_gap(context, trim(body["query"]), body)
    head = {"success": True, "response": gap.response, "gapId": gap.id, "knowledgeCreated": gap.created}
    elapsed = context.services.clock.now() - started + round(context.waited * 1000)
    return build_json({**head, "hadExistingKnowledge": gap.known, "processingTime": elapsed})


def _parse_limit(body: Dict[str, Any]) -> int:
    """Read the limit as the service does: a number or a numeral, at most 50; anything else is zero."""
    value = body.get("limit", 20)
    if value is None or isinstance(value, bool):
        return int(bool(value))
    if isinstance(value, (int, float)):
        return int(max(-_MOST, min(value, _MOST)))
    found = _INTEGER.match(value) if isinstance(value, str) else None
    return min(int(found.group()), _MOST) if found else 0


def _search_type(context: RequestContext, body: Dict[str, Any], query: str, entry_type: str) -> List[Hit]:
    wanted = body.get("type")
    if wanted in _GROUPS.values() and wanted != _GROUPS[entry_type]:  # any other value finds everything
        return []
    tags = body.get("tags")
    tags = [str(tag) for tag in tags] if isinstance(tags, list) else []
    domain = body.get("domain")
    return context.services.knowledge.search(
        query, (entry_type,), ALL, domain if isinstance(domain, str) else None, tags
    )


def _build_results(groups: Dict[str, List[Hit]]) -> Dict[str, Any]:
    return {
        "wisdom": [_build_titled(hit) for hit in groups["wisdom"]],
        "patterns": [_build_named(hit) for hit in groups["patterns"]],
        "gotchas": [_build_titled(hit) for hit in groups["gotchas"]],
    }


def _build_titled(hit: Hit) -> Dict[str, Any]:
    entry = hit.entry
    return {
        "id": entry.id, "title": entry.title, "content": entry.content, "score": hit.score, "source": hit.source
    }  # fmt: skip


def _build_named(hit: Hit) -> Dict[str, Any]:
    entry = hit.entry
    named = {"id": entry.id, "name": entry.title, "description": entry.content}
    return {**named, "score": hit.score, "domain": entry.domain}


def _build_suggestion(entry: KnowledgeEntry) -> Dict[str, Any]:
    domain = {"domain": entry.domain} if entry.type == "pattern" else {}
    return {"text": entry.title, "type": entry.type, "metadata": {**domain, f"{entry.type}_id": entry.id}}


def _record_gap(context: RequestContext, query: str, body: Dict[str, Any]) -> Gap:
    services = context.services
    identifier = services.ids.make_stamped("gap", 6)
    details = (str(body.get(name)) if body.get(name) is not None else None for name in ("source", "context"))
    services.store.execute(
        "INSERT INTO gaps (id, query, user_id, source, context, created) VALUES (?, ?, ?, ?, ?, ?)",
        *(identifier, query, str(body.get("userId") or "anonymous"), *details, services.clock.now()),
    )
    hits = services.knowledge.search(query, limit=3)
    if not hits:
        return Gap(identifier, _UNKNOWN.format(query=query), known=False, created=0)
    points = "\n".join(f"- {hit.entry.title}" for hit in hits)
    response = f"{hits[0].entry.content}\n\n**Key Points:**\n{points}"
    return Gap(identifier, response, known=True, created=_learn_question(context, query, hits[0], identifier))


def _learn_question(context: RequestContext, query: str, best: Hit, gap: str) -> int:
    """Store the question beside the entry that answers it, so that the next search finds it by its own words."""
    known = f"{best.entry.type[0].upper()}.LEARNED.{zlib.crc32(query.encode('utf-8', 'replace')):08x}"
    if context.services.knowledge.has_entry(known):
        return 0
    context.services.knowledge.add(best.entry._replace(id=known, title=query))
    announced = {"id": known, "type": best.entry.type, "query": query, "gapId": gap}
    context.services.outbox.emit("knowledge.created", announced)
    return 1


def _build_capture(gap: Gap) -> Dict[str, Any]:
    return {"gapCaptured": True, "generatedAnswer": gap.response, "knowledgeCreated": gap.created}
