# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/site.py: edit that file, then run `make generate`.
"""Answer everything that a server of the emulator is asked: the API, the page for people, the look inside."""

from __future__ import annotations

from infinity_assistant.testing._http.messages import Answer, Request
from infinity_assistant.testing._http.responses import empty
from infinity_assistant.testing._server import admin
from infinity_assistant.testing._server import console as front
from infinity_assistant.testing.emulator import Emulator


class Site:
    """The emulator with what a server adds: cross-origin rules, the console at `/`, and `/_emulator`."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    def answer(self, request: Request) -> Answer:
        """Answer a request."""
        if request.path == admin.PREFIX or request.path.startswith(admin.PREFIX + "/"):
            return admin.answer(self._emulator, request)
        page = front.answer(request)
        if page is not None:
            return page
        if request.method == "OPTIONS" and request.header("access-control-request-method"):
            return _shared(request, _preflight(request))
        return _shared(request, self._emulator.handle(request))


def _preflight(request: Request) -> Answer:
    wanted = request.header("access-control-request-headers") or "content-type"
    return empty(
        204,
        ("access-control-allow-methods", request.header("access-control-request-method") or "GET"),
        ("access-control-allow-headers", wanted),
        ("access-control-max-age", "600"),
    )


def _shared(request: Request, answer: Answer) -> Answer:
    """Let a page of another origin read the answer, with cookies, as a browser of a developer needs."""
    origin = request.header("origin")
    if origin is None:
        return answer
    shared = (("access-control-allow-origin", origin), ("access-control-allow-credentials", "true"), ("vary", "Origin"))
    return answer._replace(headers=(*answer.headers, *shared, ("access-control-expose-headers", "Retry-After")))
