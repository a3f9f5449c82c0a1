# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/async_stream.py: edit that file, then run `make generate`.
"""The events of one answer, as they arrive."""

from __future__ import annotations

import time
from collections import deque
from types import TracebackType
from typing import TYPE_CHECKING, Any, Iterator, Deque, Optional, Tuple, Type

from infinity_assistant import errors as e
from infinity_assistant._core.exchange import AnyResponse, Exchange
from infinity_assistant._core.retry_loop import run_with_retries
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.options import Options
from infinity_assistant._core.request_builder import build_request
from infinity_assistant._core.response_parser import find_request_id, invalid_response
from infinity_assistant._core.retry_policy import RetryBudget
from infinity_assistant._core.retry_state import RetryState
from infinity_assistant._models.call import Call
from infinity_assistant._models.lazy_modules import LazyModule
from infinity_assistant._streaming.event_parser import EventParser
from infinity_assistant.events import ChatStreamEvent, CollectedResponse, ErrorEvent, TextEvent

if TYPE_CHECKING:
    from infinity_assistant._drift import warnings as d
else:
    d = LazyModule("infinity_assistant._drift.warnings")

INFINITY = float("inf")


class Stream:
    """The events of one answer: an iterator, and a context manager that closes the connection.

        with client.chat_stream("Tell me a story") as events:
            for event in events:
                if event.type == "text":
                    print(event.content, end="", flush=True)

    The exchange begins when the first event is asked for; until then it is tried again as any other call, after
    that never. A stream that ends before the answer is complete raises `InfinityAssistantStreamInterruptedError`,
    which has the `partial_text`; going on after an `error` event raises `InfinityAssistantStreamError`.
    """

    def __init__(
        self,
        exchange: Exchange,
        budget: RetryBudget,
        call: Call[Any],
        options: Options,
        credentials: Credentials,
        drift: Optional[d.Drift] = None,
    ) -> None:
        self._exchange = exchange
        self._budget = budget
        self._call = call
        self._options = options
        self._credentials = credentials
        self._parser = EventParser(limit=options.max_event_bytes)
        self._ready: Deque[ChatStreamEvent] = deque()
        self._response: Optional[AnyResponse] = None
        self._started = self._finished = False
        self._failure: Optional[e.InfinityAssistantError] = None
        self._end = INFINITY
        self._drift: Optional[d.StreamDrift] = None if drift is None else drift.watch_stream(call.operation.id)
        #: What happened in each try to open the stream.
        self.attempts: Tuple[e.Attempt, ...] = ()
        #: What the service calls this exchange, if it says so.
        self.request_id: Optional[str] = None

    @property
    def conversation_id(self) -> Optional[str]:
        """The conversation, as soon as the service has named it."""
        return self._parser.conversation_id

    @property
    def text(self) -> Iterator[str]:
        """The text alone, piece by piece."""
        return Texts(self)

    def collect(self) -> CollectedResponse:
        """Read to the end and return the whole answer."""
        for event in self:
            if isinstance(event, ErrorEvent):
                continue
        return CollectedResponse(self._parser.text(), self._parser.conversation_id, self._parser.metadata)

    def close(self) -> None:
        """Stop listening. Closing twice does no harm."""
        self._finished = True
        self._ready.clear()
        self._close_response()

    def __iter__(self) -> Stream:
        return self

    def __next__(self) -> ChatStreamEvent:
        while not self._ready:
            if self._failure is not None:
                failure, self._failure = self._failure, None
                raise failure
            if self._finished:
                raise StopIteration
            self._advance()
        return self._ready.popleft()

    def __enter__(self) -> Stream:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __del__(self) -> None:
        response = getattr(self, "_response", None)
        if response is not None:
            response.abandon()

    def __repr__(self) -> str:
        state = "over" if self._finished else "open" if self._started else "not begun"
        return f"<{type(self).__name__} of {self._call.operation.id}, {state}>"

    def _advance(self) -> None:
        """Wait until there is an event, or the end."""
        try:
            if not self._started:
                self._start()
            else:
                idle = self._options.timeout.idle or self._options.timeout.total
                self._read(min(_deadline_after(idle), self._end))
        except e.InfinityAssistantError as error:
            self._finished = True
            self._close_response()
            self._failure = self._add_context(error).with_traceback(None)
        except BaseException:
            self._finished = True
            self._abort_response()
            raise

    def _start(self) -> None:
        self._started = True
        timeout = self._options.timeout
        self._end = _deadline_after(timeout.stream)
        state = RetryState(self._call, self._options, self._budget, timeout.first_event or timeout.total)
        state.deadline = min(state.deadline, self._end)
        request = build_request(
            self._call, self._options, self._credentials, self._exchange.origin, self._exchange.prefix
        )
        run_with_retries(lambda: self._open(request, state.deadline), state)
        state.record_success(200)
        self.attempts = state.attempts

    def _open(self, request: Any, deadline: float) -> None:
        self._response, headers = self._exchange.open(request, self._options, self._credentials, deadline)
        try:
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            if self._response.status != 200 or kind != "text/event-stream":
                raise invalid_response("not with a stream of events", self._response.status, headers, b"")
            if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
                raise invalid_response("with a compressed stream, which was not asked for", 200, headers, b"")
            self.request_id = find_request_id(headers)
            self._read(deadline)
        except BaseException:
            self._abort_response()
            raise

    def _read(self, deadline: float) -> None:
        """Read until there is an event, or the end."""
        response = self._response
        assert response is not None
        while not self._ready and not self._finished:
            try:
                piece = response.read(deadline)
            except e.InfinityAssistantTimeoutError:
                raise self._silence_error() from None
            except e.InfinityAssistantNetworkError as broken:
                raise self._interrupted_error(broken.message) from broken
            if not piece:
                raise self._interrupted_error("the connection was closed")
            if self._drift is not None:
                self._drift.feed(piece)
            self._ready.extend(self._parser.feed(piece))
            self._finished = self._parser.finished
        if self._finished:
            self._close_response()
            self._failure = self._reported_error()

    def _reported_error(self) -> Optional[e.InfinityAssistantError]:
        last = self._ready[-1] if self._ready else None
        if not isinstance(last, ErrorEvent):
            return None
        return self._add_context(e.InfinityAssistantStreamError(last.message or "", code=last.error))

    def _silence_error(self) -> e.InfinityAssistantError:
        if self._parser.has_events:
            return e.InfinityAssistantStreamTimeoutError("the stream fell silent before the answer was complete")
        return e.InfinityAssistantTimeoutError("the stream did not begin in time")

    def _interrupted_error(self, why: str) -> e.InfinityAssistantError:
        return e.InfinityAssistantStreamInterruptedError(f"the stream ended before the answer was complete: {why}")

    def _add_context(self, error: e.InfinityAssistantError) -> e.InfinityAssistantError:
        if isinstance(error, e.InfinityAssistantStreamError):
            error.partial_text = self._parser.text()
            error.conversation_id = self._parser.conversation_id
        error.attempts = error.attempts or self.attempts
        error.request_id = error.request_id or self.request_id
        return error

    def _close_response(self) -> None:
        response, self._response = self._response, None
        if response is not None:
            response.close()

    def _abort_response(self) -> None:
        response, self._response = self._response, None
        if response is not None:
            response.abandon()


class Texts(Iterator[str]):
    """The text of a stream, piece by piece; dropped half-way it leaves no generator behind."""

    def __init__(self, events: Stream) -> None:
        self._events = events

    def __next__(self) -> str:
        for event in self._events:
            if isinstance(event, TextEvent):
                return event.content
        raise StopIteration


def _deadline_after(seconds: Optional[float]) -> float:
    return INFINITY if seconds is None else time.monotonic() + seconds
