# SPDX-License-Identifier: MIT
"""Script what the emulator answers to a chat message."""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, Optional, Pattern, Sequence, Union

Matches = Union[None, str, Pattern[str], Callable[[str], bool]]


class Reply(NamedTuple):
    """A scripted answer: the text piece by piece, seconds before each piece, and what goes into the metadata."""

    pieces: Sequence[str]
    delay: float = 0.0
    metadata: Mapping[str, Any] = {}
    tokens: Optional[int] = None

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)


class ChatRule:
    """What is answered to the messages that match; made by `Emulator.on_chat`.

    >>> from infinity_assistant.testing import Emulator
    >>> with Emulator() as emulator:
    ...     _ = emulator.on_chat(matches="weather").reply("It rains.")
    """

    def __init__(self, matches: Matches = None) -> None:
        self._matches = matches
        self._replies: List[Reply] = []
        self._given = 0

    def reply(self, *texts: str, metadata: Optional[Dict[str, Any]] = None, tokens: Optional[int] = None) -> ChatRule:
        """Answer with a text; several texts are given one after the other, the last one from then on.

        `metadata` is added to the answer's metadata; `tokens` is its `tokensUsed`.
        """
        self._replies += [Reply((text,), metadata=metadata or {}, tokens=tokens) for text in texts]
        return self

    def reply_stream(
        self,
        pieces: Sequence[str],
        *,
        delay: float = 0.0,
        metadata: Optional[Dict[str, Any]] = None,
        tokens: Optional[int] = None,
    ) -> ChatRule:
        """Answer in exactly these pieces, one event each, `delay` seconds before each; POST /chat joins them."""
        self._replies.append(Reply(tuple(pieces), delay, metadata or {}, tokens))
        return self

    def applies(self, message: str) -> bool:
        """Say whether a message matches and there is an answer to it."""
        return bool(self._replies) and self._match(message)

    def next(self) -> Reply:
        """Give the next answer of the row."""
        reply = self._replies[min(self._given, len(self._replies) - 1)]
        self._given += 1
        return reply

    def _match(self, message: str) -> bool:
        if self._matches is None:
            return True
        if isinstance(self._matches, str):
            return self._matches.lower() in message.lower()
        if isinstance(self._matches, re.Pattern):
            return self._matches.search(message) is not None
        return bool(self._matches(message))


class Scripts:
    """The rules of an emulator; of those that match, the one made last is used."""

    def __init__(self) -> None:
        self._rules: List[ChatRule] = []

    def add(self, matches: Matches) -> ChatRule:
        """Make a rule."""
        rule = ChatRule(matches)
        self._rules.insert(0, rule)
        return rule

    def find(self, message: str) -> Optional[Reply]:
        """Give the scripted answer to a message, or None."""
        rule = next((rule for rule in self._rules if rule.applies(message)), None)
        return None if rule is None else rule.next()

    def clear(self) -> None:
        """Forget all rules."""
        self._rules.clear()
