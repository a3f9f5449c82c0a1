# SPDX-License-Identifier: MIT. Generated from overlays/_http/async_httpx_response.py: edit that file, then run `make generate`.
"""One exchange by way of httpx or httpx2."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, AsyncIterator, Callable, List, Optional, Tuple

from infinity_assistant._http.async_httpx_job import AsyncHttpxJob, bind, close_soon
from infinity_assistant._http.async_network import current_scope
from infinity_assistant._http.deadline import INFINITY
from infinity_assistant._http.exceptions import make_timeout_error
from infinity_assistant._http.headers import RawHeaders, find_callers
from infinity_assistant._http.httpx_trace import HttpxTrace

if TYPE_CHECKING:
    from infinity_assistant._http.async_httpx_transport import AsyncHttpxTransport


class AsyncHttpxResponse:
    """The response of one exchange: first its head, then its body, piece by piece.

    A wait that was cancelled can be taken up again: nothing is lost.
    """

    status: int
    headers: RawHeaders

    def __init__(
        self, owner: AsyncHttpxTransport, http: Any, request: Any, trace: HttpxTrace, callers: List[Tuple[str, str]]
    ) -> None:
        self._owner = owner
        self._http = http
        self._request = request
        self._trace = trace
        self._callers = callers
        self._scope = current_scope()
        self._job: Optional[AsyncHttpxJob[Any]] = None
        self._response: Any = None
        self._pieces: Any = None

    async def receive_head(self, deadline: float) -> None:
        """Send the request and read the head; `status` and `headers` are known then."""
        response = await self._wait(self._exchange, deadline, "no response in time")
        self.status = response.status_code
        self.headers = [(name.lower(), value) for name, value in response.headers.raw]
        self._response = response
        self._pieces = self._read_raw()
        bind(response.extensions.get("network_stream"))
        if "set-cookie" in response.headers:
            self._keep_cookies(response)

    async def read(self, deadline: float) -> bytes:
        """Read the next piece of the body, as it travels; nothing means the end."""
        if time.monotonic() >= deadline:
            raise make_timeout_error("the response was not complete in time", sent=True)
        piece: bytes = await self._wait(self._next, deadline, "the response was not complete in time")
        return piece

    async def aclose(self) -> None:
        """Be done with it."""
        if self._job is not None:
            self.abandon()
        response, self._response = self._response, None
        if response is None:
            return
        if hasattr(self._pieces, "aclose") and response.is_closed:
            await self._pieces.aclose()
        elif not response.is_closed:
            # In a job, since a cancellation would stop it half-way, and httpx closes a response once.
            await AsyncHttpxJob(lambda: self._close(response), self._trace).result(INFINITY, "")

    def abandon(self) -> None:
        """Close its connection, from wherever."""
        job, self._job = self._job, None
        response, self._response = self._response, None
        if job is not None:
            job.cancel(response)
        elif response is not None and not response.is_closed:
            close_soon(response, self._scope)

    def interrupt(self) -> None:
        """Wake whoever waits for it, in another task or thread."""
        job = self._job
        if job is not None:
            job.cancel()

    async def _wait(self, function: Callable[[], Any], deadline: float, complaint: str) -> Any:
        """Have `function` called in a job, or go on waiting for the one whose wait was cancelled."""
        job = self._job = self._job or AsyncHttpxJob(function, self._trace)
        try:
            result = await job.result(deadline, complaint)
            self._job = None
            return result
        except AssertionError:  # A transport of a test says that the test has failed, not the network.
            self._job = None
            raise
        except Exception as exc:  # A transport may raise anything; the caller gets one kind of error.
            self.abandon()
            error = self._owner.map_failure(exc, self._trace)
            raise error from error.__cause__ or exc

    async def _close(self, response: Any) -> None:
        if hasattr(self._pieces, "aclose"):
            await self._pieces.aclose()
        await response.aclose()

    async def _exchange(self) -> Any:
        try:
            response = await self._http.send(self._request, stream=True, follow_redirects=False)
            if response.status_code == 407 and self._owner.name_proxy():
                await response.aclose()
                raise self._owner.family.ProxyError("407 Proxy Authentication Required")
            return response
        except self._owner.family.HTTPStatusError as exc:  # A hook has called raise_for_status().
            return exc.response
        except self._owner.family.RemoteProtocolError:
            head = self._trace.head
            if head is None or not 300 <= head[0] < 400:
                raise
            # It cannot read where the redirection leads, which nobody will follow.
            return self._owner.family.Response(head[0], headers=head[1], request=self._request)

    def _keep_cookies(self, response: Any) -> None:
        """Take what the response set out of the jar, which would send it with any key.

        Where the client sent another key than ours (in its headers, by its `auth`, by a hook), the cookie is not ours.
        """
        if find_callers(self._request.headers.raw) != self._callers:
            self.headers = [(name, value) for name, value in self.headers if name != b"set-cookie"]
        for cookie in response.cookies.jar:
            try:
                self._http.cookies.jar.clear(cookie.domain, cookie.path, cookie.name)
            except KeyError:
                pass  # The jar refused it.

    async def _next(self) -> bytes:
        async for piece in self._pieces:
            if piece:
                return bytes(piece)
        return b""

    def _read_raw(self) -> AsyncIterator[bytes]:
        try:
            content: Optional[bytes] = self._response.content
        except self._owner.family.ResponseNotRead:
            content = None
        if content is None:
            pieces: AsyncIterator[bytes] = self._response.aiter_raw()
            return pieces
        # Read already (by a hook, or because it was made up by a test), and decompressed with it.
        self.headers = [(name, value) for name, value in self.headers if name != b"content-encoding"]
        return _once(content)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
