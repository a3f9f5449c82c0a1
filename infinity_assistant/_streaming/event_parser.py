# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/event_parser.py: edit that file, then run `make generate`.
"""From the bytes of a streamed answer to its events."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional

from infinity_assistant._models.call import StreamEvent
from infinity_assistant._models.surrogates import HIGH, replace_halves
from infinity_assistant._streaming.dialects import (
    DECODER,
    DONE_MARKER,
    UNNAMED,
    classify_unnamed,
    invalid_event,
    parse_event_json,
    parse_event_object,
)
from infinity_assistant._streaming.sse import Decoder, Event, EventTooLong
from infinity_assistant.errors import InfinityAssistantStreamError
from infinity_assistant.events import (
    PLAIN_EVENTS,
    ChatStreamEvent,
    DoneEvent,
    ErrorEvent,
    MetadataEvent,
    StartEvent,
    TextEvent,
    UnknownEvent,
)
from infinity_assistant.models import StreamMetadata

_new = object.__new__

#: So many pieces of text are joined to one: as strings of their own they take several times their room.
_JOIN_AFTER = 4096
#: The longest text that an error event takes over, in characters.
_MAX_ERROR_TEXT = 2048
#: Types of events whose meaning this module knows.
_OWN_TYPES = frozenset({"text", "done", "error"})
_OWN_NAMES = {"text": "chunk", "done": "done", "error": "error"}
_USUAL_NAMES = {name: name for name in ("chunk", "done", "error")}
_OBJECTS = frozenset({"chunk", "text", "done", "metadata", *PLAIN_EVENTS})


class EventParser:
    """Reads the events of one streamed answer, and remembers what they add up to.

    `limit` bounds one event, in bytes. `has_events` tells whether there was an event, `finished` whether the response
    is complete (`done`, then `complete` is true) or failed (`error`); what comes after that is ignored. `observe` is
    called with the name and the data of each server-sent event. `conversation_id` and `metadata` are those
    of the answer, as soon as the service has told them. `events` are those of the operation: which there are, what
    each is read as, and which ends the stream; those of a chat unless given.
    """

    def __init__(
        self,
        limit: int = 16 * 1024 * 1024,
        observe: Optional[Callable[[str, str], None]] = None,
        events: Optional[Mapping[str, StreamEvent]] = None,
    ) -> None:
        self.has_events = False
        self.is_finished = False
        self.complete = False
        #: The name of the event that told of a failure, where it is none of ours.
        self.failure = ""
        self.conversation_id: Optional[str] = None
        self.metadata: Optional[StreamMetadata] = None
        declared = events or {}
        #: Events that are read as the API description says, and nothing else.
        self._declared = {name: event for name, event in declared.items() if event.friendly not in _OWN_TYPES}
        own = {name: event.friendly for name, event in declared.items() if event.friendly in _OWN_TYPES}
        self._own_names = {name: _OWN_NAMES[event_type] for name, event_type in own.items()} or _USUAL_NAMES
        self._is_chat = not declared or any(event.friendly == "text" for event in declared.values())
        #: Where no event of a stream is its end, the end of the response is.
        self.ends_with_body = not self._is_chat and not any(event.ends == "success" for event in declared.values())
        self._decoder = Decoder(limit)
        self._observe = observe
        self._half = ""
        self._has_known_events = self._has_unknown_events = False
        self._parts: List[str] = []
        self._joined: List[str] = []

    def text(self) -> str:
        """The text so far."""
        return "".join(self._joined + self._parts)

    def feed(self, chunk: bytes) -> Iterable[ChatStreamEvent]:
        """Return the events that `chunk` completes.

        Raises: InfinityAssistantStreamError if an event is too long, or not what the API promises: at once, or,
        where the chunk holds good events before that one, behind these while they are iterated over.
        """
        events: List[ChatStreamEvent] = []
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
        if len(self._parts) > _JOIN_AFTER:
            self._joined.append("".join(self._parts))
            self._parts.clear()
        if failure is None or self.is_finished:
            return events
        if not events:
            raise failure
        return _yield_then_raise(events, failure)

    def finish(self) -> None:
        """Take the end of the response for that of the stream."""
        self.is_finished = self.complete = True

    def read(self, decoded: Event) -> List[ChatStreamEvent]:
        """Return what one server-sent event means: none, one or two events. Raises: InfinityAssistantStreamError."""
        events: List[ChatStreamEvent] = []
        self._parse_events([decoded], events)
        self.has_events = self.has_events or bool(events)
        return events

    def _parse_events(self, decoded: List[Event], events: List[ChatStreamEvent]) -> None:
        for name, data, _ in decoded:
            if self.is_finished:
                return
            content = _parse_usual_text(data) if self._own_names.get(name) == "chunk" else None
            if content is None:
                self._parse_any(name, data, events)
                continue
            if self._half or not content.isascii():
                content = self._join_halves(content)
            # Nearly all events are made here, so they are made without the detours of `from_dict`.
            event = _new(TextEvent)
            event.type = "text"
            event.content = content
            self._parts.append(content)
            events.append(event)

    def _parse_any(self, name: str, data: str, events: List[ChatStreamEvent]) -> None:
        if name in self._declared:
            events.append(self._build_declared_event(self._declared[name], parse_event_json(data, name)))
        elif name == UNNAMED and not self._is_chat and data.strip() == DONE_MARKER:
            self.is_finished = self.complete = True
        elif name == UNNAMED and self._is_chat:
            if data.strip():
                events += self._build_events(*classify_unnamed(data))
        elif name in self._own_names or (name in _OBJECTS and self._is_chat):
            events += self._build_events(self._own_names.get(name, name), parse_event_object(data, name))
        elif not self._is_chat:
            events.append(UnknownEvent(name=name, data=_parse_leniently(data)))
        else:
            events += self._build_events(name, _parse_leniently(data))

    def _build_events(self, name: str, data: Any) -> List[ChatStreamEvent]:
        try:
            if name in ("chunk", "text"):
                return [self._build_text_event(data)]
            if name == "done":
                return [*self._end_text(), *self._build_done(data)]
            if name == "error":
                self.is_finished = True
                return [*self._end_text(), _build_error_event(data)]
            if name == "metadata" and isinstance(data.get("metadata"), dict):
                return [self._build_metadata_event(StreamMetadata.from_dict(data["metadata"]))]
            if name in PLAIN_EVENTS:
                return [self._build_plain_event(name, data)]
        except ValueError as problem:
            raise invalid_event(name, f"makes no sense: {problem}") from None
        self._has_unknown_events = True
        return [UnknownEvent(name=name, data=data)]

    def _build_declared_event(self, declared: StreamEvent, data: Any) -> ChatStreamEvent:
        """The event as its class, whatever the operation. Raises: InfinityAssistantStreamError."""
        if not isinstance(data, dict):
            raise invalid_event(declared.name, "is JSON, but no object")
        read = declared.read_event or declared.read
        try:
            event: ChatStreamEvent = read(_add_type(declared.friendly, data))
        except ValueError as problem:
            raise invalid_event(declared.name, f"makes no sense: {problem}") from None
        self._has_known_events = True
        if isinstance(event, StartEvent):
            self.conversation_id = event.conversation_id
        self.is_finished = bool(declared.ends)
        self.complete = declared.ends == "success"
        if declared.ends == "failure":
            self.failure = declared.name
        return event

    def _build_text_event(self, data: Dict[str, Any]) -> TextEvent:
        fields = _add_type("text", data)
        if "content" not in fields and "text" in fields:
            fields["content"] = fields.pop("text")
        event = TextEvent.from_dict(fields)
        event.content = self._join_halves(event.content)
        self._parts.append(event.content)
        return event

    def _join_halves(self, content: str) -> str:
        """Put an emoji together that lies in two chunks: the first half waits for the second."""
        text, self._half = self._half + content, ""
        if text and HIGH[0] <= text[-1] <= HIGH[1]:
            text, self._half = text[:-1], text[-1]
        return replace_halves(text)

    def _end_text(self) -> List[TextEvent]:
        """What is left of the text at its end: half an emoji, of which the other half never came."""
        half, self._half = self._half, ""
        return [self._build_text_event({"content": replace_halves(half + " ")[:-1]})] if half else []

    def _build_done(self, data: Dict[str, Any]) -> List[ChatStreamEvent]:
        if self._has_unknown_events and not (self._has_known_events or self._parts or self._joined):
            raise invalid_event("done", "makes no sense: before it came nothing but events that are unknown here")
        event = DoneEvent.from_dict(_add_type("done", data))
        self.is_finished = self.complete = True
        if event.conversation_id is not None:
            self.conversation_id = event.conversation_id
        if isinstance(event.metadata, StreamMetadata):
            return [self._build_metadata_event(event.metadata), event]
        return [event]

    def _build_metadata_event(self, metadata: StreamMetadata) -> MetadataEvent:
        self.metadata = metadata
        self._has_known_events = True
        return MetadataEvent(metadata=metadata)

    def _build_plain_event(self, name: str, data: Dict[str, Any]) -> ChatStreamEvent:
        self._has_known_events = True
        event: ChatStreamEvent = PLAIN_EVENTS[name].from_dict(_add_type(name, data))
        if isinstance(event, StartEvent):
            self.conversation_id = event.conversation_id
        return event


def _parse_usual_text(data: str) -> Optional[str]:
    """The text of a chunk of the usual form `{"text": ...}`; None for all others, right or wrong."""
    try:
        fields, end = DECODER.raw_decode(data)
    except (ValueError, RecursionError):
        return None
    if end != len(data) or not isinstance(fields, dict) or len(fields) != 1:
        return None
    text = fields.get("text")
    return text if isinstance(text, str) else None


def _add_type(event_type: str, data: Dict[str, Any]) -> Dict[str, Any]:
    """The fields of an event, its type first; a field of that name in the data gives way."""
    return {"type": event_type, **{key: value for key, value in data.items() if key != "type"}}


def _parse_leniently(data: str) -> Any:
    try:
        return parse_event_json(data, "")
    except InfinityAssistantStreamError:
        return data


def _build_error_event(data: Any) -> ErrorEvent:
    """The error, in whatever shape the service told of it: the stream has failed in any case."""
    fields = data if isinstance(data, dict) else {"error": data}
    error = fields.get("error")
    inner = error if isinstance(error, dict) else {"message": error}
    candidates = [fields.get("message"), inner.get("message"), "the service did not say why"]
    message = next(text for text in candidates if isinstance(text, str) and text.strip())
    code = inner.get("code") if isinstance(error, dict) else error
    error_fields = {
        **fields,
        "message": message[:_MAX_ERROR_TEXT],
        "error": code[:_MAX_ERROR_TEXT] if isinstance(code, str) else None,
    }
    return ErrorEvent.from_dict(_add_type("error", error_fields))


def _yield_then_raise(
    events: List[ChatStreamEvent], failure: InfinityAssistantStreamError
) -> Iterator[ChatStreamEvent]:
    yield from events
    raise failure
