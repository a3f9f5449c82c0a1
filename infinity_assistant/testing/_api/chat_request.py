# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/chat_request.py: edit that file, then run `make generate`.
"""Take one turn of a conversation: who speaks, within which quota, what is announced, remembered and answered."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Tuple

from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.context import Exchange, Refused
from infinity_assistant.testing._api.validation import LONG, NEEDED, Text
from infinity_assistant.testing._assistant import memory_intent as intent
from infinity_assistant.testing._assistant import message_analysis as announcements
from infinity_assistant.testing._assistant.composer import Question, answer, estimate_tokens
from infinity_assistant.testing._assistant.scripts import Reply
from infinity_assistant.testing._faults.error_responses import broken
from infinity_assistant.testing._http.json_text import dumps, truthy
from infinity_assistant.testing._http.responses import success
from infinity_assistant.testing._state.quota import UNLIMITED

STORED = "*I've stored that in my memory.*"
BROKEN_PREFERENCES = "Spread syntax requires ...iterable[Symbol.iterator] to be a function"
_EXCEEDED = (
    "You've been busy today! You've reached your daily conversation limit."
    " Come back tomorrow or upgrade to Pro for unlimited conversations."
)
_TEXTS = (
    Text("message", NEEDED, "Message is required and must be a non-empty string"),
    Text("message", (LONG,), "Message too long. Maximum {limit} characters."),
)


class Turn(NamedTuple):
    """A message that was let in: who sent it, in which conversation, and how much of the quota was used before."""

    exchange: Exchange
    body: Mapping[str, Any]
    user: str
    tier: str
    used: int
    conversation: Any
    intent: intent.Intent
    started: int

    @property
    def message(self) -> str:
        """What was said."""
        return str(self.body["message"])

    @property
    def preferences(self) -> Mapping[str, Any]:
        """What is known of the person."""
        return _object(self.body.get("preferences"))

    @property
    def driving(self) -> Mapping[str, Any]:
        """The state of the vehicle; a bare boolean is ignored."""
        return _object(self.body.get("drivingMode"))

    @property
    def unreadable(self) -> bool:
        """Whether the preferences are such that the service breaks on them."""
        lists = (self.preferences.get(name) for name in ("interests", "customInterests"))
        return any(value and not isinstance(value, (list, str)) for value in lists)

    def took(self) -> int:
        """Milliseconds since the request came."""
        return self.exchange.parts.clock.now() - self.started


def begin(exchange: Exchange, key_user: Optional[str], suggestion: Optional[str] = None) -> Turn:
    """Let a message in.

    Raises:
        Refused: it is no message, or the quota of the day is used up.
        Malformed: the body is not JSON.
    """
    parts = exchange.parts
    body = exchange.checked(_TEXTS)
    named = key_user or (body["userId"] if truthy(body.get("userId")) else identity.anonymous(exchange.request))
    user = named if truthy(named) else parts.ids.stamped("anon", 11)
    tier = body["userTier"] if truthy(body.get("userTier")) else _tier(exchange, user)
    if not isinstance(tier, str):
        raise Refused(broken(exchange.operation.id))
    used = parts.quota.used(str(user)).today
    state = parts.quota.state(tier, used)
    if not state["allowed"]:
        raise Refused(_exceeded(state, suggestion))
    given = body.get("conversationId")
    conversation = given if truthy(given) else parts.ids.stamped("conv", 11)
    wish = intent.detect(body["message"])
    return Turn(exchange, body, str(user), tier, used, conversation, wish, parts.clock.now())


def announce(turn: Turn) -> List[Tuple[str, Any]]:
    """Notice what a stream announces before its text, remember what is to be remembered, and give the events."""
    essence, driving = turn.body.get("essence"), turn.driving
    events = [
        ("phase", _phase(turn)),
        ("memory", _memory(turn)),
        ("language", announcements.language(turn.message, turn.preferences)),
        ("speaker", _speaker(turn)),
        ("essence", _present(applied=True, voiceTone=_object(essence).get("voiceTone")) if truthy(essence) else None),
        ("driving", _present(enabled=True, isEV=driving.get("isEV")) if driving.get("enabled") else None),
    ]
    return [(name, data) for name, data in events if data is not None]


def reply(turn: Turn) -> Reply:
    """Answer: as scripted, or from what is known. The message becomes part of the conversation."""
    parts = turn.exchange.parts
    parts.outbox.emit("chat.message", {"conversationId": turn.conversation, "message": turn.message})
    scripted = parts.scripts.find(turn.message)
    known = parts.conversations
    earlier = [known.text(row) for row in known.recent(turn.conversation) if row["type"] == "user"]
    known.say(turn.conversation, turn.user, "user", turn.message)
    if scripted is not None:
        return scripted
    facts = [known.text(row) for row in known.facts(turn.conversation)]
    mode = turn.body.get("mode") or "assist"
    question = Question(turn.message, facts, earlier, mode, turn.preferences, bool(turn.driving.get("enabled")))
    return Reply((answer(question, parts.knowledge),))


def finish(turn: Turn, said: str, text: str, tokens: int) -> None:
    """Keep what was said, count the message, and tell the webhooks; `text` is the answer without additions."""
    parts = turn.exchange.parts
    parts.conversations.say(turn.conversation, turn.user, "assistant", said)
    count(turn, tokens)
    parts.outbox.emit("chat.response", {"conversationId": turn.conversation, "response": text})


def count(turn: Turn, tokens: int) -> None:
    """Count the message against the quota and in the analytics."""
    parts = turn.exchange.parts
    parts.quota.record(turn.user, turn.exchange.operation.path, tokens)
    professional = turn.preferences.get("assistantMode") != "companion" and turn.preferences.get("role")
    parts.store.run(
        "INSERT INTO queries (query, track, gap, created) VALUES (?, ?, ?, ?)",
        *(turn.message, "professional" if professional else "companion"),
        *(int(not parts.knowledge.answers(turn.message)), parts.clock.now()),
    )


def tokens_of(turn: Turn, given: Reply) -> int:
    """Give the tokens of an answer: as scripted, or estimated."""
    return estimate_tokens(turn.message, given.text) if given.tokens is None else given.tokens


def left(turn: Turn) -> Dict[str, Any]:
    """Give the state of the quota after this message."""
    return turn.exchange.parts.quota.state(turn.tier, turn.used + 1)


def _tier(exchange: Exchange, user: Any) -> Optional[str]:
    return exchange.parts.quota.tier(user) if isinstance(user, str) else None


def _exceeded(state: Mapping[str, Any], suggestion: Optional[str]) -> Any:
    body = {"error": "Rate limit exceeded", "message": _EXCEEDED, "rateLimit": state}
    assert state["limit"] != UNLIMITED
    return success({**body, "suggestion": suggestion} if suggestion else body, 429)


def _phase(turn: Turn) -> Optional[Dict[str, Any]]:
    row = turn.exchange.parts.conversations.find(turn.conversation)
    moved = announcements.phase(turn.message, "intake" if row is None else row["phase"])
    if moved is not None:
        turn.exchange.parts.conversations.enter(turn.conversation, turn.user, moved["to"])
    return moved


def _memory(turn: Turn) -> Optional[Dict[str, Any]]:
    content = turn.intent.store
    if not content:
        return None
    turn.exchange.parts.conversations.keep(turn.conversation, content)
    announced = {"conversationId": turn.conversation, "content": content, "type": "fact"}
    turn.exchange.parts.outbox.emit("memory.stored", announced)
    return {"stored": True, "content": content}


def _speaker(turn: Turn) -> Optional[Dict[str, Any]]:
    parts, session = turn.exchange.parts, dumps(turn.body.get("sessionId") or turn.conversation)
    row = parts.store.one("SELECT * FROM speakers WHERE session = ?", session)
    known = announcements.Speaker(row["name"], row["age_group"]) if row else None
    who = announcements.recognise(turn.message, known)
    if who is None:
        return None
    identifier = row["id"] if row else parts.ids.stamped("speaker", 5)
    parts.store.run(
        "INSERT OR REPLACE INTO speakers (session, id, name, age_group) VALUES (?, ?, ?, ?)",
        *(session, identifier, who.name, who.age_group),
    )
    return _present(
        speakerId=identifier, speakerName=who.name, ageGroup=who.age_group, greeting=announcements.greeting(who)
    )


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _present(**fields: Any) -> Dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
