# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_knowledge.py: edit that file, then run `make generate`.
"""Knowledge: search, research, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._client.base import Base
from infinity_assistant._core.privacy import private_tracebacks
from infinity_assistant._lazy_modules import LazyModule

if TYPE_CHECKING:
    from infinity_assistant._client import annotation_names as t
else:
    t = LazyModule("infinity_assistant._client.annotation_names")


@private_tracebacks
class Knowledge(Base):
    """The methods of a client that find things out."""

    def search_knowledge(
        self,
        query: str,
        *,
        type: Optional[m.KnowledgeType] = None,
        limit: Optional[int] = None,
        domain: Optional[str] = None,
        tags: Optional[Sequence[str]] = None,
        user_id: Optional[str] = None,
        user_tier: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.KnowledgeSearchResponse:
        """Search the knowledge base (POST /search).

        Args:
            query: The words to search for, 1 to 500 UTF-16 code units, not blank.
            type: Which groups to search: "all" (unless given), "wisdom", "patterns" or "gotchas".
            limit: The most results of each group: 20 unless given, at most 50.
            domain: Only knowledge of this domain, such as "api".
            tags: Only knowledge with these tags.
            user_id: Who is searching.
            user_tier: The tier of the user, such as "free" or "pro".
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(
            api.search_knowledge,
            options,
            query=query,
            type=type,
            limit=limit,
            domain=domain,
            tags=tags,
            user_id=user_id,
            user_tier=user_tier,
        )

    def suggest_knowledge(
        self, query: str, *, limit: Optional[int] = None, **options: t.Unpack[t.CallOptions]
    ) -> m.KnowledgeSuggestResponse:
        """Suggest entries while somebody types (GET /search).

        Args:
            query: The beginning of a query; a blank one has no suggestions.
            limit: The most suggestions wanted.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.suggest_knowledge, options, q=query, limit=limit)

    def report_knowledge_gap(
        self,
        query: str,
        *,
        source: Optional[m.KnowledgeGapSource] = None,
        context: Optional[str] = None,
        user_id: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.KnowledgeGapResponse:
        """Report a question that the knowledge base cannot answer (POST /knowledge/gap).

        Args:
            query: The question, not blank.
            source: What the user was doing: "free_search", "assist" or "build".
            context: What surrounds the question.
            user_id: Who asked.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(
            api.report_knowledge_gap, options, query=query, source=source, context=context, user_id=user_id
        )

    def knowledge_gap_stats(self, **options: t.Unpack[t.CallOptions]) -> m.KnowledgeGapStatsResponse:
        """Fetch how many gaps were reported, and what became of them (GET /knowledge/gap).

        Args:
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.knowledge_gap_stats, options)

    def assess_research_need(self, topic: str, **options: t.Unpack[t.CallOptions]) -> m.ResearchNeedResponse:
        """Ask whether a topic needs research, and why (POST /knowledge/needs-research).

        Args:
            topic: The topic, not blank.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.assess_research_need, options, topic=topic)

    def research(
        self,
        topic: str,
        *,
        mode: Optional[m.ResearchMode] = None,
        context: Optional[str] = None,
        domains: Optional[Sequence[str]] = None,
        max_sources: Optional[int] = None,
        include_external: Optional[bool] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.ResearchResponse:
        """Research a topic (POST /research): findings, and what follows from them.

        Args:
            topic: What to find out about, not blank.
            mode: How thorough to be: "quick", "standard", "deep" or "comprehensive".
            context: What the findings are needed for.
            domains: The domains to look into, such as "api".
            max_sources: The most sources to use.
            include_external: Whether to look beyond the knowledge base.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(
            api.research,
            options,
            topic=topic,
            mode=mode,
            context=context,
            domains=domains,
            max_sources=max_sources,
            include_external=include_external,
        )

    def research_status(self, **options: t.Unpack[t.CallOptions]) -> m.ResearchStatusResponse:
        """Fetch the state and the figures of the research service (GET /research).

        Args:
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.research_status, options)

    def knowledge_analytics(
        self,
        *,
        mode: Optional[m.AnalyticsMode] = None,
        timeframe: Optional[m.AnalyticsTimeframe] = None,
        include_accuracy: Optional[bool] = None,
        include_trends: Optional[bool] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.KnowledgeAnalyticsResponse:
        """Fetch figures of what was asked and what was missing (GET /analytics/knowledge).

        Args:
            mode: Whose questions to count: "all", "professional" or "companion".
            timeframe: How far back to look: "day", "week", "month" or "all".
            include_accuracy: Whether to fill in `accuracy`, which is null else.
            include_trends: Whether to fill in `trends`, which is null else.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(
            api.knowledge_analytics,
            options,
            mode=mode,
            timeframe=timeframe,
            include_accuracy=include_accuracy,
            include_trends=include_trends,
        )
