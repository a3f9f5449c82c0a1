# SPDX-License-Identifier: MIT. Generated from overlays/testing/_http/responses.py: edit that file, then run `make generate`.
"""Build responses: JSON, event streams, and the error shapes that the service uses."""

from __future__ import annotations

from typing import Any, Dict, Iterable, Optional, Tuple

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Chunk, Response

JSON = ("content-type", "application/json")
HTML = ("content-type", "text/html; charset=utf-8")
EVENT_STREAM = (("cache-control", "no-cache"), ("content-type", "text/event-stream"))
UNCACHED = ("cache-control", "private, no-cache, no-store, max-age=0, must-revalidate")
INTERNAL = "An unexpected error occurred. Please try again later."

Event = Tuple[float, str, Any]


def build_json(body: Any, status: int = 200) -> Response:
    """Build a response that is a JSON document."""
    return Response(status, (JSON,), ((0.0, dumps(body).encode()),))


def build_error(status: int, error: str) -> Response:
    """Build an error in the shape of most operations: `{"error": text}`."""
    return build_json({"error": error}, status)


def build_message_error(status: int, error: str, message: str, **more: Any) -> Response:
    """Build an error with a sentence for people beside it: `{"error", "message", …}`."""
    return build_json({"error": error, "message": message, **more}, status)


def build_unsuccessful(status: int, error: str, message: Optional[str] = None) -> Response:
    """Build an error in the shape of search and research: `{"success": false, "error": text, "message"?}`."""
    body: Dict[str, Any] = {"success": False, "error": error}
    return build_json(body if message is None else {**body, "message": message}, status)


def build_coded_error(status: int, code: str, message: str, **more: Any) -> Response:
    """Build an error with a code: `{"success": false, "error": {"code", "message", …}}`."""
    return build_json({"success": False, "error": {"code": code, "message": message, **more}}, status)


def build_event_stream(events: Iterable[Event]) -> Response:
    """Build an event stream; each event is (seconds to wait before it, name, data)."""
    return Response(200, EVENT_STREAM, tuple(encode_event(*event) for event in events))


def encode_event(delay: float, name: str, data: Any) -> Chunk:
    """Encode one event of a stream (WHATWG HTML, section 9.2)."""
    return delay, f"event: {name}\ndata: {dumps(data)}\n\n".encode()


def build_empty(status: int, *headers: Tuple[str, str]) -> Response:
    """Build a response without a body."""
    return Response(status, headers)


def build_html_page(status: int, title: str) -> Response:
    """Build a page for people, as routers and proxies send it."""
    body = f'<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body><h1>{title}</h1></body></html>'
    return Response(status, (UNCACHED, HTML), ((0.0, body.encode()),))


def build_redirect(location: str) -> Response:
    """Build the redirect to a path without the slash too many."""
    return Response(308, (("location", location),), ((0.0, location.encode()),))
