# SPDX-License-Identifier: MIT
"""GET, POST and DELETE /memory."""

from __future__ import annotations

import re
from typing import Any

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import ABSENT, TYPE, UNLISTED, ErrorText
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_error, build_json
from infinity_assistant.testing._state.conversations import serialize_entry, serialize_message

_ONE_OF = "type must be one of: {listed}"
_TO_STORE = (
    ErrorText("conversationId", (ABSENT,), "conversationId is required"),
    ErrorText("content", (ABSENT, TYPE), "content is required and must be a string"),
    ErrorText("type", (ABSENT, TYPE, UNLISTED), _ONE_OF),
)
_TO_DELETE = (
    ErrorText("conversationId", (ABSENT,), "conversationId is required"),
    ErrorText("type", (ABSENT, TYPE, UNLISTED), _ONE_OF),
)
_INDEX = re.compile(r"\s*[+-]?\d+")


def retrieve(context: RequestContext) -> Response:
    """Return the memory of a conversation; that of an unknown one is empty."""
    conversation = context.request.query_param("conversationId")
    if not conversation:
        return build_error(400, "conversationId is required")
    known = context.services.conversations
    memory = {
        "recentMessages": [serialize_message(row) for row in known.list_messages(conversation)],
        "compressedHistory": known.list_summaries(conversation),
        "criticalFacts": [serialize_entry(row) for row in known.list_facts(conversation)],
    }
    return build_json({"memory": memory})


def store(context: RequestContext) -> Response:
    """Store a fact."""
    body = context.parse_body(_TO_STORE)
    entry_type = body.get("type", "fact")
    entry = context.services.conversations.add_fact(body["conversationId"], body["content"], entry_type)
    announced = {"conversationId": body["conversationId"], "content": body["content"], "type": entry_type}
    context.services.outbox.emit("memory.stored", announced)
    return build_json({"success": True, "entry": {name: entry[name] for name in entry if name != "tags"}})


def delete(context: RequestContext) -> Response:
    """Delete one fact, one summary, or all memory of a conversation."""
    body = context.parse_body(_TO_DELETE)
    conversation, entry_type, entry = body["conversationId"], body["type"], body.get("entryId")
    known = context.services.conversations
    if entry_type == "critical" and not entry:
        return build_error(400, "Invalid delete request")
    if known.find(conversation) is None:
        return build_error(404, "No memory found for this conversation")
    if entry_type == "all":
        known.delete(conversation)
        return build_json({"success": True, "message": "All memory cleared"})
    if entry_type == "critical":
        known.delete_fact(conversation, entry)
        return build_json({"success": True, "message": "Fact removed"})
    if entry_type == "compressed" and entry and known.delete_summary(conversation, _parse_index(entry)):
        return build_json({"success": True, "message": "Segment removed"})
    return build_error(400, "Invalid delete request")


def _parse_index(entry: Any) -> int:
    found = _INDEX.match(str(entry))
    return int(found.group()) if found else -1
