# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/async_stream.py: edit that file, then run `make generate`.
"""The events of one answer, as they arrive."""

from __future__ import annotations

import time
from collections import deque
from types import TracebackType
from typing import TYPE_CHECKING, Any, AsyncIterator, Deque, Optional, Tuple, Type

from infinity_assistant import errors as e
from infinity_assistant._core.async_exchange import AnyAnswer, AsyncEngine
from infinity_assistant._core.async_retry_loop import retrying
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.options import Options
from infinity_assistant._core.request_builder import build
from infinity_assistant._core.response_parser import nonsense, request_id
from infinity_assistant._core.retry_policy import RetryBudget
from infinity_assistant._core.retry_state import Tries
from infinity_assistant._models.call import Call
from infinity_assistant._streaming.event_parser import Reader
from infinity_assistant.events import ChatStreamEvent, CollectedAnswer, ErrorEvent, TextEvent

if TYPE_CHECKING:
    from typing_extensions import Self

    from infinity_assistant._drift.warnings import Drift, StreamDrift

INFINITY = float("inf")


class AsyncStream:
    """The events of one answer: an iterator, and a context manager that closes the connection.

        async with client.chat_stream("Tell me a story") as events:
            async for event in events:
                if event.type == "text":
                    print(event.content, end="", flush=True)

    The exchange begins when the first event is asked for; until then it is tried again as any other call, after
    that never. A stream that ends before the answer is complete raises `InfinityAssistantStreamInterruptedError`,
    which has the `partial_text`; going on after an `error` event raises `InfinityAssistantStreamError`.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        budget: RetryBudget,
        call: Call[Any],
        options: Options,
        credentials: Credentials,
        drift: Optional[Drift] = None,
    ) -> None:
        self._engine = engine
        self._budget = budget
        self._call = call
        self._options = options
        self._credentials = credentials
        self._reader = Reader(limit=options.max_event_bytes)
        self._ready: Deque[ChatStreamEvent] = deque()
        self._answer: Optional[AnyAnswer] = None
        self._began = self._over = False
        self._failure: Optional[e.InfinityAssistantError] = None
        self._end = INFINITY
        self._drift: Optional[StreamDrift] = None if drift is None else drift.watch_stream(call.operation.id)
        #: What happened in each try to open the stream.
        self.attempts: Tuple[e.Attempt, ...] = ()
        #: What the service calls this exchange, if it says so.
        self.request_id: Optional[str] = None

    @property
    def conversation_id(self) -> Optional[str]:
        """The conversation, as soon as the service has named it."""
        return self._reader.conversation_id

    @property
    def text(self) -> AsyncIterator[str]:
        """The text alone, piece by piece."""
        return AsyncTexts(self)

    async def collect(self) -> CollectedAnswer:
        """Read to the end and return the whole answer."""
        async for event in self:
            if isinstance(event, ErrorEvent):
                continue
        return CollectedAnswer(self._reader.text(), self._reader.conversation_id, self._reader.metadata)

    async def aclose(self) -> None:
        """Stop listening. Closing twice does no harm."""
        self._over = True
        self._ready.clear()
        await self._hang_up()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ChatStreamEvent:
        while not self._ready:
            if self._failure is not None:
                failure, self._failure = self._failure, None
                raise failure
            if self._over:
                raise StopAsyncIteration
            await self._advance()
        return self._ready.popleft()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        answer = getattr(self, "_answer", None)
        if answer is not None:
            answer.abandon()

    def __repr__(self) -> str:
        state = "over" if self._over else "open" if self._began else "not begun"
        return f"<{type(self).__name__} of {self._call.operation.id}, {state}>"

    async def _advance(self) -> None:
        """Wait until there is an event, or the end."""
        try:
            if not self._began:
                await self._begin()
            else:
                idle = self._options.timeout.idle or self._options.timeout.total
                await self._read(min(_after(idle), self._end))
        except e.InfinityAssistantError as error:
            self._over = True
            await self._hang_up()
            self._failure = self._completed(error).with_traceback(None)
        except BaseException:
            self._over = True
            self._drop()
            raise

    async def _begin(self) -> None:
        self._began = True
        timeout = self._options.timeout
        self._end = _after(timeout.stream)
        tries = Tries(self._call, self._options, self._budget, timeout.first_event or timeout.total)
        tries.until = min(tries.until, self._end)
        request = build(self._call, self._options, self._credentials, self._engine.origin, self._engine.prefix)
        await retrying(lambda: self._open(request, tries.until), tries)
        tries.succeeded(200)
        self.attempts = tries.attempts

    async def _open(self, request: Any, until: float) -> None:
        self._answer, headers = await self._engine.open(request, self._options, self._credentials, until)
        try:
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            if self._answer.status != 200 or kind != "text/event-stream":
                raise nonsense("not with a stream of events", self._answer.status, headers, b"")
            if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
                raise nonsense("with a compressed stream, which was not asked for", 200, headers, b"")
            self.request_id = request_id(headers)
            await self._read(until)
        except BaseException:
            self._drop()
            raise

    async def _read(self, until: float) -> None:
        """Read until there is an event, or the end."""
        answer = self._answer
        assert answer is not None
        while not self._ready and not self._over:
            try:
                piece = await answer.read(until)
            except e.InfinityAssistantTimeoutError:
                raise self._silent() from None
            except e.InfinityAssistantNetworkError as broken:
                raise self._interrupted(broken.message) from broken
            if not piece:
                raise self._interrupted("the connection was closed")
            if self._drift is not None:
                self._drift.feed(piece)
            self._ready.extend(self._reader.feed(piece))
            self._over = self._reader.finished
        if self._over:
            await self._hang_up()
            self._failure = self._reported()

    def _reported(self) -> Optional[e.InfinityAssistantError]:
        last = self._ready[-1] if self._ready else None
        if not isinstance(last, ErrorEvent):
            return None
        return self._completed(e.InfinityAssistantStreamError(last.message or "", code=last.error))

    def _silent(self) -> e.InfinityAssistantError:
        if self._reader.began:
            return e.InfinityAssistantStreamTimeoutError("the stream fell silent before the answer was complete")
        return e.InfinityAssistantTimeoutError("the stream did not begin in time")

    def _interrupted(self, why: str) -> e.InfinityAssistantError:
        return e.InfinityAssistantStreamInterruptedError(f"the stream ended before the answer was complete: {why}")

    def _completed(self, error: e.InfinityAssistantError) -> e.InfinityAssistantError:
        if isinstance(error, e.InfinityAssistantStreamError):
            error.partial_text = self._reader.text()
            error.conversation_id = self._reader.conversation_id
        error.attempts = error.attempts or self.attempts
        error.request_id = error.request_id or self.request_id
        return error

    async def _hang_up(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            await answer.aclose()

    def _drop(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            answer.abandon()


class AsyncTexts(AsyncIterator[str]):
    """The text of a stream, piece by piece; dropped half-way it leaves no generator behind."""

    def __init__(self, events: AsyncStream) -> None:
        self._events = events

    async def __anext__(self) -> str:
        async for event in self._events:
            if isinstance(event, TextEvent):
                return event.content
        raise StopAsyncIteration


def _after(seconds: Optional[float]) -> float:
    return INFINITY if seconds is None else time.monotonic() + seconds
