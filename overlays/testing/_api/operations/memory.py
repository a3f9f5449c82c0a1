# SPDX-License-Identifier: MIT
"""GET, POST and DELETE /memory."""

from __future__ import annotations

import re
from typing import Any

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._api.validation import ABSENT, TYPE, UNLISTED, Text
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import plain, success
from infinity_assistant.testing._state.conversations import entry_document, message_document

_ONE_OF = "type must be one of: {listed}"
_TO_STORE = (
    Text("conversationId", (ABSENT,), "conversationId is required"),
    Text("content", (ABSENT, TYPE), "content is required and must be a string"),
    Text("type", (ABSENT, TYPE, UNLISTED), _ONE_OF),
)
_TO_DELETE = (
    Text("conversationId", (ABSENT,), "conversationId is required"),
    Text("type", (ABSENT, TYPE, UNLISTED), _ONE_OF),
)
_INDEX = re.compile(r"\s*[+-]?\d+")


def retrieve(exchange: Exchange) -> Answer:
    """Show the memory of a conversation; an unknown one has an empty memory."""
    conversation = exchange.request.param("conversationId")
    if not conversation:
        return plain(400, "conversationId is required")
    known = exchange.parts.conversations
    memory = {
        "recentMessages": [message_document(row) for row in known.recent(conversation)],
        "compressedHistory": known.summaries(conversation),
        "criticalFacts": [entry_document(row) for row in known.facts(conversation)],
    }
    return success({"memory": memory})


def store(exchange: Exchange) -> Answer:
    """Keep a fact."""
    body = exchange.checked(_TO_STORE)
    kind = body.get("type", "fact")
    entry = exchange.parts.conversations.keep(body["conversationId"], body["content"], kind)
    announced = {"conversationId": body["conversationId"], "content": body["content"], "type": kind}
    exchange.parts.outbox.emit("memory.stored", announced)
    return success({"success": True, "entry": {name: entry[name] for name in entry if name != "tags"}})


def delete(exchange: Exchange) -> Answer:
    """Forget one fact, one summary, or all of a conversation."""
    body = exchange.checked(_TO_DELETE)
    conversation, kind, entry = body["conversationId"], body["type"], body.get("entryId")
    known = exchange.parts.conversations
    if known.find(conversation) is None:
        return plain(404, "No memory found for this conversation")
    if kind == "all":
        known.forget(conversation)
        return success({"success": True, "message": "All memory cleared"})
    if kind == "critical" and entry:
        known.forget_fact(conversation, entry)
        return success({"success": True, "message": "Fact removed"})
    if kind == "compressed" and entry and known.forget_summary(conversation, _index(entry)):
        return success({"success": True, "message": "Segment removed"})
    return plain(400, "Invalid delete request")


def _index(entry: Any) -> int:
    found = _INDEX.match(str(entry))
    return int(found.group()) if found else -1
