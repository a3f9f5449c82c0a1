# SPDX-License-Identifier: MIT
"""Carry one request through the emulator: what it says, who sends it, and the parts that an answer is made from."""

from __future__ import annotations

from typing import Any, Callable, Dict, NamedTuple, Optional, Sequence

from infinity_assistant.testing import identity
from infinity_assistant.testing.answers import plain
from infinity_assistant.testing.clock import Clock, Ids
from infinity_assistant.testing.conversation import Conversations
from infinity_assistant.testing.document import Document, Operation
from infinity_assistant.testing.jsontext import Malformed, loads
from infinity_assistant.testing.keys import Keys
from infinity_assistant.testing.knowledge_base import KnowledgeBase
from infinity_assistant.testing.outbox import Outbox
from infinity_assistant.testing.profiles import Profile
from infinity_assistant.testing.quota import RateLimitTracker
from infinity_assistant.testing.scripts import Scripts
from infinity_assistant.testing.store import Store
from infinity_assistant.testing.validation import Text, problems
from infinity_assistant.testing.wire import Answer, Request


class Refused(Exception):
    """The request is answered with an error before anything was done."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Parts(NamedTuple):
    """The parts of an emulator that its answers are made from."""

    document: Document
    store: Store
    clock: Clock
    ids: Ids
    profile: Profile
    keys: Keys
    quota: RateLimitTracker
    conversations: Conversations
    knowledge: KnowledgeBase
    outbox: Outbox
    scripts: Scripts
    pace: float
    account: str


class Exchange(NamedTuple):
    """One request on its way to its answer."""

    request: Request
    operation: Operation
    parts: Parts
    user: Optional[str]

    def json(self) -> Dict[str, Any]:
        """Read the body; a JSON value without fields counts as an object without fields.

        Raises:
            Malformed: the body is not JSON, or null.
        """
        body = loads(self.request.body)
        if body is None:
            raise Malformed("Cannot destructure properties of null")
        return body if isinstance(body, dict) else {}

    def checked(self, texts: Sequence[Text], error: Callable[[int, str], Answer] = plain) -> Dict[str, Any]:
        """Read the body and refuse it with 400 at the first objection for which there is a text.

        Raises:
            Refused: with the answer to give, built by `error`.
            Malformed: the body is not JSON.
        """
        body = self.json()
        for problem in problems(self.parts.document, self.operation.request, body):
            for text in texts:
                if text.fits(problem):
                    raise Refused(error(400, text.fill(problem)))
        return body

    def signed_in(self) -> Optional[str]:
        """Give the user as preferences, usage and feedback see it: by key, session or cookie; None for a stranger."""
        if self.user is not None:
            return self.user
        return identity.session_user(self.request, self.parts.keys) or identity.anonymous(self.request)

    def manager(self) -> str:
        """Give the user of an operation on keys, webhooks or exports.

        Raises:
            Refused: these operations are not open in this profile.
        """
        if not self.parts.profile.management:
            raise Refused(plain(401, "Authentication required"))
        return self.signed_in() or self.parts.account
