# SPDX-License-Identifier: MIT. Generated from overlays/testing/_cassette/bodies.py: edit that file, then run `make generate`.
"""Bodies and streams as JSON that people can read."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any, Dict, Iterable, List, Mapping, Tuple
from urllib.parse import parse_qsl

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Chunk

#: An offset that makes zlib take gzip and zlib alike.
_ANY_FORMAT = 47


def describe_body(body: bytes) -> Dict[str, Any]:
    """Describe a body: as JSON, else as text, else as base64; nothing for an empty one."""
    if not body:
        return {}
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode("ascii")}
    try:
        return {"body": json.loads(text)}
    except ValueError:
        return {"text": text}


def build_body(described: Mapping[str, Any]) -> bytes:
    """Build the bytes that `describe_body` described."""
    if "body" in described:
        return dumps(described["body"]).encode("utf-8", "surrogatepass")
    if "base64" in described:
        return base64.b64decode(described["base64"])
    return str(described.get("text", "")).encode("utf-8")


def describe_query(query: str) -> Dict[str, Any]:
    """Describe a query: each parameter with its value, or with its values if it is repeated."""
    found: Dict[str, List[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def decompress(body: bytes, encoding: str) -> bytes:
    """Decompress what arrived of a body."""
    return zlib.decompressobj(_ANY_FORMAT).decompress(body) if encoding in ("gzip", "deflate") else body


def describe_events(pieces: Iterable[Tuple[float, bytes]]) -> List[Dict[str, Any]]:
    """Describe the events of a stream: seconds after what came before, name, and data. A started one is left out."""
    events: List[Dict[str, Any]] = []
    rest, last = b"", 0.0
    for moment, data in pieces:
        *frames, rest = (rest + data).replace(b"\r\n", b"\n").split(b"\n\n")
        for frame in filter(bytes.strip, frames):
            events.append({"after": round(moment - last, 3), **_describe_frame(frame.decode("utf-8", "replace"))})
            last = moment
    return events


def build_events(events: Iterable[Mapping[str, Any]], in_real_time: bool) -> Tuple[Chunk, ...]:
    """Build the pieces of a stream that `describe_events` described."""
    return tuple((event["after"] if in_real_time else 0.0, _build_frame(event)) for event in events)


def _describe_frame(frame: str) -> Dict[str, Any]:
    lines = [line.partition(":") for line in frame.split("\n")]
    fields = [(name, value[1:] if value.startswith(" ") else value) for name, _, value in lines]
    name = next((value for name, value in fields if name == "event"), None)
    text = "\n".join(value for name, value in fields if name == "data")
    described: Dict[str, Any] = {} if name is None else {"event": name}
    try:
        return {**described, "data": json.loads(text)}
    except ValueError:
        return {**described, "text": text}


def _build_frame(event: Mapping[str, Any]) -> bytes:
    text = dumps(event["data"]) if "data" in event else event["text"]
    lines = [f"event: {event['event']}"] if "event" in event else []
    lines += [f"data: {line}" for line in text.split("\n")]
    return ("\n".join(lines) + "\n\n").encode("utf-8", "surrogatepass")
