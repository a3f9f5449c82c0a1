# SPDX-License-Identifier: MIT. Generated from overlays/_http/async_httpx_transport.py: edit that file, then run `make generate`.
"""Exchanges by way of httpx or httpx2: through a client of the caller's, or where a proxy stands in between.

What the library raises is told apart by its own classes, found where the client comes from: neither is imported here
before somebody uses it.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from typing import Any

from infinity_assistant._http import interception
from infinity_assistant._http.async_httpx_job import make_note, read_timeout
from infinity_assistant._http.async_httpx_response import AsyncHttpxResponse
from infinity_assistant._http.async_network import current_scope
from infinity_assistant._http.headers import find_callers
from infinity_assistant._http.httpx_failures import map_failure
from infinity_assistant._http.httpx_trace import HttpxTrace
from infinity_assistant._http.origin import Origin
from infinity_assistant._http.per_scope import PerScope
from infinity_assistant._http.proxies import find_proxy, make_proxy_error
from infinity_assistant._http.request import Request
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantClientClosedError

FAMILIES = ("httpx", "httpx2")
KIND = "AsyncClient"


def find_family(http_client: Any) -> Any:
    """Find the library of `http_client`. Raises `InfinityAssistantArgumentError` if it is of no use here."""
    for cls in type(http_client).__mro__:
        root = cls.__module__.partition(".")[0]
        if root in FAMILIES and cls.__name__ == KIND:
            return sys.modules[root]
    raise InfinityAssistantArgumentError(
        f"http_client must be an httpx.{KIND}, not {type(http_client).__name__}", argument="http_client"
    )


class AsyncHttpxTransport:
    """Makes exchanges through a client that somebody else owns, with its hooks, proxies and transports."""

    def __init__(self, origin: Origin, http_client: Any) -> None:
        self._origin = str(origin)
        self._http = http_client
        self.family: Any = find_family(http_client)

    async def send(self, request: Request, *, connect_deadline: float, deadline: float) -> AsyncHttpxResponse:
        """Return the response to `request`, which is sent when its head is asked for."""
        http = self._client()
        if http.is_closed:
            raise InfinityAssistantClientClosedError("the http_client has been closed")
        request.sent = True
        trace = HttpxTrace()
        try:
            built = self._build(http, request, _build_timeouts(connect_deadline, deadline))
        except Exception as exc:  # A hook of a subclass, say.
            raise self.map_failure(exc, trace) from exc
        built.extensions["trace"] = make_note(trace)
        return AsyncHttpxResponse(self, http, built, trace, find_callers(request.headers))

    async def aclose(self) -> None:
        """Leave the client open: its owner closes it."""

    def abandon(self) -> None:
        """Leave it to the garbage collector: an httpx client cannot be closed from everywhere."""

    def idle(self) -> int:
        """Connections that this object holds open: none, they are the client's."""
        return 0

    def _client(self) -> Any:
        return self._http

    def _build(self, http: Any, request: Request, timeouts: Any) -> Any:
        url = self._origin + request.target
        content = request.body or None
        built = http.build_request(request.method, url, headers=request.headers, content=content, timeout=timeouts)
        # The client's jar may hold the cookie of another identity: only what belongs to this key is sent, and nothing
        # where the client adds a key of its own.
        built.headers.pop("cookie", None)
        if find_callers(built.headers.raw) != find_callers(request.headers):
            return built
        for name, value in request.headers:
            if name.lower() == b"cookie":
                built.headers["cookie"] = value.decode("latin-1")
        return built

    def name_proxy(self) -> str:
        """Return what names the proxy, if one is known."""
        return ""

    def map_failure(self, exc: Exception, trace: HttpxTrace) -> Exception:
        """Return the error that a failure of the library stands for."""
        return map_failure(self.family, exc, trace, self.name_proxy)


class AsyncProxyTransport(AsyncHttpxTransport):
    """Makes exchanges through httpx clients of its own, as the environment's proxy variables say."""

    def __init__(self, origin: Origin, ssl_context: Any = None) -> None:
        self._origin = str(origin)
        self._where = origin
        self.family = import_module(interception.find_family() or "httpx")
        self._verify = True if ssl_context is None else ssl_context
        self._clients: PerScope[Any] = PerScope(self._make_client)

    async def aclose(self) -> None:
        """Close the client of this event loop, or of this process."""
        client = self._clients.pop(current_scope())
        if client is not None:
            await client.aclose()

    def _client(self) -> Any:
        return self._clients.get(current_scope())

    def _make_client(self) -> Any:
        limits = self.family.Limits(keepalive_expiry=3.0)
        try:
            return self.family.AsyncClient(verify=self._verify, limits=limits)
        except (ValueError, ImportError, self.family.InvalidURL) as exc:
            error = make_proxy_error(self.family, exc)
        raise error  # Without a cause: that may show a password.

    def name_proxy(self) -> str:
        """Return what names the proxy, if one is known."""
        name = find_proxy(self._where)
        return f"the proxy of {name}" if name else ""


def _build_timeouts(connect_deadline: float, deadline: float) -> Any:
    now = time.monotonic()
    whole = None if deadline == float("inf") else max(0.001, deadline - now)
    connecting = whole if connect_deadline == float("inf") else max(0.001, min(connect_deadline, deadline) - now)
    return (connecting, read_timeout(whole), whole, whole)
