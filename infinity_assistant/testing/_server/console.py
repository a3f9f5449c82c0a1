# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/console.py: edit that file, then run `make generate`.
"""Serve the console: the page at `/` and the few files below `/console/` that it is made of."""

from __future__ import annotations

from html import escape
from typing import Optional

from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import HTML
from infinity_assistant.testing._resources import read_resource
from infinity_assistant.testing._server.gate import Gate

#: By name, because a zip archive cannot be listed on every Python, and so that no path can lead elsewhere.
FILES = (
    "index.html",
    "console.css",
    "api.js",
    "chat.js",
    "conversations.js",
    "copy.js",
    "dom.js",
    "events.js",
    "fault_words.js",
    "faults.js",
    "knowledge.js",
    "main.js",
    "requests.js",
    "session.js",
    "tabs.js",
    "webhooks.js",
)
_TYPES = {
    "html": HTML,
    "css": ("content-type", "text/css; charset=utf-8"),
    "js": ("content-type", "text/javascript; charset=utf-8"),
}
_POLICY = "; ".join(
    [
        "default-src 'none'",
        *("connect-src 'self'", "img-src data:", "script-src 'self'", "style-src 'self'"),
        *("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"),
    ]
)
_HEADERS = (("cache-control", "no-cache"), ("content-security-policy", _POLICY), ("x-content-type-options", "nosniff"))


def serve_file(request: Request, gate: Gate) -> Optional[Response]:
    """Return the page or one of its files; None for any other request."""
    name = "index.html" if request.path == "/" else request.path.partition("/console/")[2]
    if name not in FILES or request.method not in ("GET", "HEAD") or request.path not in ("/", f"/console/{name}"):
        return None
    content_type = _TYPES[name.rpartition(".")[2]]
    body = read_resource(f"testing/_server/console_files/{name}")
    if name == "index.html":
        body = _add_keys(body, gate)
    return Response(200, (content_type, *_HEADERS), () if request.method == "HEAD" else ((0.0, body),))


def _add_keys(page: bytes, gate: Gate) -> bytes:
    """Let the page know the keys of this start: no page of another site can read it."""
    keys = {"admin-key": gate.admin_key, "api-key": gate.page_key}
    lines = [f'<meta name="{name}" content="{escape(key)}">\n' for name, key in keys.items() if key is not None]
    return page.replace(b"<title>", "".join(lines).encode() + b"<title>", 1)
