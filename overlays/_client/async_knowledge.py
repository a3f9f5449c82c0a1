# SPDX-License-Identifier: MIT
"""Knowledge: search, research, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._client.async_base import AsyncBase
from infinity_assistant._core.privacy import private_tracebacks
from infinity_assistant._lazy_modules import LazyModule

if TYPE_CHECKING:
    from infinity_assistant._client import annotation_names as t
else:
    t = LazyModule("infinity_assistant._client.annotation_names")


@private_tracebacks
class AsyncKnowledge(AsyncBase):
    """The methods of a client that find things out."""

    async def search_knowledge(
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

        `query` has 1 to 500 UTF-16 code units; `limit` counts results of each group (20 unless given, at most 50).
        """
        return await self._send(
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

    async def suggest_knowledge(
        self, query: str, *, limit: Optional[int] = None, **options: t.Unpack[t.CallOptions]
    ) -> m.KnowledgeSuggestResponse:
        """Suggest entries while somebody types (GET /search)."""
        return await self._send(api.suggest_knowledge, options, q=query, limit=limit)

    async def report_knowledge_gap(
        self,
        query: str,
        *,
        source: Optional[m.KnowledgeGapSource] = None,
        context: Optional[str] = None,
        user_id: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.KnowledgeGapResponse:
        """Tell the service what it does not know (POST /knowledge/gap)."""
        return await self._send(
            api.report_knowledge_gap, options, query=query, source=source, context=context, user_id=user_id
        )

    async def knowledge_gap_stats(self, **options: t.Unpack[t.CallOptions]) -> m.KnowledgeGapStatsResponse:
        """Fetch how many gaps were reported, and what became of them (GET /knowledge/gap)."""
        return await self._send(api.knowledge_gap_stats, options)

    async def assess_research_need(self, topic: str, **options: t.Unpack[t.CallOptions]) -> m.ResearchNeedResponse:
        """Ask whether a topic needs research, and why (POST /knowledge/needs-research). Nothing is stored."""
        return await self._send(api.assess_research_need, options, topic=topic)

    async def research(
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
        """Research a topic (POST /research): findings, and what follows from them."""
        return await self._send(
            api.research,
            options,
            topic=topic,
            mode=mode,
            context=context,
            domains=domains,
            max_sources=max_sources,
            include_external=include_external,
        )

    async def research_status(self, **options: t.Unpack[t.CallOptions]) -> m.ResearchStatusResponse:
        """Ask how the research service does (GET /research)."""
        return await self._send(api.research_status, options)

    async def knowledge_analytics(
        self,
        *,
        mode: Optional[m.AnalyticsMode] = None,
        timeframe: Optional[m.AnalyticsTimeframe] = None,
        include_accuracy: Optional[bool] = None,
        include_trends: Optional[bool] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.KnowledgeAnalyticsResponse:
        """Fetch figures of what was asked and what was missing (GET /analytics/knowledge).

        `accuracy` and `trends` are null unless they are asked for.
        """
        return await self._send(
            api.knowledge_analytics,
            options,
            mode=mode,
            timeframe=timeframe,
            include_accuracy=include_accuracy,
            include_trends=include_trends,
        )
