"""Responses of the service, as they travel."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterable, Mapping, Tuple, Union

CHAT: Dict[str, Any] = {
    "response": "Hello.",
    "conversationId": "conv_1",
    "rateLimit": {"allowed": True, "limit": 50, "remaining": 44},
    "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
}
HEALTH: Dict[str, Any] = {
    "status": "healthy",
    "timestamp": "2026-11-22T10:26:07.585Z",
    "version": "1.0.0",
    "service": "infinityassistant",
    "checks": {"supabase": {"status": "healthy", "latency": 4}},
}
SEARCH: Dict[str, Any] = {
    "success": True,
    "query": "tea",
    "results": {"wisdom": [], "patterns": [], "gotchas": []},
    "counts": {"total": 0, "wisdom": 0, "patterns": 0, "gotchas": 0},
    "metadata": {"searchTimeMs": 3, "sources": []},
}
QUOTA: Dict[str, Any] = {
    "error": "Rate limit exceeded",
    "message": "Daily limit reached.",
    "rateLimit": {
        "allowed": False,
        "limit": 50,
        "remaining": 0,
        "reset_at": "2099-01-01T00:00:00.000Z",
        "reason": "daily",
    },
    "suggestion": "Upgrade your plan.",
}

Headers = Union[Mapping[str, str], Iterable[Tuple[str, str]]]


def dump(value: Any) -> bytes:
    """Compact JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def head(status: int = 200, headers: Headers = (), version: str = "1.1") -> bytes:
    """A status line and headers, with the blank line."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    lines = [f"HTTP/{version} {status} Status", *(f"{name}: {value}" for name, value in pairs), "", ""]
    return "\r\n".join(lines).encode("latin-1")


def response(
    body: Any = b"", status: int = 200, headers: Headers = (), content_type: str = "application/json", length: int = -1
) -> bytes:
    """A whole response. `length` is what the header claims, if that is not the truth."""
    data = body if isinstance(body, bytes) else dump(body)
    pairs = list(headers.items() if isinstance(headers, Mapping) else headers)
    if content_type:
        pairs.append(("Content-Type", content_type))
    pairs.append(("Content-Length", str(len(data) if length < 0 else length)))
    return head(status, pairs) + data


def chunk(data: bytes) -> bytes:
    """One chunk of a chunked body; the last one if it is empty."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def chunk_response(
    *pieces: bytes, status: int = 200, headers: Headers = (), content_type: str = "application/json"
) -> bytes:
    """A whole response in chunks."""
    pairs = list(headers.items() if isinstance(headers, Mapping) else headers)
    pairs += [("Content-Type", content_type), ("Transfer-Encoding", "chunked")]
    return head(status, pairs) + b"".join(chunk(piece) for piece in pieces) + chunk(b"")


def event(name: str, data: Any) -> bytes:
    """One event of a stream."""
    return b"event: %s\ndata: %s\n\n" % (name.encode(), data if isinstance(data, bytes) else dump(data))


START = event("start", {"conversationId": "conv_1"})
DONE = event(
    "done", {"conversationId": "conv_1", "metadata": {"tokensUsed": 2, "processingTime": 3, "drivingMode": False}}
)
STREAM_HEAD = head(headers={"Content-Type": "text/event-stream", "Connection": "close"})
"""The head of a stream that ends with its connection."""


def text(*words: str) -> bytes:
    """The events that carry these words."""
    return b"".join(event("chunk", {"text": word}) for word in words)


HELLO = START + text("Hel", "lo.") + DONE
"""The events of a whole response."""


def stream(*events: bytes, headers: Headers = ()) -> bytes:
    """A whole stream in chunks, one for each argument."""
    return chunk_response(*events, headers=headers, content_type="text/event-stream")
