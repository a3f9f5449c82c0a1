# SPDX-License-Identifier: MIT. Generated from overlays/testing/_assistant/message_analysis.py: edit that file, then run `make generate`.
"""Detect what a stream reports of a message before its text: phase, language, speaker.

These are small heuristics of the emulator; the service decides by longer word lists and by earlier messages that its
process has seen.
"""

from __future__ import annotations

import re
from typing import Any, Dict, Mapping, NamedTuple, Optional

HAN_CONFIDENCE = 0.63

_HAN = re.compile("[\u4e00-\u9faf]")
_LATIN_OR_MARK = re.compile(r"[A-Za-z0-9_?!]")
_NAME = re.compile(r"\b(?:my name is|call me|this is)\s+([A-Z]\w+)")
_CHILD = re.compile(r"\b(mommy|daddy|my (mom|dad|teacher))\b", re.IGNORECASE)
_TEEN = re.compile(r"\b(lol|omg|idk|tbh|ngl|bruh)\b", re.IGNORECASE)
_SENIOR = re.compile(r"\b(grandchild\w*|grandson|granddaughter|my pension)\b", re.IGNORECASE)
_PHASES = (
    ("compress", re.compile(r"\b(summari[sz]e|recap|key points)\b", re.IGNORECASE)),
    ("reintake", re.compile(r"\b(reconsider|revisit|re-?evaluate)\b", re.IGNORECASE)),
    ("evolve", re.compile(r"\b(optimi[sz]e|refine|make (it|this) better)\b", re.IGNORECASE)),
    ("grow", re.compile(r"\b(expand on|explore|what else)\b", re.IGNORECASE)),
    ("autonomize", re.compile(r"\b(proactively|on your own)\b", re.IGNORECASE)),
    ("reflect", re.compile(r"\b(what do you think|analy[sz]e|pros and cons)\b", re.IGNORECASE)),
    ("execute", re.compile(r"^(please )?(write|build|create|implement|fix)\b", re.IGNORECASE)),
)
_PHASE_CONFIDENCE = 0.5


class Speaker(NamedTuple):
    """Who seems to speak."""

    name: Optional[str]
    age_group: str


def detect_language(message: str, preferences: Mapping[str, Any]) -> Optional[Dict[str, Any]]:
    """Return the data of a `language` event, or None if the language is not detected.

    Only Chinese characters reach the score that the service asks for; a preferred language other than English
    switches the detection off.
    """
    if preferences.get("preferredLanguage") not in (None, "", "en"):
        return None
    if not _HAN.search(message) or _LATIN_OR_MARK.search(message):
        return None
    return {"detected": "zh", "confidence": HAN_CONFIDENCE}


def detect_phase(message: str, current: str) -> Optional[Dict[str, Any]]:
    """Return the data of a `phase` event, or None if the message leaves the conversation in its phase."""
    found = next((name for name, pattern in _PHASES if pattern.search(message)), current)
    return None if found == current else {"from": current, "to": found, "confidence": _PHASE_CONFIDENCE}


def identify_speaker(message: str, known: Optional[Speaker]) -> Optional[Speaker]:
    """Identify who speaks, if the message shows a name or an age, or the speaker is known by name."""
    named = _NAME.search(message)
    group = guess_age_group(message)
    if named is None and group == "adult":
        return known if known is not None and known.name else None
    name = named.group(1) if named else known.name if known else None
    return Speaker(name, group)


def guess_age_group(message: str) -> str:
    """Guess the age group from words; `adult` unless a word suggests another."""
    groups = (("child", _CHILD), ("teen", _TEEN), ("senior", _SENIOR))
    return next((name for name, pattern in groups if pattern.search(message)), "adult")


def greet(who: Speaker) -> str:
    """Greet a speaker."""
    return f"Hello, {who.name}!" if who.name else "Hello! What can I do for you?"
