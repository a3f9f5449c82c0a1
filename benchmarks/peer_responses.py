"""The same responses in the wire shapes of other services, so that their SDKs can be measured on one server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.responses import WORDS, compact, prose


@dataclass(frozen=True)
class Shape:
    """How one service responds: whole, and as the first, each and the last frames of a stream."""

    whole: Callable[[int], bytes]
    first: bytes
    each: bytes
    last: bytes


def data(value: Any) -> bytes:
    """Return a frame without a name."""
    return b"data: %s\n\n" % compact(value)


def name_event(value: dict[str, Any]) -> bytes:
    """Return a frame named by the type that its data holds."""
    return b"event: %s\n%s" % (value["type"].encode(), data(value))


def _openai_whole(size: int) -> bytes:
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1795343176,
        "model": "m",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": ""}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 12, "completion_tokens": 30, "total_tokens": 42},
    }
    body["choices"][0]["message"]["content"] = prose(max(0, size - len(compact(body))))  # type: ignore[index]
    return compact(body)


def _openai_frame(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1795343176, "model": "m"}
    return data({**head, "choices": [choice]})


def _anthropic_message(text: str) -> dict[str, Any]:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "m",
        "content": [{"type": "text", "text": text}] if text else [],
        "stop_reason": "end_turn" if text else None,
        "stop_sequence": None,
        "usage": {"input_tokens": 12, "output_tokens": 30},
    }


def _anthropic_whole(size: int) -> bytes:
    return compact(_anthropic_message(prose(max(1, size - len(compact(_anthropic_message("x")))))))


def _cohere_whole(size: int) -> bytes:
    message = {"role": "assistant", "content": [{"type": "text", "text": prose(max(1, size - 140))}]}
    return compact({"id": "1", "finish_reason": "COMPLETE", "message": message})


OPENAI = Shape(
    _openai_whole,
    _openai_frame({"role": "assistant", "content": ""}),
    _openai_frame({"content": WORDS}),
    _openai_frame({}, "stop") + b"data: [DONE]\n\n",
)
ANTHROPIC = Shape(
    _anthropic_whole,
    name_event({"type": "message_start", "message": _anthropic_message("")})
    + name_event({"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}),
    name_event({"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": WORDS}}),
    name_event({"type": "content_block_stop", "index": 0})
    + name_event(
        {
            "type": "message_delta",
            "delta": {"stop_reason": "end_turn", "stop_sequence": None},
            "usage": {"output_tokens": 30},
        }
    )
    + name_event({"type": "message_stop"}),
)
COHERE = Shape(
    _cohere_whole,
    name_event({"type": "message-start", "id": "1", "delta": {"message": {"role": "assistant", "content": []}}}),
    name_event({"type": "content-delta", "index": 0, "delta": {"message": {"content": {"text": WORDS}}}}),
    name_event({"type": "message-end", "delta": {"finish_reason": "COMPLETE"}}),
)

SHAPES = {
    b"/chat/completions": OPENAI,
    b"/v1/messages": ANTHROPIC,
    b"/v2/chat": COHERE,
}
