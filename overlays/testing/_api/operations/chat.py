# SPDX-License-Identifier: MIT
"""POST and GET /chat, POST /chat/stream."""

from __future__ import annotations

import sqlite3
from email.utils import formatdate
from typing import Any, Dict, List, Optional, Sequence
from urllib.parse import quote

from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.chat_notices import build_notices
from infinity_assistant.testing._api.chat_reply import (
    STORED,
    build_rate_limit,
    count_tokens,
    generate_reply,
    record_reply,
    record_usage,
)
from infinity_assistant.testing._api.chat_request import ChatRequest, accept_message
from infinity_assistant.testing._api.context import Outcome, PendingReply, RequestContext
from infinity_assistant.testing._assistant.composer import APOLOGY
from infinity_assistant.testing._assistant.scripts import Reply
from infinity_assistant.testing._http import responses
from infinity_assistant.testing._http.json_text import is_truthy
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._state.clock import format_iso
from infinity_assistant.testing._state.conversations import serialize_entry

_UPGRADE = "Upgrade to Pro for unlimited access to the assistant"
_FAILED = "An error occurred during response generation"
_NEEDS_ID = {"field": "conversationId", "reason": "conversationId is required"}
_INVALID = "Request validation failed. Please check your input and try again."
_WORDS_IN_A_CHUNK = 4


def chat(context: RequestContext) -> Outcome:
    """Reply at once. The key counts here in every profile."""
    owner = context.user or identity.find_key_owner(context.request, context.services.keys)
    accepted = accept_message(context, owner, _UPGRADE)
    if accepted.find_problem() is not None:
        return _apologize(accepted)
    return PendingReply(accepted.message, lambda scripted: _reply(accepted, scripted))


def _apologize(accepted: ChatRequest) -> Response:
    """Build the response to a chat that failed inside the service, which is charged all the same."""
    record_usage(accepted, 0)
    return _build_response(accepted, Reply((APOLOGY,), tokens=0), APOLOGY)


def _reply(accepted: ChatRequest, scripted: Optional[Reply]) -> Response:
    build_notices(accepted)
    reply = generate_reply(accepted, scripted)
    if reply.error is not None:
        return _apologize(accepted)
    text = _add_memory_notes(accepted, reply.text)
    record_reply(accepted, text, text, count_tokens(accepted, reply))
    return _build_response(accepted, reply, text)


def chat_stream(context: RequestContext) -> Outcome:
    """Reply piece by piece."""
    accepted = accept_message(context, context.user)
    problem = accepted.find_problem()
    if problem is not None:
        return responses.build_event_stream([_build_error_event(problem)])
    return PendingReply(accepted.message, lambda scripted: _stream(accepted, scripted))


def _stream(accepted: ChatRequest, scripted: Optional[Reply]) -> Response:
    notices = [(0.0, name, data) for name, data in build_notices(accepted)]
    reply = generate_reply(accepted, scripted)
    start = (0.0, "start", {"conversationId": accepted.conversation})
    chunks = _build_chunks(accepted, reply)
    if reply.error is not None:
        record_usage(accepted, 0)
        return responses.build_event_stream([*notices, start, *chunks, _build_error_event(reply.error)])
    record_reply(accepted, reply.text, "".join(data["text"] for _, _, data in chunks), count_tokens(accepted, reply))
    return responses.build_event_stream([*notices, start, *chunks, _build_done_event(accepted, reply, chunks)])


def _build_done_event(accepted: ChatRequest, reply: Reply, chunks: Sequence[responses.Event]) -> responses.Event:
    pauses = sum(delay for delay, _, _ in chunks)
    metadata = {"tokensUsed": count_tokens(accepted, reply), "processingTime": accepted.measure_elapsed(pauses)}
    driving = accepted.driving.get("enabled") or False
    done = {"conversationId": accepted.conversation, "metadata": {**metadata, "drivingMode": driving, **reply.metadata}}
    return 0.0, "done", done


