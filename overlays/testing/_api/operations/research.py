# SPDX-License-Identifier: MIT
"""POST and GET /research."""

from __future__ import annotations

from typing import Any, Dict, List

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import NEEDED, ErrorText
from infinity_assistant.testing._faults.error_responses import build_server_error
from infinity_assistant.testing._http.json_text import trim
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json, build_unsuccessful
from infinity_assistant.testing._state.knowledge_base import Hit, extract_keywords

_TEXTS = (ErrorText("topic", NEEDED, "Topic is required and must be a non-empty string"),)
_DEPTH = {"quick": 3, "standard": 5, "deep": 10, "comprehensive": 20}
_BUDGETS = {"quick": "< 500ms", "standard": "< 2s", "deep": "< 10s", "comprehensive": "< 30s"}
_ECHOED = ("context", "domains", "maxSources", "includeExternal")
_CONFIDENCE = 0.75
_NO_LIST = "domains.slice is not a function"


def research(context: RequestContext) -> Response:
    """Look a topic up in the knowledge; there is no other source, whatever `includeExternal` says."""
    body = context.parse_body(_TEXTS, build_unsuccessful)
    started = context.services.clock.now()
    domains = body.get("domains")
    if domains is not None and not isinstance(domains, (list, str)):
        return build_server_error("research", _NO_LIST)
    topic, mode = trim(body["topic"]), body.get("mode") or "standard"
    hits = _find_hits(context, topic, mode, body)
    query = {"topic": topic, "mode": mode, **{name: body[name] for name in _ECHOED if name in body}}
    ended = context.services.clock.now()
    context.services.store.execute(
        "INSERT INTO researches (topic, findings, took) VALUES (?, ?, ?)", topic, len(hits), ended - started
    )
    result = {
        "query": query,
        "findings": [_build_finding(hit) for hit in hits],
        "synthesis": _build_synthesis(topic, hits),
        "sources": {"internal": len(hits), "external": 0, "total": len(hits)},
        "timing": {"startTime": started, "endTime": ended, "durationMs": ended - started},
        "mode": mode,
    }
    return build_json({"success": True, "result": result})


def get_status(context: RequestContext) -> Response:
    """Return how much was researched."""
    row = context.services.store.fetch_one(
        "SELECT count(*) AS total, coalesce(avg(took), 0) AS took, coalesce(avg(findings), 0) AS findings"
        " FROM researches"
    )
    assert row is not None
    metrics = {"totalResearches": row["total"], "cacheHits": 0, "avgTimeMs": round(row["took"])}
    found = {**metrics, "avgFindings": round(row["findings"], 1)}
    head = {"success": True, "status": "available", "metrics": found}
    return build_json({**head, "modes": list(_DEPTH), "timeBudgets": _BUDGETS})


def _find_hits(context: RequestContext, topic: str, mode: Any, body: Dict[str, Any]) -> List[Hit]:
    most = _DEPTH.get(mode, _DEPTH["standard"]) if isinstance(mode, str) else _DEPTH["standard"]
    asked = body.get("maxSources")
    if isinstance(asked, int) and asked > 0:
        most = min(most, asked)
    domains = body.get("domains")
    wanted = [str(domain) for domain in domains] if isinstance(domains, list) else []
    hits = context.services.knowledge.search(topic, limit=_DEPTH["comprehensive"])
    preferred = [hit for hit in hits if hit.entry.domain in wanted]
    return (preferred or hits)[:most]


def _build_finding(hit: Hit) -> Dict[str, Any]:
    entry = hit.entry
    found = {"id": entry.id, "content": entry.content, "source": hit.source, "sourceType": entry.type}
    weighed = {"relevance": hit.score, "confidence": _CONFIDENCE, "domain": entry.domain}
    return {**found, **weighed, "metadata": {"references": list(entry.tags)}}


def _build_synthesis(topic: str, hits: List[Hit]) -> Dict[str, Any]:
    summary = f'Research on "{topic}" completed with {len(hits)} findings.'
    advice = [hit.entry.title for hit in hits if hit.entry.type == "pattern"][:3]
    gaps = _find_gaps(topic, hits)
    insights = [hit.entry.content for hit in hits[:3]]
    confidence = 0.7 if hits else 0.3
    return {
        "summary": summary,
        "keyInsights": insights,
        "recommendations": advice,
        "gaps": gaps,
        "confidence": confidence,
    }


def _find_gaps(topic: str, hits: List[Hit]) -> List[str]:
    found = {hit.entry.type for hit in hits}
    text = " ".join(f"{hit.entry.title} {hit.entry.content}" for hit in hits).lower()
    kinds = [] if found & {"pattern", "gotcha"} else [f'No practical patterns or gotchas found for "{topic}"']
    principles = [] if "wisdom" in found else [f'No wisdom/principles found for "{topic}"']
    aspects = [f'Limited coverage of "{word}" aspect' for word in extract_keywords(topic) if word not in text]
    return [*kinds, *principles, *aspects]
