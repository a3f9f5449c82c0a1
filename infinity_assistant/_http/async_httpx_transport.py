# SPDX-License-Identifier: MIT. Generated from overlays/_http/async_httpx_transport.py: edit that file, then run `make generate`.
"""Exchanges by way of httpx or httpx2: through a client of the caller's, or where a proxy stands in between.

What the library raises is told apart by its own classes, found where the client comes from: neither is imported here
before somebody uses it.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from typing import Any, AsyncIterator, Optional

from infinity_assistant._http import interception
from infinity_assistant._http.async_network import current_scope, with_deadline
from infinity_assistant._http.exceptions import map_exception, timeout_error
from infinity_assistant._http.http1 import RawHeaders, Request
from infinity_assistant._http.origin import Origin
from infinity_assistant._http.per_scope import PerScope
from infinity_assistant._http.proxies import find_proxy, unusable_proxy
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantClientClosedError,
    InfinityAssistantProxyError,
)

FAMILIES = ("httpx", "httpx2")
KIND = "AsyncClient"


def family_of(http_client: Any) -> Any:
    """The library that `http_client` belongs to. Raises `InfinityAssistantArgumentError` if it is of no use here."""
    for kind in type(http_client).__mro__:
        root = kind.__module__.partition(".")[0]
        if root in FAMILIES and kind.__name__ == KIND:
            return sys.modules[root]
    raise InfinityAssistantArgumentError(
        f"http_client must be an httpx.{KIND}, not {type(http_client).__name__}", argument="http_client"
    )


class AsyncHttpxTransport:
    """Makes exchanges through a client that somebody else owns, with its hooks, proxies and transports."""

    def __init__(self, origin: Origin, http_client: Any) -> None:
        self._origin = str(origin)
        self._http = http_client
        self._family = family_of(http_client)

    async def send(self, request: Request, *, connect_deadline: float, deadline: float) -> AsyncHttpxResponse:
        """Send `request` and return its response. httpx has read the head of it already."""
        http = self._client()
        if http.is_closed:
            raise InfinityAssistantClientClosedError("the http_client has been closed")
        request.sent = True
        try:
            built = self._build(http, request, _timeouts(connect_deadline, deadline))
            response = await with_deadline(http.send(built, stream=True, follow_redirects=False), deadline)
        except self._family.HTTPStatusError as exc:  # A hook has called raise_for_status().
            response = exc.response
        except AssertionError:  # A transport of a test says that the test has failed, not the network.
            raise
        except Exception as exc:  # A transport may raise anything; the caller gets one kind of error.
            raise self._failure(exc) from exc
        return AsyncHttpxResponse(response, self)

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
        # The client's jar may hold the cookie of another identity: only what belongs to this key is sent.
        built.headers.pop("cookie", None)
        for name, value in request.headers:
            if name.lower() == b"cookie":
                built.headers["cookie"] = value.decode("latin-1")
        return built

    def _proxy(self) -> str:
        """Return what names the proxy, if one is known."""
        return ""

    def _failure(self, exc: Exception) -> Exception:
        family = self._family
        if isinstance(exc, family.ProxyError):
            return _proxy_error(exc, self._proxy())
        unsent = isinstance(exc, (family.ConnectError, family.ConnectTimeout, family.PoolTimeout))
        if isinstance(exc, family.TimeoutException):
            return timeout_error(str(exc) or "no answer in time", sent=not unsent)
        cause = _ssl_cause(exc) or exc
        proxy = self._proxy() if cause is exc and isinstance(exc, family.ConnectError) else ""
        return map_exception(cause, sent=not unsent, peer=proxy)


class AsyncProxyTransport(AsyncHttpxTransport):
    """Makes exchanges through httpx clients of its own, as the environment's proxy variables say."""

    def __init__(self, origin: Origin, ssl_context: Any = None) -> None:
        self._origin = str(origin)
        self._where = origin
        self._family = import_module(interception.find_family() or "httpx")
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
        limits = self._family.Limits(keepalive_expiry=3.0)
        try:
            return self._family.AsyncClient(verify=self._verify, limits=limits)
        except (ValueError, ImportError, self._family.InvalidURL) as exc:
            error = unusable_proxy(self._family, exc)
        raise error  # Without a cause: that may show a password.

    def _proxy(self) -> str:
        name = find_proxy(self._where)
        return f"the proxy of {name}" if name else ""


class AsyncHttpxResponse:
    """The answer of one exchange: its head is there, its body comes piece by piece."""

    def __init__(self, response: Any, owner: AsyncHttpxTransport) -> None:
        self.status: int = response.status_code
        self.headers: RawHeaders = [(name.lower(), value) for name, value in response.headers.raw]
        self._response = response
        self._owner = owner
        self._pieces: Any = self._travelling()

    async def read(self, deadline: float) -> bytes:
        """The next piece of the body, as it travels; nothing means the end."""
        if time.monotonic() >= deadline:
            raise timeout_error("the answer was not complete in time", sent=True)
        try:
            return await with_deadline(self._next(), deadline)
        except AssertionError:
            raise
        except Exception as exc:  # As above.
            raise self._owner._failure(exc) from exc

    async def aclose(self) -> None:
        """Be done with it."""
        if hasattr(self._pieces, "aclose"):
            await self._pieces.aclose()
        await self._response.aclose()

    async def receive_head(self, deadline: float) -> None:
        """Return at once: httpx has read the head already."""

    def abandon(self) -> None:
        """Nothing can be done without waiting: the client's pool closes it."""

    def interrupt(self) -> None:
        """Leave the connection to httpx: its reader finds the stream closed when it wakes."""

    async def _next(self) -> bytes:
        async for piece in self._pieces:
            if piece:
                return bytes(piece)
        return b""

    def _travelling(self) -> AsyncIterator[bytes]:
        try:
            content: Optional[bytes] = self._response.content
        except self._owner._family.ResponseNotRead:
            content = None
        if content is None:
            pieces: AsyncIterator[bytes] = self._response.aiter_raw()
            return pieces
        # Read already (by a hook, or because it was made up by a test), and decompressed with it.
        self.headers = [(name, value) for name, value in self.headers if name != b"content-encoding"]
        return _once(content)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


def _proxy_error(exc: Exception, proxy: str) -> InfinityAssistantProxyError:
    status = str(exc)[:3]  # As in "407 Proxy Authentication Required"; SOCKS has no numbers.
    return InfinityAssistantProxyError(
        f"{proxy or 'the proxy'} refused to connect: {exc}", status_code=int(status) if status.isdigit() else None
    )


def _timeouts(connect_deadline: float, deadline: float) -> Any:
    now = time.monotonic()
    whole = None if deadline == float("inf") else max(0.001, deadline - now)
    connecting = whole if connect_deadline == float("inf") else max(0.001, min(connect_deadline, deadline) - now)
    return (connecting, whole, whole, whole)


def _ssl_cause(exc: BaseException) -> Optional[BaseException]:
    ssl: Any = sys.modules.get("ssl")
    cause: Optional[BaseException] = exc
    while ssl is not None and cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    return cause if ssl is not None else None
