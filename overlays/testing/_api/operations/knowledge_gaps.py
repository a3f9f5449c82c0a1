# SPDX-License-Identifier: MIT
"""GET /knowledge/gap, POST /knowledge/needs-research: what the knowledge lacks."""

from __future__ import annotations

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import NEEDED, ErrorText
from infinity_assistant.testing._http.json_text import trim
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json, build_unsuccessful

_TEXTS = (ErrorText("topic", NEEDED, "Topic is required"),)
#: So many entries on a topic are enough.
_ENOUGH = 3


def count_gaps(context: RequestContext) -> Response:
    """Count the questions that were recorded as gaps; one that the knowledge has learned since is resolved."""
    services = context.services
    queries = [row["query"] for row in services.store.fetch_all("SELECT query FROM gaps")]
    resolved = sum(bool(services.knowledge.search(query, limit=1)) for query in queries)
    stats = {"total": len(queries), "pending": len(queries) - resolved, "resolved": resolved, "researching": 0}
    return build_json({"success": True, "stats": stats})


def assess_need(context: RequestContext) -> Response:
    """Say whether a topic needs research: the fewer entries there are, the more."""
    topic = trim(context.parse_body(_TEXTS, build_unsuccessful)["topic"])
    found = len(context.services.knowledge.search(topic, limit=_ENOUGH))
    is_needed = found < _ENOUGH
    assessment = {
        "topic": topic,
        "needsResearch": is_needed,
        "confidenceInExisting": round(found / _ENOUGH, 2),
        "gaps": [f"Little is known of {topic}"] if is_needed else [],
        "suggestedQuestions": [f"What is {topic}?"] if is_needed else [],
        "urgency": "low" if not is_needed else "medium" if found else "high",
        "reasoning": f"{found} entries of the knowledge mention the topic.",
    }
    return build_json({"success": True, "assessment": assessment})
