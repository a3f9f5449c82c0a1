# SPDX-License-Identifier: MIT
"""The events of a streamed chat: besides what the API description says, its text, its end and its errors."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional

from infinity_assistant._models.operation import StreamEvent
from infinity_assistant._models.surrogates import HIGH, replace_halves
from infinity_assistant._streaming.dialects import (
    DECODER,
    UNNAMED,
    classify_unnamed,
    make_invalid_event,
    parse_event_object,
    parse_leniently,
)
from infinity_assistant._streaming.event_parser import EventParser, add_type
from infinity_assistant._streaming.sse import Event
from infinity_assistant.events import (
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
#: Name on the wire -> type, of the events that this module reads itself; those of the API description come on top.
_USUAL_TYPES = {"chunk": "text", "text": "text", "done": "done", "error": "error", "metadata": "metadata"}

_CHAT = frozenset({"text", "done"})


def make_parser(
    events: Mapping[str, StreamEvent], limit: int, observe: Optional[Callable[[str, str], None]] = None
) -> EventParser:
    """Make the parser of a stream of these events: one that brings a text, and says when it is done, is a chat."""
    is_chat = {event.event_type for event in events.values()} >= _CHAT
    return ChatEventParser(events, limit, observe) if is_chat else EventParser(events, limit, observe)


class ChatEventParser(EventParser):
    """Reads the events of one streamed chat: `done` makes it complete, and `error` ends it early.

    `conversation_id` and `metadata` are those of the response, as soon as the service has told them.
    """

    def __init__(
        self,
        events: Mapping[str, StreamEvent],
        limit: int = 16 * 1024 * 1024,
        observe: Optional[Callable[[str, str], None]] = None,
    ) -> None:
        super().__init__(events, limit, observe)
        own = {name: event.event_type for name, event in events.items() if event.event_type in _USUAL_TYPES}
        self._types = {**_USUAL_TYPES, **own}
        self.ends_with_body = False
        self._half = ""
        self._has_known_events = self._has_unknown_events = False
        self._parts: List[str] = []
        self._joined: List[str] = []

    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._joined + self._parts)

    def feed(self, chunk: bytes) -> Iterable[ChatStreamEvent]:
        """Return the events that `chunk` completes. Raises: InfinityAssistantStreamError, as any parser."""
        events = super().feed(chunk)
        if len(self._parts) > _JOIN_AFTER:
            self._joined.append("".join(self._parts))
            self._parts.clear()
        return events

    def _parse_events(self, decoded: List[Event], events: List[ChatStreamEvent]) -> None:
        for name, data, _ in decoded:
            if self.is_finished:
                return
            content = _parse_usual_text(data) if self._types.get(name) == "text" else None
            if content is None:
                self._parse_event(name, data, events)
                continue
            if self._half or not content.isascii():
                content = self._join_halves(content)
            # Nearly all events are made here, so they are made without the detours of `from_dict`.
            event = _new(TextEvent)
            event.type = "text"
            event.content = content
            self._parts.append(content)
            events.append(event)

    def _parse_event(self, name: str, data: str, events: List[ChatStreamEvent]) -> None:
        if name == UNNAMED:
            if data.strip():
                events += self._build_events(*classify_unnamed(data))
        elif (name in self._declared or name in self._types) and self._types.get(name) != "error":
            events += self._build_events(name, parse_event_object(data, name))
        else:  # An error is one in whatever shape it comes.
            events += self._build_events(name, parse_leniently(data))

    def _build_events(self, name: str, data: Any) -> List[ChatStreamEvent]:
        event_type = self._types.get(name)
        try:
            if event_type == "text":
                return [self._build_text_event(data)]
            if event_type == "done":
                return [*self._end_text(), *self._build_done(data)]
            if event_type == "error":
                self.is_finished = True
                return [*self._end_text(), _build_error_event(data)]
            if event_type == "metadata" and isinstance(data.get("metadata"), dict):
                return [self._build_metadata_event(StreamMetadata.from_dict(data["metadata"]))]
        except ValueError as problem:
            raise make_invalid_event(name, f"makes no sense: {problem}") from None
        if name in self._declared:
            return [self._build_declared(self._declared[name], data)]
        self._has_unknown_events = True
        return [UnknownEvent(name=name, data=data)]

    def _build_declared(self, declared: StreamEvent, data: Dict[str, Any]) -> Any:
        event = super()._build_declared(declared, data)
        self._has_known_events = True
        if isinstance(event, StartEvent):
            self.conversation_id = event.conversation_id
        return event

    def _build_text_event(self, data: Dict[str, Any]) -> TextEvent:
        fields = add_type("text", data)
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
        """Return what is left of the text at its end: half an emoji, of which the other half never came."""
        half, self._half = self._half, ""
        return [self._build_text_event({"content": replace_halves(half + " ")[:-1]})] if half else []

    def _build_done(self, data: Dict[str, Any]) -> List[ChatStreamEvent]:
        if self._has_unknown_events and not (self._has_known_events or self._parts or self._joined):
            raise make_invalid_event("done", "makes no sense: before it came nothing but events that are unknown here")
        event = DoneEvent.from_dict(add_type("done", data))
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


def _parse_usual_text(data: str) -> Optional[str]:
    """Parse the text of a chunk of the usual form `{"text": ...}`; None for all others, right or wrong."""
    try:
        fields, end = DECODER.raw_decode(data)
    except (ValueError, RecursionError):
        return None
    if end != len(data) or not isinstance(fields, dict) or len(fields) != 1:
        return None
    text = fields.get("text")
    return text if isinstance(text, str) else None


def _build_error_event(data: Any) -> ErrorEvent:
    """Build the error, in whatever shape the service told of it: the stream has failed in any case."""
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
    return ErrorEvent.from_dict(add_type("error", error_fields))
