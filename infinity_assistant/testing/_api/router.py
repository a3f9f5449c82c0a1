# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/router.py: edit that file, then run `make generate`.
"""Route a request to its operation, and respond to what matches none as the service's router does."""

from __future__ import annotations

import re
from typing import Dict, NamedTuple, Optional, Union
from urllib.parse import quote, unquote

from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.context import PendingReply, RequestContext, RequestRejected
from infinity_assistant.testing._api.document import DescribedOperation
from infinity_assistant.testing._api.operations import ROUTES, described
from infinity_assistant.testing._api.services import Services
from infinity_assistant.testing._faults.error_responses import build_server_error
from infinity_assistant.testing._faults.faults import FaultPlan, apply_faults
from infinity_assistant.testing._http import responses
from infinity_assistant.testing._http.json_text import MalformedJSON
from infinity_assistant.testing._http.messages import Request, Response

BASE = "/api"
#: What stands as it is in a path (RFC 3986, section 3.3). A backslash does not: browsers read it as a slash.
_PLAIN = "/:@!$&'()*+,;=~"
_SLASHES = re.compile(r"(?<=/)/+|(?<=.)/+$")


class Routed(NamedTuple):
    """The operation of a request, and the method it is handled as."""

    operation: DescribedOperation
    method: str


class Router:
    """Responds to requests below `/api`; `require_key` rejects those without a key."""

    def __init__(self, services: Services, faults: FaultPlan, require_key: bool = False) -> None:
        self._services = services
        self._faults = faults
        self._require_key = require_key

    def find_operation(self, request: Request) -> Optional[DescribedOperation]:
        """Find the operation that a request calls, or None."""
        routed = self._route(request)
        return routed.operation if isinstance(routed, Routed) else None

    def respond(self, request: Request, latency: float = 0.0) -> Response:
        """Respond to a request, after `latency` seconds."""
        routed = self._route(request)
        if not isinstance(routed, Routed):
            return routed
        operation = routed.operation
        faults = self._faults.select_faults(operation.id)
        waited = latency + sum(fault.seconds for fault in faults if fault.kind == "delay")
        response = apply_faults(faults, operation.id, lambda: self._run_operation(request, operation, waited))
        return response._replace(chunks=()) if request.method == "HEAD" else response

    def _route(self, request: Request) -> Union[Routed, Response]:
        path = unquote(request.path)
        canonical = _SLASHES.sub("", path)
        if canonical != path:
            target = quote(canonical, safe=_PLAIN)
            return responses.build_redirect(target + (f"?{request.query}" if request.query else ""))
        route = self._services.document.find_route(path[len(BASE) :]) if path.startswith(BASE + "/") else None
        if route is None:
            return responses.build_html_page(404, "404: This page could not be found.")
        if request.method == "OPTIONS":
            return responses.build_empty(204, ("allow", ", ".join(sorted(_list_methods(route)))))
        wanted = "GET" if request.method == "HEAD" and "HEAD" not in route else request.method
        return Routed(route[wanted], wanted) if wanted in route else responses.build_empty(405)

    def _run_operation(self, request: Request, operation: DescribedOperation, waited: float) -> Response:
        store = self._services.store
        try:
            with store.transaction():
                user = self._authenticate(request, operation)
                carry_out = ROUTES.get(operation.id, described.respond)
                outcome = carry_out(RequestContext(request, operation, self._services, user, waited))
            if not isinstance(outcome, PendingReply):
                return outcome
            scripted = self._services.scripts.find_reply(outcome.message)
            with store.transaction():
                return outcome.finish(scripted)
        except RequestRejected as rejected:
            return rejected.response
        except MalformedJSON as malformed:
            return build_server_error(operation.id, str(malformed))

    def _authenticate(self, request: Request, operation: DescribedOperation) -> Optional[str]:
        """Return the owner of the key, where keys count everywhere, and reject an invalid key."""
        if not self._services.profile.keys_everywhere:
            return None
        key = identity.read_key(request)
        owner = None if key is None else self._services.keys.find_owner(key)
        if key is not None and owner is None:
            raise RequestRejected(responses.build_error(401, "Invalid API key"))
        if owner is None and self._require_key and operation.id != "health":
            raise RequestRejected(responses.build_error(401, "Authentication required"))
        return owner


def _list_methods(route: Dict[str, DescribedOperation]) -> Dict[str, None]:
    head = {"HEAD": None} if "GET" in route else {}
    return {**dict.fromkeys(route), **head, "OPTIONS": None}
