# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/records.py: edit that file, then run `make generate`.
"""Describe what a test may look at: the requests that came, and the conversations."""

from __future__ import annotations

import json
from collections import deque
from typing import Any, Deque, Dict, Iterator, List, NamedTuple, Optional
from urllib.parse import parse_qsl

from infinity_assistant.testing._api.services import Services
from infinity_assistant.testing._http.json_text import MalformedJSON, loads
from infinity_assistant.testing._http.messages import Duration, Request, Response
from infinity_assistant.testing._state.clock import format_iso


class RecordedRequest(NamedTuple):
    """A request that came: its number, the operation it called (None: none), and the status of the response.

    `response` is what was sent, and `duration` how long that took, if a server sent it.
    """

    number: int
    moment: str
    request: Request
    operation: Optional[str]
    status: int
    response: Response = Response(0)
    duration: Duration = Duration()

    @property
    def size(self) -> int:
        """The bytes of both bodies."""
        return len(self.request.body) + sum(len(data) for _, data in self.response.chunks)

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
        """The body, parsed; None if it is not JSON."""
        try:
            return loads(self.request.body)
        except MalformedJSON:
            return None

    def __repr__(self) -> str:
        return f"<RecordedRequest {self.number}: {self.method} {self.path} {self.status}>"


class Record:
    """The latest requests: at most `most`, and of the older ones only as many as have bodies of `budget` bytes."""

    def __init__(self, most: int = 1000, budget: int = 32 * 1024 * 1024) -> None:
        self._requests: Deque[RecordedRequest] = deque(maxlen=most)
        self._budget = budget
        self._size = 0

    def append(self, request: RecordedRequest) -> None:
        """Add a request, and forget the oldest where there are too many, or too much in them."""
        if len(self._requests) == self._requests.maxlen:
            self._forget_oldest()
        self._requests.append(request)
        self._size += request.size
        while self._size > self._budget and len(self._requests) > 1:
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        self._size -= self._requests.popleft().size

    def __iter__(self) -> Iterator[RecordedRequest]:
        return iter(self._requests)


class Message(NamedTuple):
    """A message of a conversation: its role (`user` or `assistant`) and its content."""

    role: str
    content: str


class Conversation(NamedTuple):
    """A conversation: its user, recent messages, critical facts, and the summaries of older messages.

    `title` is the beginning of its first message, `updated` the moment of the latest one.
    """

    id: str
    user_id: str
    messages: List[Message]
    facts: List[str]
    summaries: List[str]
    title: Optional[str] = None
    updated: Optional[str] = None


def list_conversations(services: Services) -> Iterator[Conversation]:
    """List all conversations in a store, oldest first."""
    conversations = services.conversations
    for row in services.store.fetch_all("SELECT * FROM conversations ORDER BY created, rowid"):
        identifier = json.loads(row["key"])
        yield Conversation(
            identifier if isinstance(identifier, str) else row["key"],
            row["user_id"],
            [
                Message(entry["type"], conversations.read_text(entry))
                for entry in conversations.list_messages(identifier)
            ],
            [conversations.read_text(entry) for entry in conversations.list_facts(identifier)],
            [summary["summary"] for summary in conversations.list_summaries(identifier)],
            row["title"],
            format_iso(row["updated"]),
        )
