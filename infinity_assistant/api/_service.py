# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag service. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Optional

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

KNOWLEDGE_ANALYTICS = Operation(
    id="knowledge_analytics",
    method="GET",
    path="/analytics/knowledge",
    read=reading.ModelReader(m, "KnowledgeAnalyticsResponse"),
    idempotent=True,
    arguments={
        "mode": "mode",
        "timeframe": "timeframe",
        "includeAccuracy": "include_accuracy",
        "includeTrends": "include_trends",
    },
)

HEALTH = Operation(
    id="health",
    method="GET",
    path="/health",
    read=reading.ModelReader(m, "HealthResponse"),
    idempotent=True,
)


def knowledge_analytics(
    *,
    mode: Optional[m.AnalyticsMode] = None,
    timeframe: Optional[m.AnalyticsTimeframe] = None,
    include_accuracy: Optional[bool] = None,
    include_trends: Optional[bool] = None,
) -> Call[m.KnowledgeAnalyticsResponse]:
    """Get figures on what is asked and what is not yet known.

    - `mode`: Whose questions to count. One of `all`, `professional`, `companion`.
    - `timeframe`: How far back to look. One of `day`, `week`, `month`, `all`.
    - `include_accuracy`: Whether to tell how accurate the knowledge is; that part is null otherwise.
    - `include_trends`: Whether to tell what is asked more and more; that part is null otherwise.
    """
    _query: Dict[str, Any] = {}
    if mode is not None:
        _query["mode"] = check.check_text("mode", mode)
    if timeframe is not None:
        _query["timeframe"] = check.check_text("timeframe", timeframe)
    if include_accuracy is not None:
        _query["includeAccuracy"] = include_accuracy
    if include_trends is not None:
        _query["includeTrends"] = include_trends
    return Call(KNOWLEDGE_ANALYTICS, query=_query)


def health() -> Call[m.HealthResponse]:
    """Ask how the service is.

    The status is 200 whatever the state of health; read `status`.
    """
    return Call(HEALTH)
