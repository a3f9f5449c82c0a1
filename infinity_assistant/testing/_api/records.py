# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/records.py: edit that file, then run `make generate`.
"""What the emulator shows of its past: the requests it answered and the conversations it keeps."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, List, NamedTuple, Optional
from urllib.parse import parse_qsl

from infinity_assistant.testing._api.context import Parts
from infinity_assistant.testing._http.json_text import Malformed, loads
from infinity_assistant.testing._http.messages import Request


class RecordedRequest(NamedTuple):
    """A request that was answered: its number, the operation it called (None: none), and the status of the answer."""

    number: int
    moment: str
    request: Request
    operation: Optional[str]
    status: int

    @property
    def method(self) -> str:
        """The method, such as `POST`."""
        return self.request.method

    @property
    def path(self) -> str:
        """The path, such as `/api/chat`."""
        return self.request.path

    @property
    def query(self) -> Dict[str, str]:
        """The query parameters; of a repeated one the last."""
        return dict(parse_qsl(self.request.query, keep_blank_values=True))

    @property
    def headers(self) -> Dict[str, str]:
        """The headers as sent, names in lower case. Credentials are in it: do not print it."""
        return {name.lower(): value for name, value in self.request.headers}

    @property
    def body(self) -> bytes:
        """The body as sent."""
        return self.request.body

    @property
    def json(self) -> Any:
        """The body, read; None if it is no JSON."""
        try:
            return loads(self.request.body)
        except Malformed:
            return None

    def __repr__(self) -> str:
        return f"<RecordedRequest {self.number}: {self.method} {self.path} {self.status}>"


class Message(NamedTuple):
    """A message of a conversation: `user` or `assistant`, and what was said."""

    role: str
    content: str


class Conversation(NamedTuple):
    """A conversation: whose it is, its messages that are not folded yet, the facts kept, the summaries of the rest."""

    id: str
    user_id: str
    messages: List[Message]
    facts: List[str]
    summaries: List[str]


def conversations_in(parts: Parts) -> Iterator[Conversation]:
    """Give all conversations in a store, oldest first."""
    known = parts.conversations
    for row in parts.store.all("SELECT * FROM conversations ORDER BY created, rowid"):
        identifier = json.loads(row["key"])
        yield Conversation(
            identifier if isinstance(identifier, str) else row["key"],
            row["user_id"],
            [Message(entry["type"], known.text(entry)) for entry in known.recent(identifier)],
            [known.text(entry) for entry in known.facts(identifier)],
            [summary["summary"] for summary in known.summaries(identifier)],
        )
