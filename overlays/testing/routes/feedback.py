# SPDX-License-Identifier: MIT
"""POST /feedback."""

from __future__ import annotations

from infinity_assistant.testing.answers import success
from infinity_assistant.testing.exchange import Exchange
from infinity_assistant.testing.failures import broken
from infinity_assistant.testing.jsontext import dumps
from infinity_assistant.testing.validation import ABSENT, BLANK, LONG, Text
from infinity_assistant.testing.wire import Answer

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
