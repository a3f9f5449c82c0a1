# SPDX-License-Identifier: MIT
"""From a call to the events of its response: open it, with retries, and read until there is an event."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Callable, Iterable, Optional, Tuple

from infinity_assistant import errors as e
from infinity_assistant._core.async_exchange import AnyResponse
from infinity_assistant._core.async_pipeline import AsyncPipeline
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.error_parser import find_request_id, invalid_response
from infinity_assistant._core.options import Options
from infinity_assistant._core.retry_state import RetryState
from infinity_assistant._http.headers import Headers, find_media_type
from infinity_assistant._http.interruption import Interruption
from infinity_assistant._models.call import Call
from infinity_assistant._streaming.chat_event_parser import make_parser
from infinity_assistant.events import CollectedResponse

if TYPE_CHECKING:
    from infinity_assistant._drift.warnings import Drift

INFINITY = float("inf")


class AsyncEventSource:
    """The events of one streamed response, as they arrive.

    A wait that is cancelled can be taken up again, unless the request was being written: `is_resumable` tells.
    """

    def __init__(
        self,
        pipeline: AsyncPipeline,
        call: Call[Any],
        options: Options,
        credentials: Credentials,
        drift: Optional[Drift] = None,
    ) -> None:
        self._pipeline = pipeline
        self._call = call
        self._options = options
        self._credentials = credentials
        observe = None if drift is None else drift.watch_stream(call.operation)
        self.parser = make_parser(call.operation.events, options.max_event_bytes, observe)
        self.operation = call.operation.id
        self.is_opened = False
        self.attempts: Tuple[e.Attempt, ...] = ()
        self.request_id: Optional[str] = None
        self.on_end: Optional[Callable[[AsyncEventSource], None]] = None
        self._interruption = Interruption()
        self._response: Optional[AnyResponse] = None
        self._headers: Optional[Headers] = None
        self._state: Optional[RetryState] = None
        self._end = INFINITY
        self._idle_end = INFINITY

    @property
    def is_started(self) -> bool:
        """Whether anything has been asked of the service."""
        return self._state is not None

    @property
    def is_resumable(self) -> bool:
        """Whether a wait that was cancelled just now has lost nothing."""
        state = self._state
        return self._response is not None or state is None or not state.is_attempting or not state.request.sent

    async def read(self) -> Iterable[Any]:
        """Wait for at least one event, or the end of the stream, and return what there is.

        Raises:
            InfinityAssistantError: The stream could not be opened, failed, or was cut.
        """
        if not self.is_opened:
            return await self._open()
        return await self._read(min(self._idle_end, self._end))

    async def aclose(self) -> None:
        """End the exchange; the connection is kept if the response has arrived as a whole."""
        response, self._response = self._response, None
        if response is not None:
            await response.aclose()

    def abandon(self) -> None:
        """Close the connection at once, from wherever."""
        response, self._response = self._response, None
        if response is not None:
            response.abandon()

    def end(self, error: Optional[BaseException] = None) -> None:
        """Tell those who listen that the stream is over: read to its end, failed with `error`, or left."""
        listener, self.on_end = self.on_end, None
        if listener is not None:
            listener(self)
        state, parser = self._state, self.parser
        if state is None:
            return
        if self.is_opened:
            outcome = type(error).__name__ if error is not None else "complete" if parser.complete else "left"
            state.observer.log_stream_end(outcome, state.elapsed)
        if not state.observer.is_listening:
            return
        result = CollectedResponse(parser.text(), parser.conversation_id, parser.metadata)
        status = 200 if self.is_opened else None
        state.end(error, status=status, request_id=self.request_id, result=result)

    def interrupt(self) -> None:
        """Wake whoever waits for the stream, in another task or thread: it is given up."""
        self._interruption.set()
        response = self._response
        if response is not None:
            response.interrupt()

    async def _open(self) -> Iterable[Any]:
        if self._state is None:
            timeout = self._options.timeout
            self._end = _compute_deadline(timeout.stream)
            deadline = min(_compute_deadline(timeout.first_event or timeout.total), self._end)
            self._state = self._pipeline.start(self._call, self._options, self._credentials, deadline)
            self._state.request.interruption = self._interruption
        state = self._state
        events: Iterable[Any] = await self._pipeline.run(lambda: self._attempt(state), state)
        state.record_success(200, self.request_id, self.parser)
        state.observer.first_event_after = state.elapsed
        self.attempts, self.is_opened = state.attempts, True
        return events

    async def _attempt(self, state: RetryState) -> Iterable[Any]:
        """Make one exchange, up to its first event; go on with the one whose wait was cancelled, if there is one."""
        try:
            if self._response is None:
                self._headers = None
                self._response = await self._pipeline.exchange.send(state.request, self._options, state.deadline)
                self._interruption.check()
            if self._headers is None:
                self._headers = await self._receive_head(self._response, state)
            return await self._read(state.deadline)
        except e.InfinityAssistantError:
            self.abandon()
            raise

    async def _receive_head(self, response: AnyResponse, state: RetryState) -> Headers:
        try:
            headers = await self._pipeline.exchange.receive_head(response, state.identity, state.deadline)
        except e.InfinityAssistantAPIError:
            self._response = None  # Its body has been read, so its connection may be in use again.
            raise
        if response.status != 200 or find_media_type(headers) != "text/event-stream":
            raise invalid_response("not with a stream of events", response.status, headers, b"")
        if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            raise invalid_response("with a compressed stream, which was not asked for", 200, headers, b"")
        self.request_id = find_request_id(headers)
        return headers

    async def _read(self, deadline: float) -> Iterable[Any]:
        while True:
            response = self._response
            if response is None:  # Closed by another thread, just now.
                raise _make_interrupted_error("the stream was closed")
            try:
                piece = await response.read(deadline)
            except e.InfinityAssistantTimeoutError:
                raise self._silence_error() from None
            except e.InfinityAssistantNetworkError as broken:
                raise _make_interrupted_error(broken.message) from broken
            if not piece and self.parser.ends_with_body:
                self.parser.finish()
                return ()
            if not piece:
                raise _make_interrupted_error("the connection was closed")
            events = self.parser.feed(piece)
            if events or self.parser.is_finished:
                self._idle_end = _compute_deadline(self._options.timeout.idle or self._options.timeout.total)
                return events

    def _silence_error(self) -> e.InfinityAssistantError:
        if self.parser.has_events:
            return e.InfinityAssistantStreamTimeoutError("the stream fell silent before the response was complete")
        return e.InfinityAssistantTimeoutError("the stream did not begin in time")


def _make_interrupted_error(reason: str) -> e.InfinityAssistantStreamInterruptedError:
    return e.InfinityAssistantStreamInterruptedError(f"the stream ended before the response was complete: {reason}")


def _compute_deadline(seconds: Optional[float]) -> float:
    return INFINITY if seconds is None else time.monotonic() + seconds
