# SPDX-License-Identifier: MIT. Generated from overlays/testing/_in_process/transports.py: edit that file, then run `make generate`.
"""Respond to requests of httpx inside the process: no socket, streams piece by piece.

Faults look as they would on a wire: a broken connection is `httpx.ReadError`, a cut body
`httpx.RemoteProtocolError`, and a wait longer than the request's read timeout `httpx.ReadTimeout`, after that time.
"""

from __future__ import annotations

import time
from typing import Any, AsyncIterator, Callable, Dict, Iterator, Tuple

import httpx

from infinity_assistant.testing._http.messages import COMPLETE, CUT, SILENT, Request, Response

Handle = Callable[[Request], Response]

_RESET = "[Errno 104] Connection reset by peer"
_CUT = "peer closed connection without sending complete message body (incomplete chunked read)"


class HandlerTransport(httpx.BaseTransport):
    """Responds to each request of an `httpx.Client` by calling `handle`."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Respond to a request."""
        response = self._handle(_build_request(request, request.read()))
        _wait(response.delay, request)
        return _build_response(request, response, _Body(request, response))


class AsyncHandlerTransport(httpx.AsyncBaseTransport):
    """Responds to each request of an `httpx.AsyncClient` by calling `handle`, under asyncio and trio."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Respond to a request."""
        response = self._handle(_build_request(request, await request.aread()))
        await _async_wait(response.delay, request)
        return _build_response(request, response, _AsyncBody(request, response))


class _Body(httpx.SyncByteStream):
    def __init__(self, request: httpx.Request, response: Response) -> None:
        self._request = request
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        for delay, data in self._response.chunks:
            _wait(delay, self._request)
            yield data
        _end(self._request, self._response)


class _AsyncBody(httpx.AsyncByteStream):
    """An iterator and no generator: one that is left early would have to be closed before its event loop is."""

    def __init__(self, request: httpx.Request, response: Response) -> None:
        self._request = request
        self._response = response
        self._chunks = iter(response.chunks)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        for delay, data in self._chunks:
            await _async_wait(delay, self._request)
            return data
        _end(self._request, self._response)
        raise StopAsyncIteration


def _build_request(request: httpx.Request, body: bytes) -> Request:
    target: Tuple[str, str] = (request.url.raw_path.partition(b"?")[0].decode(), request.url.query.decode())
    return Request(request.method, *target, tuple(request.headers.multi_items()), body)


def _build_response(request: httpx.Request, response: Response, body: Any) -> httpx.Response:
    if response.ending == SILENT:
        raise httpx.ReadError(_RESET, request=request)
    extensions: Dict[str, Any] = {"http_version": b"HTTP/1.1"}
    return httpx.Response(response.status, headers=list(response.headers), stream=body, extensions=extensions)


def _end(request: httpx.Request, response: Response) -> None:
    if response.ending == CUT:
        raise httpx.RemoteProtocolError(_CUT, request=request)
    if response.ending != COMPLETE:
        raise httpx.ReadError(_RESET, request=request)


def _limit_wait(delay: float, request: httpx.Request) -> Tuple[float, bool]:
    """Return how long to wait, and whether the response comes then."""
    limit = request.extensions.get("timeout", {}).get("read")
    return (delay, True) if limit is None or delay <= limit else (limit, False)


def _wait(delay: float, request: httpx.Request) -> None:
    seconds, in_time = _limit_wait(delay, request)
    if seconds > 0:
        time.sleep(seconds)
    if not in_time:
        raise httpx.ReadTimeout("The read operation timed out", request=request)


async def _async_wait(delay: float, request: httpx.Request) -> None:
    import anyio

    seconds, in_time = _limit_wait(delay, request)
    if seconds > 0:
        await anyio.sleep(seconds)
    if not in_time:
        raise httpx.ReadTimeout("The read operation timed out", request=request)