def _build_error_event(error: str) -> responses.Event:
    return 0.0, "error", {"message": _FAILED, "error": error}


def get_conversation(context: RequestContext) -> Response:
    """Return what is stored of a conversation, to the user whom it belongs to."""
    request, services = context.request, context.services
    conversation = request.query_param("conversationId")
    if not conversation:
        return responses.build_coded_error(400, "VALIDATION_ERROR", _INVALID, details=_NEEDS_ID)
    user = request.query_param("userId") or context.user or identity.read_anonymous_user(request)
    row = services.conversations.find(conversation)
    rows = [_serialize_row(context, conversation, row)] if row is not None and row["user_id"] == user else []
    return responses.build_json({"conversationId": conversation, "messages": rows})


def _build_response(accepted: ChatRequest, reply: Reply, text: str) -> Response:
    tokens = count_tokens(accepted, reply)
    metadata = {"model": "infinity-agent", "tokensUsed": tokens, "processingTime": accepted.measure_elapsed()}
    driving = {"drivingMode": True} if accepted.driving.get("enabled") else {}
    response = responses.build_json(
        {
            "response": text,
            "conversationId": accepted.conversation,
            "rateLimit": build_rate_limit(accepted),
            "metadata": {**metadata, **driving, **reply.metadata},
        }
    )
    return (
        response
        if is_truthy(accepted.body.get("userId"))
        else response.with_header("set-cookie", _build_cookie(accepted))
    )


def _add_memory_notes(accepted: ChatRequest, text: str) -> str:
    if accepted.intent.store:
        return f"{STORED}\n\n{text}"
    if accepted.intent.offer:
        question = f'Would you like me to remember "{accepted.intent.offer}"?'
        return f'{text}\n\n---\n*{question} Just say "remember this" or "don\'t remember" to let me know.*'
    return text


def _build_chunks(accepted: ChatRequest, reply: Reply) -> List[responses.Event]:
    pieces = reply.pieces if reply.is_exact else _split_words(reply.text)
    pace = reply.delay or accepted.context.services.pace
    chunks: List[responses.Event] = [(pace, "chunk", {"text": piece}) for piece in pieces]
    return [*chunks, (0.0, "chunk", {"text": f"\n\n{STORED}"})] if accepted.intent.store else chunks


def _split_words(text: str) -> List[str]:
    """Split a text as the service does: the first word, then four at a time."""
    first, *rest = text.split(" ")
    groups = [rest[n : n + _WORDS_IN_A_CHUNK] for n in range(0, len(rest), _WORDS_IN_A_CHUNK)]
    return [first, *(" " + " ".join(group) for group in groups)]


def _build_cookie(accepted: ChatRequest) -> str:
    expires = formatdate(accepted.started / 1000 + identity.COOKIE_AGE, usegmt=True)
    age = f"Expires={expires}; Max-Age={identity.COOKIE_AGE}"
    return f"{identity.COOKIE}={quote(accepted.user, safe='')}; Path=/; {age}; HttpOnly; SameSite=strict"


def _serialize_row(context: RequestContext, conversation: str, row: sqlite3.Row) -> Dict[str, Any]:
    conversations = context.services.conversations
    created = format_iso(row["created"])
    phase = {"currentPhase": row["phase"], "phaseStartedAt": created, "phaseHistory": [], "cycleCount": 0}
    return {
        "id": row["row_id"],
        "created_at": created,
        "conversation_id": conversation,
        "user_id": row["user_id"],
        "active_memory": [serialize_entry(entry) for entry in conversations.list_messages(conversation)],
        "compressed_memory": conversations.list_summaries(conversation),
        "critical_facts": [serialize_entry(entry) for entry in conversations.list_facts(conversation)],
        "user_context": {},
        "phase_context": phase,
        "total_messages": row["messages"],
        "updated_at": format_iso(row["updated"]),
    }
