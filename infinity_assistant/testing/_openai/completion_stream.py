# SPDX-License-Identifier: MIT. Generated from overlays/testing/_openai/completion_stream.py: edit that file, then run `make generate`.
"""Write chat completions in pieces, and translate the streams of the service."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, List, Optional, Tuple

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import COMPLETE, Chunk, Response
from infinity_assistant.testing._http.responses import EVENT_STREAM
from infinity_assistant.testing._openai.completion_response import Completion, build_usage


class StreamWriter:
    """Writes the parts of one streamed completion. `pieces` are those of its text so far."""

    def __init__(self, completion: Completion, include_usage: bool) -> None:
        self._completion = completion
        self._include_usage = include_usage
        self.pieces: List[str] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)

    def write_piece(self, text: str) -> bytes:
        """Write a piece of the text."""
        self.pieces.append(text)
        role = {"role": "assistant"} if len(self.pieces) == 1 else {}
        return self._write_delta({**role, "content": text}, None)

    def write_end(self, tokens: int) -> bytes:
        """Write what follows the last piece."""
        usage = self._completion.build("chat.completion.chunk", [], usage=build_usage(tokens))
        last = _write(usage) if self._include_usage else b""
        return self._write_delta({}, "stop") + last + b"data: [DONE]\n\n"

    def write_error(self, message: str) -> bytes:
        """Write why there is no end."""
        error = {"message": message, "type": "server_error", "param": None, "code": "server_error"}
        return _write({"error": error})

    def _write_delta(self, delta: Dict[str, Any], finish_reason: Optional[str]) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
        return _write(self._completion.build("chat.completion.chunk", [choice]))


def translate_stream(response: Response, completion: Completion, include_usage: bool) -> Tuple[Response, str]:
    """Translate a streamed response, its pauses and its cuts included; give it with its text."""
    if not (response.header("content-type") or "").startswith("text/event-stream"):
        return response, ""  # A fault has put something else in its place.
    writer = StreamWriter(completion, include_usage)
    chunks = tuple(_translate_chunks(response, writer))
    return response._replace(headers=EVENT_STREAM, chunks=chunks), writer.text


def _translate_chunks(response: Response, writer: StreamWriter) -> Iterator[Chunk]:
    unread, waited = b"", 0.0
    for delay, data in response.chunks:
        waited += delay
        *whole, unread = (unread + data).split(b"\n\n")
        for event in whole:
            name, _, text = event.decode().partition("\n")
            written = _translate_event(name.partition(": ")[2], json.loads(text.partition("data: ")[2]), writer)
            if written:
                yield waited, written
                waited = 0.0
    if unread and response.ending == COMPLETE:
        # A fault has halved the body: half an event is what a client must see, since without it the end looks whole.
        yield waited, b"data: " + unread.partition(b"data: ")[2] + b"\n\n"


def _translate_event(name: str, data: Dict[str, Any], writer: StreamWriter) -> bytes:
    if name == "error":
        return writer.write_error(str(data.get("message")))
    if name == "done":
        return writer.write_end((data.get("metadata") or {}).get("tokensUsed", 0))
    text = data.get("text", data.get("content")) if name in ("chunk", "text") else None
    return writer.write_piece(text) if isinstance(text, str) else b""


def _write(value: Dict[str, Any]) -> bytes:
    return f"data: {dumps(value)}\n\n".encode()
