# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/event_parser.py: edit that file, then run `make generate`.
"""From the bytes of a stream to its events, as the API description says of each operation."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional

from infinity_assistant._models.operation import StreamEvent
from infinity_assistant._streaming.dialects import (
    DONE_MARKER,
    UNNAMED,
    make_invalid_event,
    parse_event_json,
    parse_event_object,
    parse_leniently,
)
from infinity_assistant._streaming.sse import Decoder, Event, EventTooLong
from infinity_assistant.errors import InfinityAssistantStreamError
from infinity_assistant.events import UnknownEvent
from infinity_assistant.models import StreamMetadata


class EventParser:
    """Reads the events of one stream, and remembers what they add up to.

    `events` are those of the operation: which there are, what each is read as, and which ends the stream. `limit`
    bounds one event, in bytes. `observe` is called with the name and the data of each server-sent event. `has_events`
    tells whether there was an event, `is_finished` whether the stream is complete (then `complete` is true) or failed
    (`failure` names the event that said so); what comes after that is ignored.
    """

    #: What a stream of a chat tells besides, as soon as the service has told it.
    conversation_id: Optional[str] = None
    metadata: Optional[StreamMetadata] = None

    def __init__(
        self,
        events: Mapping[str, StreamEvent],
        limit: int = 16 * 1024 * 1024,
        observe: Optional[Callable[[str, str], None]] = None,
    ) -> None:
        self.has_events = self.is_finished = self.complete = False
        self.failure = ""
        #: Where no event of a stream is its end, the end of the response is.
        self.ends_with_body = not any(event.ends == "success" for event in events.values())
        self._declared = events
        self._decoder = Decoder(limit)
        self._observe = observe

    def text(self) -> str:
        """Return the text so far."""
        return ""

    def feed(self, chunk: bytes) -> Iterable[Any]:
        """Return the events that `chunk` completes.

        Raises: InfinityAssistantStreamError if an event is too long, or not what the API promises: at once, or,
        where the chunk holds good events before that one, behind these while they are iterated over.
        """
        events: List[Any] = []
        failure: Optional[InfinityAssistantStreamError] = None
        try:
            decoded = self._decoder.feed(chunk)
        except EventTooLong as problem:
            decoded, failure = problem.events, InfinityAssistantStreamError(str(problem))
        if self._observe is not None:
            for name, data, _ in decoded:
                self._observe(name, data)
        try:
            self._parse_events(decoded, events)
        except InfinityAssistantStreamError as problem:
            failure = problem
        if events:
            self.has_events = True
        if failure is None or self.is_finished:
            return events
        if not events:
            raise failure
        return _yield_then_raise(events, failure)

    def finish(self) -> None:
        """Take the stream for complete."""
        self.is_finished = self.complete = True

    def _parse_events(self, decoded: List[Event], events: List[Any]) -> None:
        for name, data, _ in decoded:
            if self.is_finished:
                return
            self._parse_event(name, data, events)

    def _parse_event(self, name: str, data: str, events: List[Any]) -> None:
        if name == UNNAMED and data.strip() in ("", DONE_MARKER):
            if data.strip():
                self.finish()
            return
        if name == UNNAMED and name not in self._declared:
            name = self._name_by_type(data)
        if name in self._declared:
            declared = self._declared[name]
            events.append(self._build_declared(declared, _parse_fields(declared, data)))
        else:
            events.append(UnknownEvent(name=name, data=parse_leniently(data)))

    def _name_by_type(self, data: str) -> str:
        """Return the name of an event without an `event:` line, where the `type` of its data says it."""
        value = parse_event_json(data, UNNAMED)
        name = value.get("type") if isinstance(value, dict) else None
        return name if isinstance(name, str) and name in self._declared else UNNAMED

    def _build_declared(self, declared: StreamEvent, data: Dict[str, Any]) -> Any:
        """Build the event as its class. Raises: InfinityAssistantStreamError."""
        try:
            event = declared.read(add_type(declared.event_type, data))
        except ValueError as problem:
            raise make_invalid_event(declared.name, f"makes no sense: {problem}") from None
        except Exception as exc:  # The reader of an event that was declared by hand.
            raise make_invalid_event(declared.name, f"makes no sense: {type(exc).__name__}") from exc
        self.is_finished = bool(declared.ends)
        self.complete = declared.ends == "success"
        self.failure = declared.name if declared.ends == "failure" else ""
        return event


def _parse_fields(declared: StreamEvent, data: str) -> Dict[str, Any]:
    """Parse the fields of an event. Raises: InfinityAssistantStreamError."""
    if declared.form == "object":
        return parse_event_object(data, declared.name)
    return {"data": data if declared.form == "text" else parse_event_json(data, declared.name)}


def add_type(event_type: str, data: Dict[str, Any]) -> Dict[str, Any]:
    """Return the fields of an event, its type first; a field of that name in the data gives way."""
    return {"type": event_type, **{key: value for key, value in data.items() if key != "type"}}


def _yield_then_raise(events: List[Any], failure: InfinityAssistantStreamError) -> Iterator[Any]:
    yield from events
    raise failure
