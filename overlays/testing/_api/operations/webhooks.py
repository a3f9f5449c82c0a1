# SPDX-License-Identifier: MIT
"""GET, POST and DELETE /webhooks."""

from __future__ import annotations

import json

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._api.validation import ABSENT, FEW, PATTERN, TYPE, UNLISTED, Text
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import plain, success
from infinity_assistant.testing._state.clock import iso

_TEXTS = (
    Text("url", (ABSENT, TYPE), "Webhook URL is required"),
    Text("url", (PATTERN,), "Invalid webhook URL"),
    Text("events", (ABSENT, TYPE, FEW), "At least one event type is required"),
    Text("events", (UNLISTED,), "Invalid event types: {given}"),
)


def list_all(exchange: Exchange) -> Answer:
    """List the webhooks without their secrets."""
    exchange.manager()
    shown = []
    for row in exchange.parts.outbox.webhooks():
        triggered = {} if row["last_triggered"] is None else {"lastTriggered": iso(row["last_triggered"])}
        hook = {"id": row["id"], "url": row["url"], "events": json.loads(row["events"])}
        state = {"isActive": bool(row["active"]), "createdAt": iso(row["created"]), **triggered}
        shown.append({**hook, **state, "failureCount": row["failures"]})
    return success({"success": True, "webhooks": shown})


def create(exchange: Exchange) -> Answer:
    """Register a webhook; the body is checked before the caller is."""
    body = exchange.checked(_TEXTS)
    exchange.manager()
    row = exchange.parts.outbox.register(body["url"], body["events"])
    hook = {"id": row["id"], "url": row["url"], "events": body["events"], "secret": row["secret"]}
    message = "Webhook registered. Save the secret - it will not be shown again."
    return success({"success": True, "webhook": {**hook, "createdAt": iso(row["created"])}, "message": message})


def delete(exchange: Exchange) -> Answer:
    """Remove a webhook."""
    identifier = exchange.request.param("id")
    if not identifier:
        return plain(400, "Webhook ID is required")
    exchange.manager()
    if not exchange.parts.outbox.remove(identifier):
        return plain(404, "Webhook not found")
    return success({"success": True, "message": "Webhook deleted"})
