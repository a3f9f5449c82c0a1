# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/console.py: edit that file, then run `make generate`.
"""Serve the console: the page at `/` and the few files below `/console/` that it is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from infinity_assistant.testing._http.messages import Answer, Request
from infinity_assistant.testing._http.responses import HTML

_FILES = Path(__file__).with_name("console_files")
_TYPES = {
    ".css": ("content-type", "text/css; charset=utf-8"),
    ".js": ("content-type", "text/javascript; charset=utf-8"),
}
_POLICY = "; ".join(
    [
        "default-src 'none'",
        *("connect-src 'self'", "img-src data:", "script-src 'self'", "style-src 'self'"),
        *("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"),
    ]
)
_HEADERS = (("cache-control", "no-cache"), ("content-security-policy", _POLICY), ("x-content-type-options", "nosniff"))


def answer(request: Request) -> Optional[Answer]:
    """Give the page or one of its files; None for a request of anything else."""
    file = _file(request.path)
    if file is None or request.method not in ("GET", "HEAD"):
        return None
    chunks = () if request.method == "HEAD" else ((0.0, file.read_bytes()),)
    return Answer(200, (_TYPES.get(file.suffix, HTML), *_HEADERS), chunks)


def _file(path: str) -> Optional[Path]:
    """Find a file by comparing names, so that no path can lead elsewhere."""
    wanted = "/console/index.html" if path == "/" else path
    return next((file for file in _FILES.iterdir() if f"/console/{file.name}" == wanted), None)
