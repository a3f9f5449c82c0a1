# SPDX-License-Identifier: MIT. Generated from overlays/_core/async_exchange.py: edit that file, then run `make generate`.
"""The way to the service: connections of our own, or httpx where somebody or something stands in between."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Optional, Tuple, Union

from infinity_assistant._core.error_parser import build_api_error, invalid_response
from infinity_assistant._core.identity import Identity
from infinity_assistant._core.options import Options
from infinity_assistant._http import interception
from infinity_assistant._http.async_connection import AsyncRawResponse
from infinity_assistant._http.async_transport import AsyncHTTPTransport
from infinity_assistant._http.content_decoding import ContentError, ContentReader
from infinity_assistant._http.exceptions import make_timeout_error
from infinity_assistant._http.headers import Headers
from infinity_assistant._http.origin import Origin, split_base_url
from infinity_assistant._http.proxies import is_proxied
from infinity_assistant._http.request import Request
from infinity_assistant.errors import (
    InfinityAssistantClientClosedError,
    InfinityAssistantError,
    InfinityAssistantNetworkError,
)

if TYPE_CHECKING:
    from infinity_assistant._http.async_httpx_response import AsyncHttpxResponse
    from infinity_assistant._http.async_httpx_transport import AsyncHttpxTransport

AnyResponse = Union[AsyncRawResponse, "AsyncHttpxResponse"]
AnyTransport = Union[AsyncHTTPTransport, "AsyncHttpxTransport"]

#: How much of the body of an error is read, in bytes.
MAX_ERROR = 65536


class AsyncExchange:
    """Takes requests to one origin and brings responses, each in one attempt."""

    def __init__(
        self,
        base_url: str,
        *,
        http_client: Any = None,
        ssl_context: Any = None,
        max_connections: Optional[int] = None,
        trust_store: Optional[str] = None,
    ) -> None:
        self.origin: Origin
        self.prefix: str
        self.origin, self.prefix = split_base_url(base_url)
        self.closed: bool = False
        if trust_store is not None:
            from infinity_assistant._http.trust_store import load_trust_store

            ssl_context = load_trust_store(trust_store, is_free=http_client is None and ssl_context is None)
        self._ssl_context = ssl_context
        self._transport: AnyTransport = AsyncHTTPTransport(self.origin, ssl_context, max_connections)
        self._proxied: Optional[AnyTransport] = None
        if http_client is not None:
            from infinity_assistant._http.async_httpx_transport import AsyncHttpxTransport

            self._transport = AsyncHttpxTransport(self.origin, http_client)
        elif is_proxied(self.origin):
            self._transport = self._proxy_transport()

    async def open(
        self, request: Request, options: Options, identity: Identity, deadline: float
    ) -> Tuple[AnyResponse, Headers]:
        """Send `request` and return its response, the head of it read, if that is a success.

        Raises:
            InfinityAssistantNetworkError: The service was not reached, or the connection broke.
            InfinityAssistantAPIError: The response has an error status.
        """
        response = await self.send(request, options, deadline)
        try:
            return response, await self.receive_head(response, identity, deadline)
        except InfinityAssistantError:
            raise  # The connection has been closed, or given back.
        except BaseException:
            response.abandon()
            raise

    async def send(self, request: Request, options: Options, deadline: float) -> AnyResponse:
        """Send `request` and return its response, of which nothing has been read yet."""
        if self.closed:
            raise InfinityAssistantClientClosedError("the client has been closed: make a new one")
        connecting = options.timeout.connect
        connect_deadline = deadline if connecting is None else time.monotonic() + connecting
        request.sent = False
        response: AnyResponse = await self._select_transport().send(
            request, connect_deadline=connect_deadline, deadline=deadline
        )
        return response

    async def receive_head(self, response: AnyResponse, identity: Identity, deadline: float) -> Headers:
        """Read the head of `response`. Raises what `open` raises."""
        await response.receive_head(deadline)
        identity.learn(response.headers)
        headers = Headers(response.headers)
        if response.status == 206:
            await response.aclose()
            raise invalid_response("with a part of the content, which was not asked for", 206, headers, b"")
        if 200 <= response.status < 300:
            return headers
        try:
            error = build_api_error(response.status, headers, await _read_error_body(response, headers, deadline))
        finally:
            await response.aclose()
        identity.explain(error)
        identity.learn_rate_limit(getattr(error, "rate_limit", None))
        raise error

    async def aclose(self) -> None:
        """Close the idle connections; those in use are closed when they are done."""
        self.closed = True
        await self._transport.aclose()
        if self._proxied is not None:
            await self._proxied.aclose()

    def abandon(self) -> None:
        """Close the idle connections at once, from wherever."""
        self._transport.abandon()

    def idle(self) -> int:
        """Return how many connections are open and wait to be used again."""
        return self._transport.idle()

    def find_limit(self) -> float:
        """Return how many calls can be under way at a time; infinity where httpx counts them."""
        transport = self._select_transport()
        return transport.find_limit() if isinstance(transport, AsyncHTTPTransport) else float("inf")

    def _select_transport(self) -> AnyTransport:
        if isinstance(self._transport, AsyncHTTPTransport) and interception.is_active():
            return self._proxy_transport()
        return self._transport

    def _proxy_transport(self) -> AnyTransport:
        if self._proxied is None:
            from infinity_assistant._http.async_httpx_transport import AsyncProxyTransport

            self._proxied = AsyncProxyTransport(self.origin, self._ssl_context)
        return self._proxied


async def read_body(response: AnyResponse, headers: Headers, deadline: float, limit: int) -> bytes:
    """Read the whole body, decompressed. Raises `ContentError` if it is larger than `limit` bytes or broken."""
    body = ContentReader(headers.get("content-encoding", ""), limit)
    body.expect(headers.get("content-length", ""))
    piece = await response.read(deadline)
    while piece:
        body.feed(piece)
        piece = await response.read(deadline)
    content = body.finish()
    if time.monotonic() >= deadline:
        raise make_timeout_error("the response was not complete in time", sent=True)
    return content


async def _read_error_body(response: AnyResponse, headers: Headers, deadline: float) -> bytes:
    try:
        return await read_body(response, headers, deadline, MAX_ERROR)
    except (ContentError, InfinityAssistantNetworkError):
        # The status says what went wrong, whatever became of the explanation.
        return b""
