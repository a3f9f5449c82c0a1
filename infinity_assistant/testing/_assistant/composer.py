# SPDX-License-Identifier: MIT. Generated from overlays/testing/_assistant/composer.py: edit that file, then run `make generate`.
"""Compose the reply to a chat message from memory and knowledge, without a model.

The same message, memory and knowledge always give the same reply, and it never passes for one of the service.
"""

from __future__ import annotations

import re
from typing import Any, List, Mapping, NamedTuple, Sequence

from infinity_assistant.testing._state.knowledge_base import Hit, KnowledgeBase, extract_keywords

APOLOGY = "I apologize, but I encountered an error processing your request. Please try again or rephrase your question."
SIGNATURE = "(This is the Infinity Assistant emulator: the answer comes from its knowledge base, not from a model.)"
_GREETING = re.compile(r"^\W*(hi|hello|hey|good (morning|afternoon|evening))\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_LEAST_SCORE = 0.1


class Question(NamedTuple):
    """A message, and what is known of its sender: facts, earlier messages, preferences, whether they drive."""

    message: str
    facts: Sequence[str] = ()
    earlier: Sequence[str] = ()
    mode: str = "assist"
    preferences: Mapping[str, Any] = {}
    driving: bool = False


def compose_reply(question: Question, knowledge: KnowledgeBase) -> str:
    """Compose the reply."""
    hits = [hit for hit in knowledge.search(question.message, limit=4) if hit.score >= _LEAST_SCORE]
    remembered = _recall(question)
    if question.driving or question.preferences.get("communicationStyle") == "concise":
        return _compose_brief(remembered, hits)
    parts = [*_greet(question), *remembered, *_present_hits(question, hits)]
    if len(parts) == len(remembered) == 0:
        parts = _suggest_topics(knowledge)
    return "\n\n".join([*parts, SIGNATURE])


def estimate_tokens(*texts: str) -> int:
    """Estimate tokens as a quarter of the characters."""
    return max(1, sum(map(len, texts)) // 4)


def _greet(question: Question) -> List[str]:
    if not _GREETING.match(question.message):
        return []
    name = question.preferences.get("name")
    return [f"Hello{', ' + name if isinstance(name, str) and name else ''}! Ask me how to use the SDK or its API."]


def _recall(question: Question) -> List[str]:
    about = set(extract_keywords(question.message))
    known = [fact for fact in question.facts if about & set(extract_keywords(fact))]
    matching = [text for text in question.earlier if text != question.message and about & set(extract_keywords(text))]
    if known:
        return [f"You asked me to remember: {'; '.join(known)}."]
    return [f"You told me earlier: “{matching[-1]}”"] if matching and question.message.rstrip().endswith("?") else []


def _present_hits(question: Question, hits: Sequence[Hit]) -> List[str]:
    if not hits:
        return []
    if question.mode == "search":
        return [
            "I found:",
            "\n".join(f"- **{hit.entry.title}** ({hit.entry.type}): {_take_first_sentence(hit)}" for hit in hits),
        ]
    if question.mode == "build":
        return [
            "Build it in these steps:",
            "\n".join(f"{n}. {_take_first_sentence(hit)}" for n, hit in enumerate(hits, 1)),
        ]
    best, *others = hits
    related = [f"Related: {'; '.join(hit.entry.title for hit in others)}."] if others else []
    return [f"**{best.entry.title}**", best.entry.content, *related]


def _compose_brief(remembered: Sequence[str], hits: Sequence[Hit]) -> str:
    known = [*remembered, *(_take_first_sentence(hit) for hit in hits[:1])]
    return f"{known[0] if known else 'I know nothing about that.'} (Emulator.)"


def _suggest_topics(knowledge: KnowledgeBase) -> List[str]:
    topics = "\n".join(f"- {title}" for title in knowledge.list_titles(5))
    return ["I have nothing about that. I know how to use this SDK and its API; ask me, for example, about:", topics]


def _take_first_sentence(hit: Hit) -> str:
    return _SENTENCE.split(hit.entry.content.replace("\n", " "), maxsplit=1)[0]
