# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag knowledge. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Optional, Sequence

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

SUGGEST_KNOWLEDGE = Operation(
    id="suggest_knowledge",
    method="GET",
    path="/search",
    read=reading.ModelReader(m, "KnowledgeSuggestResponse"),
    idempotent=True,
    arguments={"q": "q", "limit": "limit"},
)

SEARCH_KNOWLEDGE = Operation(
    id="search_knowledge",
    method="POST",
    path="/search",
    read=reading.ModelReader(m, "KnowledgeSearchResponse"),
    idempotent=True,
    arguments={
        "query": "query",
        "type": "type",
        "limit": "limit",
        "domain": "domain",
        "tags": "tags",
        "userId": "user_id",
        "userTier": "user_tier",
    },
)

KNOWLEDGE_GAP_STATS = Operation(
    id="knowledge_gap_stats",
    method="GET",
    path="/knowledge/gap",
    read=reading.ModelReader(m, "KnowledgeGapStatsResponse"),
    idempotent=True,
)

REPORT_KNOWLEDGE_GAP = Operation(
    id="report_knowledge_gap",
    method="POST",
    path="/knowledge/gap",
    read=reading.ModelReader(m, "KnowledgeGapResponse"),
    idempotent=False,
    arguments={"query": "query", "userId": "user_id", "source": "source", "context": "context"},
)

ASSESS_RESEARCH_NEED = Operation(
    id="assess_research_need",
    method="POST",
    path="/knowledge/needs-research",
    read=reading.ModelReader(m, "ResearchNeedResponse"),
    idempotent=True,
    arguments={"topic": "topic"},
)


def suggest_knowledge(
    *,
    q: str,
    limit: Optional[int] = None,
) -> Call[m.KnowledgeSuggestResponse]:
    """Suggest titles while a query is being typed.

    A blank query, or a limit below 1, has no suggestions.

    - `q`: The beginning of a query.
    - `limit`: The most suggestions wanted.
    """
    _query: Dict[str, Any] = {"q": check.check_text("q", q)}
    if limit is not None:
        _query["limit"] = limit
    return Call(SUGGEST_KNOWLEDGE, query=_query)


def search_knowledge(
    *,
    query: str,
    type: Optional[m.KnowledgeType] = None,
    limit: Optional[int] = None,
    domain: Optional[str] = None,
    tags: Optional[Sequence[str]] = None,
    user_id: Optional[str] = None,
    user_tier: Optional[str] = None,
) -> Call[m.KnowledgeSearchResponse]:
    """Search the knowledge base.

    Results come in three groups, best first. Scores order the results of one group and may exceed 1.

    - `query`: The words to search for. At most 500 UTF-16 code units (an emoji is two), not blank.
    - `type`: The groups to search; all by default. One of `all`, `wisdom`, `patterns`, `gotchas`.
    - `limit`: The most results in each group; the service gives at most 50. The service takes `20` when it is absent.
    - `domain`: Only knowledge of this domain, such as api.
    - `tags`: Only knowledge with these tags.
    - `user_id`: Who is searching.
    - `user_tier`: The tier of the user, such as free or pro.
    """
    _body: Dict[str, Any] = {
        "query": check.check_text("query", query, min_length=1, max_length=500, blank=False, unit=check.UTF16)
    }
    if type is not None:
        _body["type"] = check.check_text("type", type)
    if limit is not None:
        _body["limit"] = limit
    if domain is not None:
        _body["domain"] = check.check_text("domain", domain)
    if tags is not None:
        _body["tags"] = check.check_list("tags", tags)
    if user_id is not None:
        _body["userId"] = check.check_text("user_id", user_id, min_length=1, blank=False)
    if user_tier is not None:
        _body["userTier"] = check.check_text("user_tier", user_tier)
    return Call(SEARCH_KNOWLEDGE, body=_body)


def knowledge_gap_stats() -> Call[m.KnowledgeGapStatsResponse]:
    """Get figures on the gaps that were reported."""
    return Call(KNOWLEDGE_GAP_STATS)


def report_knowledge_gap(
    *,
    query: str,
    user_id: Optional[str] = None,
    source: Optional[m.KnowledgeGapSource] = None,
    context: Optional[str] = None,
) -> Call[m.KnowledgeGapResponse]:
    """Report a question that the knowledge base cannot answer.

    The gap is noted for research; `response` says what can be said already.

    - `query`: The question. Not blank.
    - `user_id`: Who asked.
    - `source`: What the user was doing. One of `free_search`, `assist`, `build`.
    - `context`: What surrounds the question.
    """
    _body: Dict[str, Any] = {"query": check.check_text("query", query, min_length=1, blank=False)}
    if user_id is not None:
        _body["userId"] = check.check_text("user_id", user_id, min_length=1, blank=False)
    if source is not None:
        _body["source"] = check.check_text("source", source)
    if context is not None:
        _body["context"] = check.check_text("context", context)
    return Call(REPORT_KNOWLEDGE_GAP, body=_body)


def assess_research_need(
    *,
    topic: str,
) -> Call[m.ResearchNeedResponse]:
    """Ask whether a topic needs research.

    What the knowledge base knows of a topic, what it lacks, and how urgent that is.

    - `topic`: What to assess. Not blank.
    """
    _body: Dict[str, Any] = {"topic": check.check_text("topic", topic, min_length=1, blank=False)}
    return Call(ASSESS_RESEARCH_NEED, body=_body)
