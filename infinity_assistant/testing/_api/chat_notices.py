# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/chat_notices.py: edit that file, then run `make generate`.
"""Build the events that a stream sends before its text, and remember what a message asks to be remembered."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from infinity_assistant.testing._api.chat_request import ChatRequest, as_object
from infinity_assistant.testing._assistant.message_analysis import (
    Speaker,
    detect_language,
    detect_phase,
    greet,
    identify_speaker,
)
from infinity_assistant.testing._http.json_text import dumps, is_truthy


def build_notices(chat: ChatRequest) -> List[Tuple[str, Any]]:
    """Build the (name, data) pairs of the events before the text; what they report is stored."""
    events = [
        ("phase", _enter_phase(chat)),
        ("memory", _store_fact(chat)),
        ("language", detect_language(chat.message, chat.preferences)),
        ("speaker", _identify_speaker(chat)),
        ("essence", _report_essence(chat.body.get("essence"))),
        ("driving", _report_driving(chat)),
    ]
    return [(name, data) for name, data in events if data is not None]


def _enter_phase(chat: ChatRequest) -> Optional[Dict[str, Any]]:
    conversations = chat.context.services.conversations
    row = conversations.find(chat.conversation)
    moved = detect_phase(chat.message, "intake" if row is None else row["phase"])
    if moved is not None:
        conversations.set_phase(chat.conversation, chat.user, moved["to"])
    return moved


def _store_fact(chat: ChatRequest) -> Optional[Dict[str, Any]]:
    content = chat.intent.store
    if not content:
        return None
    chat.context.services.conversations.add_fact(chat.conversation, content)
    stored = {"conversationId": chat.conversation, "content": content, "type": "fact"}
    chat.context.services.outbox.emit("memory.stored", stored)
    return {"stored": True, "content": content}


def _identify_speaker(chat: ChatRequest) -> Optional[Dict[str, Any]]:
    services, session = chat.context.services, dumps(chat.body.get("sessionId") or chat.conversation)
    row = services.store.fetch_one("SELECT * FROM speakers WHERE session = ?", session)
    known = Speaker(row["name"], row["age_group"]) if row else None
    speaker = identify_speaker(chat.message, known)
    if speaker is None:
        return None
    identifier = row["id"] if row else services.ids.make_stamped("speaker", 5)
    services.store.execute(
        "INSERT OR REPLACE INTO speakers (session, id, name, age_group) VALUES (?, ?, ?, ?)",
        *(session, identifier, speaker.name, speaker.age_group),
    )
    return _drop_none(
        speakerId=identifier, speakerName=speaker.name, ageGroup=speaker.age_group, greeting=greet(speaker)
    )


def _report_essence(essence: Any) -> Optional[Dict[str, Any]]:
    return _drop_none(applied=True, voiceTone=as_object(essence).get("voiceTone")) if is_truthy(essence) else None


def _report_driving(chat: ChatRequest) -> Optional[Dict[str, Any]]:
    driving = chat.driving
    return _drop_none(enabled=True, isEV=driving.get("isEV")) if driving.get("enabled") else None


def _drop_none(**fields: Any) -> Dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
