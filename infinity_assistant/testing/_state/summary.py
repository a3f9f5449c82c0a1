# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/summary.py: edit that file, then run `make generate`.
"""Summarize old messages: how many, about what, when, and the sentences worth keeping."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Dict, List, Sequence, Tuple

from infinity_assistant.testing._state.clock import format_iso

Message = Tuple[str, int]

_WORD = re.compile(r"[^\W\d_]{5,}")
_PATTERNS = (
    ("W", "insights", re.compile(r"\b(learn|realiz|realis|turns out|important)", re.IGNORECASE)),
    ("P", "patterns", re.compile(r"\b(pattern|approach|method|works by)", re.IGNORECASE)),
    ("G", "warnings", re.compile(r"\b(error|problem|fix|careful|beware)", re.IGNORECASE)),
)
_LONGEST = 120
_MOST_OF_EACH = 2


def summarize_messages(identifier: str, messages: Sequence[Message]) -> Dict[str, Any]:
    """Summarize (content, milliseconds) pairs, oldest first, as an entry of `compressedHistory`."""
    start, end = format_iso(messages[0][1]), format_iso(messages[-1][1])
    parts = [f"[{len(messages)} messages summarized]", f"Topics: {', '.join(_list_topics(messages))}"]
    parts.append(f"Period: {start[:10]} to {end[:10]}")
    insights: List[str] = []
    for letter, name, pattern in _PATTERNS:
        found = [content for content, _ in messages if pattern.search(content)]
        insights += [f"{letter}: {_shorten(content)}" for content in found[:_MOST_OF_EACH]]
        parts += [f"{len(found)} {name}"] if found else []
    return {
        "id": identifier,
        "summary": " | ".join(parts),
        "originalCount": len(messages),
        "timeRange": {"start": start, "end": end},
        "keyInsights": insights,
        "importance": "medium",
    }


def _list_topics(messages: Sequence[Message]) -> List[str]:
    words = Counter(word for content, _ in messages for word in _WORD.findall(content.lower()))
    return [word for word, _ in words.most_common(8)]


def _shorten(content: str) -> str:
    return content if len(content) <= _LONGEST else content[:_LONGEST] + "..."
