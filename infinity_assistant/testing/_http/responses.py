# SPDX-License-Identifier: MIT. Generated from overlays/testing/_http/responses.py: edit that file, then run `make generate`.
"""Build answers: JSON, event streams, and the error shapes that the service uses."""

from __future__ import annotations

from typing import Any, Dict, Iterable, Optional, Tuple

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Answer, Chunk

JSON = ("content-type", "application/json")
HTML = ("content-type", "text/html; charset=utf-8")
EVENT_STREAM = (("cache-control", "no-cache"), ("content-type", "text/event-stream"))
UNCACHED = ("cache-control", "private, no-cache, no-store, max-age=0, must-revalidate")
INTERNAL = "An unexpected error occurred. Please try again later."

Event = Tuple[float, str, Any]


def success(body: Any, status: int = 200) -> Answer:
    """Answer with a JSON document."""
    return Answer(status, (JSON,), ((0.0, dumps(body).encode()),))


def plain(status: int, error: str) -> Answer:
    """Answer an error in the shape of most operations: `{"error": text}`."""
    return success({"error": error}, status)


def explained(status: int, error: str, message: str, **more: Any) -> Answer:
    """Answer an error with a sentence for people beside it: `{"error", "message", …}`."""
    return success({"error": error, "message": message, **more}, status)


def unsuccessful(status: int, error: str, message: Optional[str] = None) -> Answer:
    """Answer an error in the shape of search and research: `{"success": false, "error": text, "message"?}`."""
    body: Dict[str, Any] = {"success": False, "error": error}
    return success(body if message is None else {**body, "message": message}, status)


def coded(status: int, code: str, message: str, **more: Any) -> Answer:
    """Answer an error with a code: `{"success": false, "error": {"code", "message", …}}`."""
    return success({"success": False, "error": {"code": code, "message": message, **more}}, status)


def stream(events: Iterable[Event]) -> Answer:
    """Answer with an event stream: each event is (seconds to wait before it, name, data)."""
    return Answer(200, EVENT_STREAM, tuple(frame(*event) for event in events))


def frame(delay: float, name: str, data: Any) -> Chunk:
    """Write one event of a stream as it travels."""
    return delay, f"event: {name}\ndata: {dumps(data)}\n\n".encode()


def empty(status: int, *headers: Tuple[str, str]) -> Answer:
    """Answer without a body."""
    return Answer(status, headers)


def page(status: int, title: str) -> Answer:
    """Answer with a page for people, as routers and proxies do."""
    body = f'<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body><h1>{title}</h1></body></html>'
    return Answer(status, (UNCACHED, HTML), ((0.0, body.encode()),))


def redirect(location: str) -> Answer:
    """Send the caller to the path without the slash too many."""
    return Answer(308, (("location", location),), ((0.0, location.encode()),))
