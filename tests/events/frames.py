"""Frames of a stream, and the events that come of them."""

from __future__ import annotations

import json
from typing import Any, Iterable, List, Tuple

from infinity_assistant import api
from infinity_assistant._streaming.chat_event_parser import ChatEventParser
from infinity_assistant.errors import InfinityAssistantStreamError
from infinity_assistant.events import ChatStreamEvent

#: The events that a chat brings.
CHAT = api.OPERATIONS["chat_stream"].events


def frame(name: str, data: Any) -> bytes:
    """An event as the service frames it; bytes and text stand as they are."""
    raw = data if isinstance(data, bytes) else json.dumps(data, separators=(",", ":")).encode()
    return b"event: %b\ndata: %b\n\n" % (name.encode(), raw)


def bare(data: Any) -> bytes:
    """An event without an `event:` line."""
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return b"data: %b\n\n" % raw


START = frame("start", {"conversationId": "conv_1"})
METADATA = {"tokensUsed": 42, "processingTime": 315, "drivingMode": False}
DONE = frame("done", {"conversationId": "conv_1", "metadata": METADATA})


def chunks(*texts: str) -> bytes:
    return b"".join(frame("chunk", {"text": text}) for text in texts)


def read(*pieces: bytes) -> Tuple[List[ChatStreamEvent], ChatEventParser]:
    """The events of a stream, and the reader that read them."""
    reader = ChatEventParser(CHAT)
    return [event for piece in pieces for event in reader.feed(piece)], reader


def read_until_failure(pieces: Iterable[bytes]) -> Tuple[List[ChatStreamEvent], str, ChatEventParser]:
    """The events before the stream went wrong, what went wrong, and the reader."""
    reader, events = ChatEventParser(CHAT), []
    try:
        for piece in pieces:
            for event in reader.feed(piece):
                events.append(event)
    except InfinityAssistantStreamError as problem:
        return events, problem.message, reader
    return events, "", reader
