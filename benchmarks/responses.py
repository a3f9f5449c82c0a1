"""The bodies that the server sends: the contract's shapes, at whatever size a scenario asks for."""

from __future__ import annotations

import json
from typing import Any

CONVERSATION = "conv_1795343176488_5o6u5wzwmzp"
PROSE = "The capital of France is Paris. It lies on the Seine and has about 2.1 million people. "
STAMP = "2026-11-22T10:26:{second:02d}.{milli:03d}Z"


def prose(size: int) -> str:
    """Return `size` characters of plain English."""
    return (PROSE * (size // len(PROSE) + 1))[:size]


def compact(value: Any) -> bytes:
    """Write JSON as the service does: without spaces."""
    return json.dumps(value, separators=(",", ":")).encode()


def fill(template: dict[str, Any], key: str, size: int) -> bytes:
    """Fill `key` of a flat response with as much text as makes the whole body `size` bytes."""
    empty = len(compact({**template, key: ""}))
    return compact({**template, key: prose(max(0, size - empty))})


def chat(size: int = 1024) -> bytes:
    """Return a ChatResponse of `size` bytes."""
    template = {
        "response": "",
        "conversationId": CONVERSATION,
        "rateLimit": {"allowed": True, "limit": 50, "remaining": 44, "reset_at": stamp(0)},
        "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
    }
    return fill(template, "response", size)


def api_keys(count: int = 200, size: int = 102_400) -> bytes:
    """Return a list of `count` keys, each with two date-times, `size` bytes in all but for rounding."""
    items = [_api_key(number, "") for number in range(count)]
    name = prose(max(0, (size - len(compact({"success": True, "apiKeys": items}))) // max(1, count)))
    return compact({"success": True, "apiKeys": [{**item, "name": name} for item in items]})


def _api_key(number: int, name: str) -> dict[str, Any]:
    return {
        "id": f"key_{number:032d}",
        "name": name,
        "prefix": "ia_realwiret",
        "createdAt": stamp(number),
        "lastUsed": stamp(number + 1),
        "isActive": True,
    }


def stamp(number: int) -> str:
    """Return a date-time as the service writes it."""
    return STAMP.format(second=number % 60, milli=number % 1000)


def event(name: str, data: Any) -> bytes:
    """Return one frame of POST /chat/stream."""
    return b"event: %s\ndata: %s\n\n" % (name.encode(), compact(data))


START = event("start", {"conversationId": CONVERSATION})
WORDS = " lies on the Seine"
CHUNK = event("chunk", {"text": WORDS})
DONE = event(
    "done",
    {
        "conversationId": CONVERSATION,
        "metadata": {"tokensUsed": 42, "processingTime": 315, "drivingMode": False},
    },
)


def big_event(size: int) -> bytes:
    """Return one chunk event of `size` bytes."""
    return event("chunk", {"text": prose(max(0, size - len(event("chunk", {"text": ""}))))})
