# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_notes.py: edit that file, then run `make generate`.
"""What a journal knows of a call, and by what it tells one call from another."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple, Optional

from infinity_assistant._models.call import Call


class Entry(NamedTuple):
    """What the journal knows of a call; `response` is JSON."""

    state: str
    response: Optional[str]
    error: Optional[str]


class Note(NamedTuple):
    """What is to be known of a call from now on; `request` and `response` are JSON."""

    number: int
    digest: bytes
    state: str
    request: Optional[str] = None
    response: Optional[str] = None
    error: Optional[str] = None
    tokens: Optional[int] = None


def hash_call(call: Call[Any]) -> bytes:
    """Hash what a call sends: its operation, its place, its fields and its body."""
    operation = call.operation
    fields = json.dumps(dict(call.headers)) if call.headers else "{}"
    parts = (operation.id, operation.method, call.target(), fields, "")
    return hashlib.sha256("\0".join(parts).encode("utf-8") + (call.content() or b"")).digest()


def describe_request(call: Call[Any]) -> str:
    """Return what a call sends, as JSON."""
    body = call.content()
    return json.dumps({"target": call.target(), "body": None if body is None else body.decode("utf-8", "replace")})
