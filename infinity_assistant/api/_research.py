# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag research. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Optional, Sequence

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

RESEARCH_STATUS = Operation(
    id="research_status",
    method="GET",
    path="/research",
    read=reading.ModelReader(m, "ResearchStatusResponse"),
    idempotent=True,
)

RESEARCH = Operation(
    id="research",
    method="POST",
    path="/research",
    read=reading.ModelReader(m, "ResearchResponse"),
    idempotent=False,
    arguments={
        "topic": "topic",
        "mode": "mode",
        "context": "context",
        "domains": "domains",
        "maxSources": "max_sources",
        "includeExternal": "include_external",
    },
)


def research_status() -> Call[m.ResearchStatusResponse]:
    """Get the state and the figures of the research service."""
    return Call(RESEARCH_STATUS)


def research(
    *,
    topic: str,
    mode: Optional[m.ResearchMode] = None,
    context: Optional[str] = None,
    domains: Optional[Sequence[str]] = None,
    max_sources: Optional[int] = None,
    include_external: Optional[bool] = None,
) -> Call[m.ResearchResponse]:
    """Research a topic.

    Findings from the knowledge sources, a synthesis of them, and where each came from.

    - `topic`: What to find out about. Not blank.
    - `mode`: How thorough to be. One of `quick`, `standard`, `deep`, `comprehensive`.
    - `context`: What the findings are needed for.
    - `domains`: The domains to look into, such as api.
    - `max_sources`: The most sources to use.
    - `include_external`: Whether to look beyond the knowledge base.
    """
    _body: Dict[str, Any] = {"topic": check.check_text("topic", topic, min_length=1, blank=False)}
    if mode is not None:
        _body["mode"] = check.check_text("mode", mode)
    if context is not None:
        _body["context"] = check.check_text("context", context)
    if domains is not None:
        _body["domains"] = check.check_list("domains", domains)
    if max_sources is not None:
        _body["maxSources"] = max_sources
    if include_external is not None:
        _body["includeExternal"] = include_external
    return Call(RESEARCH, body=_body)
