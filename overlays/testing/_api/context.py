# SPDX-License-Identifier: MIT
"""Carry one request through the emulator: what it says, who sends it, and the parts that an answer is made from."""

from __future__ import annotations

from typing import Any, Callable, Dict, NamedTuple, Optional, Sequence

from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.document import Document, Operation
from infinity_assistant.testing._api.profiles import Profile
from infinity_assistant.testing._api.validation import Text, problems
from infinity_assistant.testing._assistant.scripts import Scripts
from infinity_assistant.testing._http.json_text import Malformed, loads
from infinity_assistant.testing._http.messages import Answer, Request
from infinity_assistant.testing._http.responses import plain
from infinity_assistant.testing._state.clock import Clock, Ids
from infinity_assistant.testing._state.conversations import Conversations
from infinity_assistant.testing._state.keys import Keys
from infinity_assistant.testing._state.knowledge_base import KnowledgeBase
from infinity_assistant.testing._state.quota import Quota
from infinity_assistant.testing._state.store import Store
from infinity_assistant.testing._webhooks.outbox import Outbox


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
    quota: Quota
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
