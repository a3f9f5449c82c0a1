# SPDX-License-Identifier: MIT
"""Generate the reply to a chat message, and record it: in the conversation, the quota, the analytics, the webhooks."""

from __future__ import annotations

from typing import Any, Dict, Optional

from infinity_assistant.testing._api.chat_request import ChatRequest
from infinity_assistant.testing._assistant.composer import Question, compose_reply, estimate_tokens
from infinity_assistant.testing._assistant.scripts import Reply

STORED = "*I've stored that in my memory.*"


def generate_reply(chat: ChatRequest, scripted: Optional[Reply]) -> Reply:
    """Reply as scripted, or from memory and knowledge. The message becomes part of the conversation."""
    services = chat.context.services
    services.outbox.emit("chat.message", {"conversationId": chat.conversation, "message": chat.message})
    conversations = services.conversations
    messages = conversations.list_messages(chat.conversation)
    earlier = [conversations.read_text(row) for row in messages if row["type"] == "user"]
    conversations.add_message(chat.conversation, chat.user, "user", chat.message)
    if scripted is not None:
        return scripted
    facts = [conversations.read_text(row) for row in conversations.list_facts(chat.conversation)]
    mode = chat.body.get("mode") or "assist"
    question = Question(chat.message, facts, earlier, mode, chat.preferences, bool(chat.driving.get("enabled")))
    return Reply((compose_reply(question, services.knowledge),))


def record_reply(chat: ChatRequest, stored: str, sent: str, tokens: int) -> None:
    """Record a reply: `stored` in the conversation, `sent` for the webhooks, and the message in the quota."""
    services = chat.context.services
    services.conversations.add_message(chat.conversation, chat.user, "assistant", stored)
    record_usage(chat, tokens)
    services.outbox.emit("chat.response", {"conversationId": chat.conversation, "response": sent})


def record_usage(chat: ChatRequest, tokens: int) -> None:
    """Count the message against the quota and in the analytics."""
    services = chat.context.services
    services.quota.record_usage(chat.user, chat.context.operation.path, tokens)
    professional = chat.preferences.get("assistantMode") != "companion" and chat.preferences.get("role")
    services.store.execute(
        "INSERT INTO queries (query, track, gap, created) VALUES (?, ?, ?, ?)",
        *(chat.message, "professional" if professional else "companion"),
        *(int(not services.knowledge.has_match(chat.message)), services.clock.now()),
    )


def count_tokens(chat: ChatRequest, reply: Reply) -> int:
    """Count the tokens of a reply: as scripted, or estimated."""
    return estimate_tokens(chat.message, reply.text) if reply.tokens is None else reply.tokens


def build_rate_limit(chat: ChatRequest) -> Dict[str, Any]:
    """Build the `rateLimit` object as it is after this message."""
    return chat.context.services.quota.build_rate_limit(chat.tier, chat.used + 1)
