# SPDX-License-Identifier: MIT
"""GET /analytics/knowledge."""

from __future__ import annotations

from typing import Any, Dict, List

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import success
from infinity_assistant.testing._state.clock import iso

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


def knowledge(exchange: Exchange) -> Answer:
    """Count what was asked in chats, and what of it the knowledge has no answer to."""
    mode = exchange.request.param("mode") or "all"
    professional = _figures(exchange, "professional") if mode in ("all", "professional") else None
    companion = _figures(exchange, "companion") if mode in ("all", "companion") else None
    both = [(name, found) for name, found in (("professional", professional), ("companion", companion)) if found]
    data: Dict[str, Any] = {
        "summary": _sum([found for _, found in both]),
        "professional": professional and _professional(professional),
        "companion": companion and _companion(companion),
        "trends": {"jobCategories": [], "interests": [], "experimental": [], "canonical": []},
        "accuracy": None,
        "topQueries": {"byCategory": {}, "global": []},
        "topCategories": [{"type": name, **_CATEGORY, **_counts(found)} for name, found in both if found["queries"]],
        "knowledgeGaps": [_gap(name, found) for name, found in both if found["gaps"]],
    }
    return success({"success": True, "data": data, "timestamp": exchange.parts.clock.iso()})


def _figures(exchange: Exchange, track: str) -> Dict[str, Any]:
    frame = _FRAMES.get(exchange.request.param("timeframe") or "all")
    since = 0 if frame is None else exchange.parts.clock.now() - frame
    rows = exchange.parts.store.all(
        "SELECT query, count(*) AS asked, sum(gap) AS gaps, max(created) AS last FROM queries"
        " WHERE track = ? AND created >= ? GROUP BY query ORDER BY asked DESC, query",
        *(track, since),
    )
    top = [{"query": row["query"], "count": row["asked"]} for row in rows[:5]]
    counts = {"queries": sum(row["asked"] for row in rows), "gaps": sum(row["gaps"] for row in rows)}
    return {**counts, "top": top, "last": iso(max((row["last"] for row in rows), default=0))}


def _sum(found: List[Dict[str, Any]]) -> Dict[str, int]:
    queries, gaps = (sum(one[name] for one in found) for name in ("queries", "gaps"))
    return dict(zip(_TOTALS, (queries, gaps, 0, 0)))


def _counts(found: Dict[str, Any]) -> Dict[str, int]:
    counts = {"totalQueries": found["queries"], "knowledgeGaps": found["gaps"]}
    return {**counts, "experimentalKnowledge": 0, "canonicalKnowledge": 0}


def _listed(found: Dict[str, Any], **more: str) -> List[Dict[str, Any]]:
    return [{**more, **_counts(found), "topQueries": found["top"]}] if found["queries"] else []


def _professional(found: Dict[str, Any]) -> Dict[str, Any]:
    categories = _listed(found, **_CATEGORY)
    return {"summary": _sum([found]), "topCategories": categories, "byCategory": categories}


def _companion(found: Dict[str, Any]) -> Dict[str, Any]:
    """Tell about companion chats; all of them count as general interest of nobody in particular."""
    detail = {**_INTEREST, "interestCategory": "general", "lastUpdated": found["last"]}
    staged = _listed(found, **detail, lifeStage="general")
    stages = [
        {"stage": stage, "displayName": name, "metrics": staged if stage == "general" else []}
        for stage, name in _STAGES.items()
    ]
    summary = {"summary": _sum([found]), "topInterests": _listed(found, **_INTEREST)}
    return {**summary, "byLifeStage": stages, "byInterest": _listed(found, **detail)}


def _gap(track: str, found: Dict[str, Any]) -> Dict[str, Any]:
    ratio = found["gaps"] / found["queries"]
    priority = "high" if ratio > 0.3 else "medium" if ratio > 0.15 else "low"
    counts = {"totalQueries": found["queries"], "knowledgeGaps": found["gaps"]}
    return {"type": track, **_CATEGORY, **counts, "gapRatio": ratio, "priority": priority}
