# SPDX-License-Identifier: MIT. Generated from overlays/_core/async_exchange.py: edit that file, then run `make generate`.
"""The way to the service: connections of our own, or httpx where somebody or something stands in between."""

from __future__ import annotations

import time
from typing import Any, Optional, Tuple, Union

from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.options import Options
from infinity_assistant._core.rate_limit import Quota
from infinity_assistant._core.response_parser import api_error
from infinity_assistant._http import interception
from infinity_assistant._http.async_connection import AsyncAnswer
from infinity_assistant._http.async_httpx_transport import AsyncHttpxAnswer, AsyncThroughClient, AsyncThroughHttpx
from infinity_assistant._http.async_transport import AsyncConnections
from infinity_assistant._http.content_decoding import Body, ContentError
from infinity_assistant._http.headers import Headers
from infinity_assistant._http.http1 import Request
from infinity_assistant._http.origin import split_base_url
from infinity_assistant._http.proxies import is_proxied
from infinity_assistant.errors import InfinityAssistantClientClosedError, InfinityAssistantNetworkError

AnyAnswer = Union[AsyncAnswer, AsyncHttpxAnswer]
Way = Union[AsyncConnections, AsyncThroughClient]

#: How much of the body of an error is read, in bytes.
MAX_ERROR = 65536


class AsyncEngine:
    """Takes requests to one origin and brings answers, each tried once."""

    def __init__(self, base_url: str, *, http_client: Any = None, ssl_context: Any = None) -> None:
        self.origin, self.prefix = split_base_url(base_url)
        self.closed = False
        #: The quota as the service stated it last.
        self.quota = Quota()
        self._ssl_context = ssl_context
        self._own: Way = AsyncConnections(self.origin, ssl_context)
        self._httpx: Optional[Way] = None
        if http_client is not None:
            self._own = AsyncThroughClient(self.origin, http_client)
        elif is_proxied(self.origin):
            self._own = self._through_httpx()

    async def open(
        self, request: Request, options: Options, credentials: Credentials, until: float
    ) -> Tuple[AnyAnswer, Headers]:
        """Send `request` and return its answer, the head of it read, if that is a success.

        Raises `InfinityAssistantNetworkError`, or the `InfinityAssistantAPIError` that an error status stands for.
        """
        if self.closed:
            raise InfinityAssistantClientClosedError("the client has been closed: make a new one")
        connecting = options.timeout.connect
        connect_until = until if connecting is None else time.monotonic() + connecting
        answer: AnyAnswer = await self._way().open(request, connect_until=connect_until, until=until)
        credentials.learn(answer.headers)
        headers = Headers(answer.headers)
        if 200 <= answer.status < 300:
            return answer, headers
        try:
            error = api_error(answer.status, headers, await _error_body(answer, headers, until))
        finally:
            await answer.aclose()
        self.quota.learn(headers, error.response)
        raise error

    async def aclose(self) -> None:
        """Close the idle connections; those in use are closed when they are done."""
        self.closed = True
        await self._own.aclose()
        if self._httpx is not None:
            await self._httpx.aclose()

    def abandon(self) -> None:
        """Close the idle connections at once, from wherever."""
        self._own.abandon()

    def idle(self) -> int:
        """How many connections are open and wait to be used again."""
        return self._own.idle()

    def _way(self) -> Way:
        if isinstance(self._own, AsyncConnections) and interception.is_active():
            return self._through_httpx()
        return self._own

    def _through_httpx(self) -> Way:
        if self._httpx is None:
            self._httpx = AsyncThroughHttpx(self.origin, self._ssl_context)
        return self._httpx


async def read_whole(answer: AnyAnswer, headers: Headers, until: float, limit: int) -> bytes:
    """The whole body, decompressed. Raises `ContentError` if it is larger than `limit` bytes or broken."""
    body = Body(headers.get("content-encoding", ""), limit)
    body.expect(headers.get("content-length", ""))
    piece = await answer.read(until)
    while piece:
        body.feed(piece)
        piece = await answer.read(until)
    return body.whole()


async def _error_body(answer: AnyAnswer, headers: Headers, until: float) -> bytes:
    try:
        return await read_whole(answer, headers, until, MAX_ERROR)
    except (ContentError, InfinityAssistantNetworkError):
        # The status says what went wrong, whatever became of the explanation.
        return b""
