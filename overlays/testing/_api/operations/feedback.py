# SPDX-License-Identifier: MIT
"""POST /feedback."""

from __future__ import annotations

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._api.validation import ABSENT, BLANK, LONG, Text
from infinity_assistant.testing._faults.error_responses import broken
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import success

_TEXTS = (
    Text("message", (ABSENT, BLANK), "Message is required"),
    Text("message", (LONG,), "Message too long (max {limit} chars)"),
)


def send(exchange: Exchange) -> Answer:
    """Store feedback; a message that is no string breaks the service."""
    body = exchange.checked(_TEXTS)
    if not isinstance(body["message"], str):
        return broken("send_feedback")
    exchange.parts.store.run(
        "INSERT INTO feedback (user_id, created, document) VALUES (?, ?, ?)",
        *(exchange.signed_in() or "anonymous", exchange.parts.clock.now(), dumps(body)),
    )
    return success({"success": True})
