# SPDX-License-Identifier: MIT
"""Write chat completions, whole and in pieces, and errors, from what the emulator responds."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import COMPLETE, Chunk, Response
from infinity_assistant.testing._http.responses import EVENT_STREAM, build_json

_KINDS = {
    400: ("invalid_request_error", "invalid_value"),
    401: ("invalid_request_error", "invalid_api_key"),
    403: ("invalid_request_error", "forbidden"),
    404: ("invalid_request_error", "not_found"),
    405: ("invalid_request_error", "method_not_allowed"),
    429: ("requests", "rate_limit_exceeded"),
}
#: The quota of the day, which no retry helps.
_QUOTA = ("insufficient_quota", "insufficient_quota")


_FAILED = ("server_error", "server_error")


class Completion(NamedTuple):
    """What all parts of one completion have in common."""

    id: str
    created: int
    model: str

    def build(self, kind: str, choices: List[Dict[str, Any]], **more: Any) -> Dict[str, Any]:
        """Build an object of the protocol."""
        return {"id": self.id, "object": kind, "created": self.created, "model": self.model, "choices": choices, **more}


def build_usage(tokens: int) -> Dict[str, int]:
    """Build the usage. The service counts tokens as a whole: they stand with the completion."""
    return {"prompt_tokens": 0, "completion_tokens": tokens, "total_tokens": tokens}


def build_completion(completion: Completion, text: str, tokens: int) -> Response:
    """Build a whole completion."""
    message = {"role": "assistant", "content": text, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return build_json(completion.build("chat.completion", [choice], usage=build_usage(tokens)))


def build_protocol_error(status: int, message: str, parameter: Optional[str] = None, code: str = "") -> Response:
    """Build an error in the shape of the protocol."""
    kind, usual = _KINDS.get(status) or (("invalid_request_error", "invalid_request") if status < 500 else _FAILED)
    return _build_error(status, message, kind, code or usual, parameter)


def _build_error(status: int, message: str, kind: str, code: str, parameter: Optional[str] = None) -> Response:
    error = {"message": message, "type": kind, "param": parameter, "code": code}
    return build_json({"error": error}, status)


def translate_error(response: Response) -> Response:
    """Translate an error of the service; `Retry-After` stays."""
    message = _find_message(response.body)
    error = build_protocol_error(response.status, message)
    if response.status == 429 and b'"reset_at"' in response.body:
        error = _build_error(429, message, *_QUOTA)
    kept = tuple(pair for pair in response.headers if pair[0].lower() == "retry-after")
    return error._replace(headers=(*error.headers, *kept), delay=response.delay, ending=response.ending)


def translate_stream(response: Response, completion: Completion, include_usage: bool) -> Tuple[Response, List[str]]:
    """Translate a streamed response, its pauses and its cuts included; give it with the pieces of its text."""
    pieces: List[str] = []
    if not (response.header("content-type") or "").startswith("text/event-stream"):
        return response, pieces  # A fault has put something else in its place.
    chunks = tuple(_translate_chunks(response, completion, include_usage, pieces))
    return response._replace(headers=EVENT_STREAM, chunks=chunks), pieces


def _translate_chunks(
    response: Response, completion: Completion, include_usage: bool, pieces: List[str]
) -> Iterator[Chunk]:
    unread, waited = b"", 0.0
    for delay, data in response.chunks:
        waited += delay
        *whole, unread = (unread + data).split(b"\n\n")
        for event in whole:
            name, _, text = event.decode().partition("\n")
            facts = json.loads(text.partition("data: ")[2])
            written = _translate_event(name.partition(": ")[2], facts, completion, include_usage, pieces)
            if written:
                yield waited, written
                waited = 0.0
    if unread and response.ending == COMPLETE:
        # A fault has halved the body: half an event is what a client must see, since without it the end looks whole.
        yield waited, b"data: " + unread.partition(b"data: ")[2] + b"\n\n"


def _translate_event(
    name: str, data: Dict[str, Any], completion: Completion, include_usage: bool, pieces: List[str]
) -> bytes:
    if name == "error":
        error = {"message": str(data.get("message")), "type": "server_error", "param": None, "code": "server_error"}
        return _write({"error": error})
    if name == "done":
        tokens = (data.get("metadata") or {}).get("tokensUsed", 0)
        last = completion.build("chat.completion.chunk", [], usage=build_usage(tokens))
        return _write_delta(completion, {}, "stop") + (_write(last) if include_usage else b"") + b"data: [DONE]\n\n"
    text = data.get("text", data.get("content")) if name in ("chunk", "text") else None
    if not isinstance(text, str):
        return b""
    pieces.append(text)
    role = {"role": "assistant"} if len(pieces) == 1 else {}
    return _write_delta(completion, {**role, "content": text}, None)


def _write_delta(completion: Completion, delta: Dict[str, Any], finish_reason: Optional[str]) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
    return _write(completion.build("chat.completion.chunk", [choice]))


def _write(value: Dict[str, Any]) -> bytes:
    return f"data: {dumps(value)}\n\n".encode()


def _find_message(body: bytes) -> str:
    """Find what an error body says, in any of the shapes of the service."""
    try:
        found = json.loads(body)
    except ValueError:
        return "The service failed"
    error = found.get("error") if isinstance(found, dict) else None
    texts = [error.get("message") if isinstance(error, dict) else error]
    texts.append(found.get("message") if isinstance(found, dict) else None)
    return ": ".join(text for text in texts if isinstance(text, str)) or "The service failed"
