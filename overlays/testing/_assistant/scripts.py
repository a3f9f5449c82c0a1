# SPDX-License-Identifier: MIT
"""Script the replies of the emulator to chat messages."""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, Optional, Pattern, Sequence, Union

Matches = Union[None, str, Pattern[str], Callable[[str], bool]]


class Reply(NamedTuple):
    """A reply: its pieces, the seconds before each, additions to the metadata, and the error that it ends with.

    `is_exact` tells that each piece is an event; else the text is split into words.
    """

    pieces: Sequence[str]
    delay: float = 0.0
    metadata: Mapping[str, Any] = {}
    tokens: Optional[int] = None
    error: Optional[str] = None
    is_exact: bool = False

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
        error: Optional[str] = None,
    ) -> ChatRule:
        """Reply in exactly these pieces, one event each; POST /chat joins them.

        Args:
            pieces: The texts of the `chunk` events.
            delay: Seconds before each piece.
            metadata: Fields to add to the metadata of the response.
            tokens: The `tokensUsed` of the response; estimated without it.
            error: Fail after these pieces: the stream ends with an `error` event of this text and without `done`, as
                when the service's own upstream fails; POST /chat returns the service's apology.
        """
        self._replies.append(Reply(tuple(pieces), delay, metadata or {}, tokens, error, is_exact=True))
        return self

    def applies_to(self, message: str) -> bool:
        """Return whether a message matches and there is a reply to it."""
        return bool(self._replies) and self._match(message)

    @property
    def matches_by_function(self) -> bool:
        """Whether a function decides which messages match."""
        return callable(self._matches)

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
        return _call_matcher(self._matches, message)


def _call_matcher(matcher: Callable[[str], bool], message: str) -> bool:
    """Call a function of the test; what it raises fails the test, and is not taken for a failure of the service."""
    try:
        return bool(matcher(message))
    except AssertionError:
        raise
    except Exception as error:
        name = getattr(matcher, "__name__", repr(matcher))
        raise AssertionError(f"the matcher {name} of on_chat raised {type(error).__name__}: {error}") from error


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

    @property
    def has_functions(self) -> bool:
        """Whether a function of the test matches messages, which may take its time and call the client."""
        return any(rule.matches_by_function for rule in self._rules)

    def clear(self) -> None:
        """Remove all rules."""
        self._rules.clear()
