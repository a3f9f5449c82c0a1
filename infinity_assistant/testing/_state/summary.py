# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/summary.py: edit that file, then run `make generate`.
"""Fold old messages into one summary: how many, about what, when, and the sentences worth keeping."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Dict, List, Sequence, Tuple

from infinity_assistant.testing._state.clock import iso

Message = Tuple[str, int]

_WORD = re.compile(r"[^\W\d_]{5,}")
_SIGNS = (
    ("W", "insights", re.compile(r"\b(learn|realiz|realis|turns out|important)", re.IGNORECASE)),
    ("P", "patterns", re.compile(r"\b(pattern|approach|method|works by)", re.IGNORECASE)),
    ("G", "warnings", re.compile(r"\b(error|problem|fix|careful|beware)", re.IGNORECASE)),
)
_LONGEST = 120
_EACH = 2


def summarise(identifier: str, messages: Sequence[Message]) -> Dict[str, Any]:
    """Summarise (content, milliseconds) pairs, oldest first, as an entry of `compressedHistory`."""
    start, end = iso(messages[0][1]), iso(messages[-1][1])
    parts = [f"[{len(messages)} messages summarized]", f"Topics: {', '.join(_topics(messages))}"]
    parts.append(f"Period: {start[:10]} to {end[:10]}")
    insights: List[str] = []
    for letter, name, sign in _SIGNS:
        found = [content for content, _ in messages if sign.search(content)]
        insights += [f"{letter}: {_shortened(content)}" for content in found[:_EACH]]
        parts += [f"{len(found)} {name}"] if found else []
    return {
        "id": identifier,
        "summary": " | ".join(parts),
        "originalCount": len(messages),
        "timeRange": {"start": start, "end": end},
        "keyInsights": insights,
        "importance": "medium",
    }


def _topics(messages: Sequence[Message]) -> List[str]:
    words = Counter(word for content, _ in messages for word in _WORD.findall(content.lower()))
    return [word for word, _ in words.most_common(8)]


def _shortened(content: str) -> str:
    return content if len(content) <= _LONGEST else content[:_LONGEST] + "..."
