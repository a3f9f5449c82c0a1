# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/analytics.py: edit that file, then run `make generate`.
"""GET /analytics/knowledge."""

from __future__ import annotations

from typing import Any, Dict, List

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json
from infinity_assistant.testing._state.clock import format_iso

_DAY = 86_400_000
_FRAMES = {"day": _DAY, "week": 7 * _DAY, "month": 30 * _DAY}
_CATEGORY = {"category": "general", "displayName": "General"}
_INTEREST = {"interest": "general", "displayName": "General"}
_STAGES = {
    "student": "Student",
    "parent": "Parent",
    "retiree": "Retiree",
    "hobbyist": "Hobbyist",
    "caregiver": "Caregiver",
    "life-transition": "Life Transition",
    "professional-personal": "Work-Life Balance",
    "general": "General",
    "unknown": "Unknown",
}
_TOTALS = ("totalQueries", "totalKnowledgeGaps", "totalExperimentalKnowledge", "totalCanonicalKnowledge")


def analyze_knowledge(context: RequestContext) -> Response:
    """Count what was asked in chats, and for what of it there is no knowledge."""
    mode = context.request.query_param("mode") or "all"
    professional = _count_queries(context, "professional") if mode in ("all", "professional") else None
    companion = _count_queries(context, "companion") if mode in ("all", "companion") else None
    both = [(name, found) for name, found in (("professional", professional), ("companion", companion)) if found]
    data: Dict[str, Any] = {
        "summary": _build_summary([found for _, found in both]),
        "professional": professional and _build_professional(professional),
        "companion": companion and _build_companion(companion),
        "trends": {"jobCategories": [], "interests": [], "experimental": [], "canonical": []},
        "accuracy": None,
        "topQueries": {"byCategory": {}, "global": []},
        "topCategories": [
            {"type": name, **_CATEGORY, **_build_counts(found)} for name, found in both if found["queries"]
        ],
        "knowledgeGaps": [_build_gap(name, found) for name, found in both if found["gaps"]],
    }
    return build_json({"success": True, "data": data, "timestamp": context.services.clock.now_iso()})


def _count_queries(context: RequestContext, track: str) -> Dict[str, Any]:
    encode_event = _FRAMES.get(context.request.query_param("timeframe") or "all")
    since = 0 if encode_event is None else context.services.clock.now() - encode_event
    rows = context.services.store.fetch_all(
        "SELECT query, count(*) AS asked, sum(gap) AS gaps, max(created) AS last FROM queries"
        " WHERE track = ? AND created >= ? GROUP BY query ORDER BY asked DESC, query",
        *(track, since),
    )
    top = [{"query": row["query"], "count": row["asked"]} for row in rows[:5]]
    counts = {"queries": sum(row["asked"] for row in rows), "gaps": sum(row["gaps"] for row in rows)}
    return {**counts, "top": top, "last": format_iso(max((row["last"] for row in rows), default=0))}


def _build_summary(found: List[Dict[str, Any]]) -> Dict[str, int]:
    queries, gaps = (sum(one[name] for one in found) for name in ("queries", "gaps"))
    return dict(zip(_TOTALS, (queries, gaps, 0, 0)))


def _build_counts(found: Dict[str, Any]) -> Dict[str, int]:
    counts = {"totalQueries": found["queries"], "knowledgeGaps": found["gaps"]}
    return {**counts, "experimentalKnowledge": 0, "canonicalKnowledge": 0}


def _build_category(found: Dict[str, Any], **more: str) -> List[Dict[str, Any]]:
    return [{**more, **_build_counts(found), "topQueries": found["top"]}] if found["queries"] else []


def _build_professional(found: Dict[str, Any]) -> Dict[str, Any]:
    categories = _build_category(found, **_CATEGORY)
    return {"summary": _build_summary([found]), "topCategories": categories, "byCategory": categories}


def _build_companion(found: Dict[str, Any]) -> Dict[str, Any]:
    """Build the part on companion chats; all of them count as general interest."""
    detail = {**_INTEREST, "interestCategory": "general", "lastUpdated": found["last"]}
    staged = _build_category(found, **detail, lifeStage="general")
    stages = [
        {"stage": stage, "displayName": name, "metrics": staged if stage == "general" else []}
        for stage, name in _STAGES.items()
    ]
    summary = {"summary": _build_summary([found]), "topInterests": _build_category(found, **_INTEREST)}
    return {**summary, "byLifeStage": stages, "byInterest": _build_category(found, **detail)}


def _build_gap(track: str, found: Dict[str, Any]) -> Dict[str, Any]:
    ratio = found["gaps"] / found["queries"]
    priority = "high" if ratio > 0.3 else "medium" if ratio > 0.15 else "low"
    counts = {"totalQueries": found["queries"], "knowledgeGaps": found["gaps"]}
    return {"type": track, **_CATEGORY, **counts, "gapRatio": ratio, "priority": priority}
