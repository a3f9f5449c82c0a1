# SPDX-License-Identifier: MIT
"""POST and GET /chat, POST /chat/stream."""

from __future__ import annotations

import sqlite3
from email.utils import formatdate
from typing import Any, Dict, List
from urllib.parse import quote

from infinity_assistant.testing._api import chat_request as turn
from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._assistant.composer import APOLOGY
from infinity_assistant.testing._assistant.scripts import Reply
from infinity_assistant.testing._http import responses as answers
from infinity_assistant.testing._http.json_text import truthy
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._state.clock import iso
from infinity_assistant.testing._state.conversations import entry_document

_UPGRADE = "Upgrade to Pro for unlimited access to the assistant"
_FAILED = "An error occurred during response generation"
_NEEDS_ID = {"field": "conversationId", "reason": "conversationId is required"}
_INVALID = "Request validation failed. Please check your input and try again."
_WORDS_IN_A_CHUNK = 4


def chat(exchange: Exchange) -> Answer:
    """Answer at once. The key counts here in every profile."""
    owner = exchange.user or identity.key_owner(exchange.request, exchange.parts.keys)
    begun = turn.begin(exchange, owner, _UPGRADE)
    if begun.unreadable:
        turn.count(begun, 0)
        return _answered(begun, Reply((APOLOGY,), tokens=0), APOLOGY)
    turn.announce(begun)
    given = turn.reply(begun)
    text = _with_additions(begun, given.text)
    turn.finish(begun, text, text, turn.tokens_of(begun, given))
    return _answered(begun, given, text)


def chat_stream(exchange: Exchange) -> Answer:
    """Answer piece by piece."""
    begun = turn.begin(exchange, exchange.user)
    if begun.unreadable:
        return answers.stream([(0.0, "error", {"message": _FAILED, "error": turn.BROKEN_PREFERENCES})])
    announced = [(0.0, name, data) for name, data in turn.announce(begun)]
    given = turn.reply(begun)
    tokens = turn.tokens_of(begun, given)
    start = (0.0, "start", {"conversationId": begun.conversation})
    chunks = _chunks(begun, given)
    turn.finish(begun, given.text, "".join(data["text"] for _, _, data in chunks), tokens)
    metadata = {"tokensUsed": tokens, "processingTime": begun.took()}
    driving = begun.driving.get("enabled") or False
    done = {"conversationId": begun.conversation, "metadata": {**metadata, "drivingMode": driving, **given.metadata}}
    return answers.stream([*announced, start, *chunks, (0.0, "done", done)])


def get_conversation(exchange: Exchange) -> Answer:
    """Give what is stored of a conversation, to the user whom it belongs to."""
    request, parts = exchange.request, exchange.parts
    conversation = request.param("conversationId")
    if not conversation:
        return answers.coded(400, "VALIDATION_ERROR", _INVALID, details=_NEEDS_ID)
    user = request.param("userId") or exchange.user or identity.anonymous(request)
    row = parts.conversations.find(conversation)
    rows = [_row(exchange, conversation, row)] if row is not None and row["user_id"] == user else []
    return answers.success({"conversationId": conversation, "messages": rows})


def _answered(begun: turn.Turn, given: Reply, text: str) -> Answer:
    metadata = {"model": "infinity-agent", "tokensUsed": turn.tokens_of(begun, given), "processingTime": begun.took()}
    driving = {"drivingMode": True} if begun.driving.get("enabled") else {}
    answer = answers.success(
        {
            "response": text,
            "conversationId": begun.conversation,
            "rateLimit": turn.left(begun),
            "metadata": {**metadata, **driving, **given.metadata},
        }
    )
    return answer if truthy(begun.body.get("userId")) else answer.with_header("set-cookie", _cookie(begun))


def _with_additions(begun: turn.Turn, text: str) -> str:
    if begun.intent.store:
        return f"{turn.STORED}\n\n{text}"
    if begun.intent.offer:
        question = f'Would you like me to remember "{begun.intent.offer}"?'
        return f'{text}\n\n---\n*{question} Just say "remember this" or "don\'t remember" to let me know.*'
    return text


def _chunks(begun: turn.Turn, given: Reply) -> List[answers.Event]:
    scripted = given.pieces if len(given.pieces) > 1 or given.delay else _pieces(given.text)
    pace = given.delay or begun.exchange.parts.pace
    chunks: List[answers.Event] = [(pace, "chunk", {"text": piece}) for piece in scripted]
    return [*chunks, (0.0, "chunk", {"text": f"\n\n{turn.STORED}"})] if begun.intent.store else chunks


def _pieces(text: str) -> List[str]:
    """Cut a text as the service does: the first word, then four at a time."""
    first, *rest = text.split(" ")
    groups = [rest[n : n + _WORDS_IN_A_CHUNK] for n in range(0, len(rest), _WORDS_IN_A_CHUNK)]
    return [first, *(" " + " ".join(group) for group in groups)]


def _cookie(begun: turn.Turn) -> str:
    expires = formatdate(begun.started / 1000 + identity.COOKIE_AGE, usegmt=True)
    age = f"Expires={expires}; Max-Age={identity.COOKIE_AGE}"
    return f"{identity.COOKIE}={quote(begun.user, safe='')}; Path=/; {age}; HttpOnly; SameSite=strict"


def _row(exchange: Exchange, conversation: str, row: sqlite3.Row) -> Dict[str, Any]:
    known = exchange.parts.conversations
    created = iso(row["created"])
    phase = {"currentPhase": row["phase"], "phaseStartedAt": created, "phaseHistory": [], "cycleCount": 0}
    return {
        "id": row["row_id"],
        "created_at": created,
        "conversation_id": conversation,
        "user_id": row["user_id"],
        "active_memory": [entry_document(entry) for entry in known.recent(conversation)],
        "compressed_memory": known.summaries(conversation),
        "critical_facts": [entry_document(entry) for entry in known.facts(conversation)],
        "user_context": {},
        "phase_context": phase,
        "total_messages": row["messages"],
        "updated_at": iso(row["updated"]),
    }
