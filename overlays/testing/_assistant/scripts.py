# SPDX-License-Identifier: MIT
"""Script the replies of the emulator to chat messages."""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, Optional, Pattern, Sequence, Union

Matches = Union[None, str, Pattern[str], Callable[[str], bool]]


class Reply(NamedTuple):
    """A reply: its pieces, the seconds before each, and additions to the metadata."""

    pieces: Sequence[str]
    delay: float = 0.0
    metadata: Mapping[str, Any] = {}
    tokens: Optional[int] = None

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)


class ChatRule:
    """The replies to messages that match; made by `Emulator.on_chat`.

    >>> from infinity_assistant.testing import Emulator
    >>> with Emulator() as emulator:
    ...     _ = emulator.on_chat(matches="weather").reply("It rains.")
    """

    def __init__(self, matches: Matches = None) -> None:
        self._matches = matches
        self._replies: List[Reply] = []
        self._used = 0

    def reply(self, *texts: str, metadata: Optional[Dict[str, Any]] = None, tokens: Optional[int] = None) -> ChatRule:
        """Reply with a text; several texts are used one after the other, the last one from then on.

        Args:
            texts: The texts.
            metadata: Fields to add to the metadata of the response.
            tokens: The `tokensUsed` of the response; estimated without it.
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
        """Reply in exactly these pieces, one event each, `delay` seconds before each; POST /chat joins them."""
        self._replies.append(Reply(tuple(pieces), delay, metadata or {}, tokens))
        return self

    def applies_to(self, message: str) -> bool:
        """Return whether a message matches and there is a reply to it."""
        return bool(self._replies) and self._match(message)

    def take_reply(self) -> Reply:
        """Return the next reply, and count it as used."""
        reply = self._replies[min(self._used, len(self._replies) - 1)]
        self._used += 1
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

    def add_rule(self, matches: Matches) -> ChatRule:
        """Add a rule."""
        rule = ChatRule(matches)
        self._rules.insert(0, rule)
        return rule

    def find_reply(self, message: str) -> Optional[Reply]:
        """Return the scripted reply to a message, or None."""
        rule = next((rule for rule in self._rules if rule.applies_to(message)), None)
        return None if rule is None else rule.take_reply()

    def clear(self) -> None:
        """Remove all rules."""
        self._rules.clear()
