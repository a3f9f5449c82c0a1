# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/router.py: edit that file, then run `make generate`.
"""Bring a request to its operation, and answer what reaches none as the service's router does."""

from __future__ import annotations

import re
from typing import Dict, NamedTuple, Optional, Union
from urllib.parse import unquote

from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.context import Exchange, Parts, Refused
from infinity_assistant.testing._api.document import Operation
from infinity_assistant.testing._api.operations import ROUTES
from infinity_assistant.testing._faults.error_responses import broken
from infinity_assistant.testing._faults.faults import FaultPlan, bend
from infinity_assistant.testing._http import responses as answers
from infinity_assistant.testing._http.json_text import Malformed
from infinity_assistant.testing._http.messages import Answer, Request

BASE = "/api"
_SLASHES = re.compile(r"(?<=/)/+|(?<=.)/+$")


class Routed(NamedTuple):
    """Where a request goes, and the method it is handled as."""

    operation: Operation
    method: str


class Router:
    """Answers requests below `/api`; `require_key` refuses those without a key."""

    def __init__(self, parts: Parts, faults: FaultPlan, require_key: bool = False) -> None:
        self._parts = parts
        self._faults = faults
        self._require_key = require_key

    def operation(self, request: Request) -> Optional[Operation]:
        """Give the operation that a request calls, or None."""
        routed = self._route(request)
        return routed.operation if isinstance(routed, Routed) else None

    def answer(self, request: Request) -> Answer:
        """Answer a request."""
        routed = self._route(request)
        if not isinstance(routed, Routed):
            return routed
        operation = routed.operation
        answer = bend(self._faults.draw(operation.id), operation.id, lambda: self._carry_out(request, operation))
        return answer._replace(chunks=()) if request.method == "HEAD" else answer

    def _route(self, request: Request) -> Union[Routed, Answer]:
        path = unquote(request.path)
        plain = _SLASHES.sub("", path)
        if plain != path:
            return answers.redirect(plain + (f"?{request.query}" if request.query else ""))
        route = self._parts.document.routes.get(path[len(BASE) :]) if path.startswith(BASE + "/") else None
        if route is None:
            return answers.page(404, "404: This page could not be found.")
        if request.method == "OPTIONS":
            return answers.empty(204, ("allow", ", ".join(sorted(_allowed(route)))))
        wanted = "GET" if request.method == "HEAD" else request.method
        return Routed(route[wanted], wanted) if wanted in route else answers.empty(405)

    def _carry_out(self, request: Request, operation: Operation) -> Answer:
        try:
            with self._parts.store.transaction():
                return ROUTES[operation.id](Exchange(request, operation, self._parts, self._user(request, operation)))
        except Refused as refused:
            return refused.answer
        except Malformed as malformed:
            return broken(operation.id, str(malformed))

    def _user(self, request: Request, operation: Operation) -> Optional[str]:
        """Give the owner of the key, where keys count everywhere, and refuse a bad one."""
        if not self._parts.profile.keys_everywhere:
            return None
        key = identity.given_key(request)
        owner = None if key is None else self._parts.keys.owner(key)
        if key is not None and owner is None:
            raise Refused(answers.plain(401, "Invalid API key"))
        if owner is None and self._require_key and operation.id != "health":
            raise Refused(answers.plain(401, "Authentication required"))
        return owner


def _allowed(route: Dict[str, Operation]) -> Dict[str, None]:
    head = {"HEAD": None} if "GET" in route else {}
    return {**dict.fromkeys(route), **head, "OPTIONS": None}
