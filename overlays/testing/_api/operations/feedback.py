# SPDX-License-Identifier: MIT
"""POST /feedback."""

from __future__ import annotations

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import ABSENT, BLANK, LONG, ErrorText
from infinity_assistant.testing._faults.error_responses import build_server_error
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json

_TEXTS = (
    ErrorText("message", (ABSENT, BLANK), "Message is required"),
    ErrorText("message", (LONG,), "Message too long (max {limit} chars)"),
)


def send(context: RequestContext) -> Response:
    """Store feedback; a message that is not a string breaks the service."""
    body = context.parse_body(_TEXTS)
    if not isinstance(body["message"], str):
        return build_server_error("send_feedback")
    context.services.store.execute(
        "INSERT INTO feedback (user_id, created, document) VALUES (?, ?, ?)",
        *(context.find_user() or "anonymous", context.services.clock.now(), dumps(body)),
    )
    return build_json({"success": True})
