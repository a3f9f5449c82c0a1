# SPDX-License-Identifier: MIT
"""Respond to everything that a server of the emulator is asked: the API, the console, the admin interface."""

from __future__ import annotations

from typing import Optional

from infinity_assistant.testing._http.messages import Headers, Request, Response
from infinity_assistant.testing._http.responses import build_empty
from infinity_assistant.testing._openai.completions import Completions
from infinity_assistant.testing._openai.routes import PREFIX
from infinity_assistant.testing._openai.upstream import Upstream, UpstreamCompletions
from infinity_assistant.testing._server import admin, console
from infinity_assistant.testing._server.gate import Gate
from infinity_assistant.testing.emulator import Emulator

_DEPLOYED_HEADERS = "Content-Type, Authorization"
_DEPLOYED_METHODS = "GET, POST, PUT, DELETE, OPTIONS"


class Site:
    """The emulator with what a server adds: a gate, the console at `/`, and the admin interface at `/_emulator`.

    With `openai` it responds below `/v1` as well; with `upstream`, by `respond_from_upstream`.
    """

    def __init__(
        self,
        emulator: Emulator,
        gate: Optional[Gate] = None,
        *,
        openai: bool = False,
        upstream: Optional[Upstream] = None,
    ) -> None:
        self._emulator = emulator
        self._gate = gate or Gate()
        self._completions = Completions(emulator) if openai else None
        self._upstream = None if upstream is None else UpstreamCompletions(upstream)
        self._open_cors = emulator.services.profile.open_cors

    def respond(self, request: Request) -> Response:
        """Respond to a request."""
        rejection = self._gate.find_rejection(request)
        if rejection is not None:
            return rejection
        if request.path == admin.PREFIX or request.path.startswith(admin.PREFIX + "/"):
            return self._gate.find_admin_rejection(request) or admin.respond(self._emulator, request)
        file = console.serve_file(request, self._gate)
        if file is not None:
            return file
        if self._completions is not None and _is_for_completions(request):
            return self._add_cors_headers(request, self._completions.respond(request))
        if request.method == "OPTIONS" and request.header("access-control-request-method"):
            return self._add_cors_headers(request, self._build_preflight(request))
        return self._add_cors_headers(request, self._emulator.handle(request))

    async def respond_from_upstream(self, request: Request) -> Optional[Response]:
        """Respond to what the service itself is asked; return `None` to everything else."""
        if self._upstream is None or not _is_for_completions(request):
            return None
        rejection = self._gate.find_rejection(request)
        return rejection or self._add_cors_headers(request, await self._upstream.respond(request))

    def _build_preflight(self, request: Request) -> Response:
        method = request.header("access-control-request-method") or "GET"
        headers = request.header("access-control-request-headers") or "content-type"
        return build_empty(
            204,
            ("access-control-allow-methods", method if self._open_cors else _DEPLOYED_METHODS),
            ("access-control-allow-headers", headers if self._open_cors else _DEPLOYED_HEADERS),
            ("access-control-max-age", "600"),
        )

    def _add_cors_headers(self, request: Request, response: Response) -> Response:
        """Let a page of another origin that the gate knows read the response.

        As documented with cookies, which a developer's browser needs; as deployed without credentials.
        """
        origin = request.header("origin")
        if origin is None or not self._gate.allows_origin(origin):
            return response
        shared = _allow_with_credentials(origin) if self._open_cors else (("access-control-allow-origin", "*"),)
        return response._replace(headers=(*response.headers, *shared))


def _is_for_completions(request: Request) -> bool:
    return request.path.startswith(f"{PREFIX}/") and request.method != "OPTIONS"


def _allow_with_credentials(origin: str) -> Headers:
    return (
        ("access-control-allow-origin", origin),
        ("access-control-allow-credentials", "true"),
        ("vary", "Origin"),
        ("access-control-expose-headers", "Retry-After"),
    )
