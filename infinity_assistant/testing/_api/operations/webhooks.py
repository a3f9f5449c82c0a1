# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/webhooks.py: edit that file, then run `make generate`.
"""GET, POST and DELETE /webhooks."""

from __future__ import annotations

import json

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import ABSENT, FEW, PATTERN, TYPE, UNLISTED, ErrorText
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_error, build_json
from infinity_assistant.testing._state.clock import format_iso

_TEXTS = (
    ErrorText("url", (ABSENT, TYPE), "Webhook URL is required"),
    ErrorText("url", (PATTERN,), "Invalid webhook URL"),
    ErrorText("events", (ABSENT, TYPE, FEW), "At least one event type is required"),
    ErrorText("events", (UNLISTED,), "Invalid event types: {given}"),
)


def list_all(context: RequestContext) -> Response:
    """List the webhooks without their secrets."""
    context.require_manager()
    shown = []
    for row in context.services.outbox.list_webhooks():
        triggered = {} if row["last_triggered"] is None else {"lastTriggered": format_iso(row["last_triggered"])}
        hook = {"id": row["id"], "url": row["url"], "events": json.loads(row["events"])}
        state = {"isActive": bool(row["active"]), "createdAt": format_iso(row["created"]), **triggered}
        shown.append({**hook, **state, "failureCount": row["failures"]})
    return build_json({"success": True, "webhooks": shown})


def create(context: RequestContext) -> Response:
    """Register a webhook; the body is validated before the caller is identified."""
    body = context.parse_body(_TEXTS)
    context.require_manager()
    row = context.services.outbox.register(body["url"], body["events"])
    hook = {"id": row["id"], "url": row["url"], "events": body["events"], "secret": row["secret"]}
    message = "Webhook registered. Save the secret - it will not be shown again."
    return build_json(
        {"success": True, "webhook": {**hook, "createdAt": format_iso(row["created"])}, "message": message}
    )


def delete(context: RequestContext) -> Response:
    """Remove a webhook."""
    identifier = context.request.query_param("id")
    if not identifier:
        return build_error(400, "Webhook ID is required")
    context.require_manager()
    if not context.services.outbox.remove(identifier):
        return build_error(404, "Webhook not found")
    return build_json({"success": True, "message": "Webhook deleted"})
