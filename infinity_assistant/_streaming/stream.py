# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/async_stream.py: edit that file, then run `make generate`.
"""The events of one streamed response, as an iterator."""

from __future__ import annotations

from collections import deque
from types import TracebackType
from typing import TYPE_CHECKING, Any, Iterator, Deque, Generic, Optional, Tuple, Type

from infinity_assistant import errors as e
from infinity_assistant._core.pipeline import Pipeline
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.options import Options
from infinity_assistant._core.privacy import explain_import, hide_frames
from infinity_assistant._http.network import is_cancellation
from infinity_assistant._lazy_modules import LazyModule
from infinity_assistant._models.call import Call
from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant._streaming.event_source import EventSource
from infinity_assistant._streaming.event_type import EventT
from infinity_assistant._streaming.reader_guard import ReaderGuard
from infinity_assistant.events import CollectedResponse, ErrorEvent, TextEvent

if TYPE_CHECKING:
    from infinity_assistant._drift import warnings as d
else:
    d = LazyModule("infinity_assistant._drift.warnings")


class Stream(InstanceHooks, Generic[EventT]):
    """The events of one response: an iterator, and a context manager that closes the connection.

        with client.chat_stream("Tell me a story") as events:
            for event in events:
                if event.type == "text":
                    print(event.content, end="", flush=True)

    The exchange begins when the first event is asked for. Until the first event it is retried as any other call, after
    that never. A wait for an event that is cancelled loses nothing: ask again, and the stream goes on. One task (or
    thread) reads a stream at a time, in the process that opened it; another may close it, which wakes the reader.

    Raises, while it is read:
        InfinityAssistantStreamInterruptedError: The stream ended, or was closed, before the response was complete.
            Its `partial_text` is what had arrived. Who asks again gets it again: a cut response never looks whole.
        InfinityAssistantStreamError: The service gave up (after an `error` event), or sent what makes no sense.
        InfinityAssistantConcurrentReadError: Another task or thread waits for this stream.
        InfinityAssistantForkedStreamError: The stream was opened by the parent of this process.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        call: Call[EventT],
        options: Options,
        credentials: Credentials,
        drift: Optional[d.Drift] = None,
    ) -> None:
        self._source = EventSource(pipeline, call, options, credentials, drift)
        self._guard = ReaderGuard()
        self._ready: Deque[EventT] = deque()
        self._failure: Optional[e.InfinityAssistantError] = None
        self._is_closed = self._has_dropped_events = False

    @property
    def attempts(self) -> Tuple[e.Attempt, ...]:
        """What happened in each attempt to open the stream."""
        return self._source.attempts

    @property
    def request_id(self) -> Optional[str]:
        """What the service calls this exchange, if it says so."""
        return self._source.request_id

    @property
    def conversation_id(self) -> Optional[str]:
        """The conversation, as soon as the service has named it."""
        return self._source.parser.conversation_id

    @property
    def text(self) -> Iterator[str]:
        """The text alone, piece by piece."""
        return Texts(self)

    def collect(self) -> CollectedResponse:
        """Read to the end and return the whole response.

        Raises:
            InfinityAssistantStreamInterruptedError: The response is not complete, and never will be.
        """
        for _ in self:
            pass
        parser = self._source.parser
        return CollectedResponse(parser.text(), parser.conversation_id, parser.metadata)

    def close(self) -> None:
        """Stop listening. A reader in another task or thread wakes at once. Closing twice does no harm."""
        self._is_closed = True
        self._has_dropped_events = self._has_dropped_events or bool(self._ready)
        self._ready.clear()
        if self._guard.is_forked:
            return  # The connection belongs to the parent process.
        if self._guard.is_held:
            self._source.interrupt()
        else:
            self._source.close()
            self._source.end()

    def __iter__(self) -> Stream[EventT]:
        return self

    def __next__(self) -> EventT:
        self._guard.check_process()
        while not self._ready:
            if self._failure is not None:
                raise hide_frames(self._failure)
            if self._source.parser.complete and not self._has_dropped_events:
                raise StopIteration
            with self._guard:
                self._advance()
        return self._ready.popleft()

    def __enter__(self) -> Stream[EventT]:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __del__(self) -> None:
        source = self.__dict__.get("_source")
        if source is not None and not self._guard.is_forked:
            source.abandon()
            source.end()

    def __repr__(self) -> str:
        source = self._source
        is_finished = self._is_closed or self._failure is not None or source.parser.is_finished
        state = "finished" if is_finished else "open" if source.is_started else "not started"
        return f"<{type(self).__name__} of {source.operation}, {state}>"

    def _advance(self) -> None:
        """Wait until there is an event, the end, or a failure."""
        try:
            if self._is_closed:
                raise self._cut_error("the stream was closed")
            self._ready.extend(self._source.read())
            if self._source.parser.is_finished:
                self._source.close()
                self._failure = self._find_reported_error()
                self._source.end(self._failure)
        except e.InfinityAssistantError as error:
            self._fail(self._cut_error("the stream was closed") if self._is_closed else error)
        except BaseException as exc:
            explained = explain_import(exc)
            if explained is not None:
                self._fail(explained)
                return
            if not self._can_resume(exc):
                self._source.abandon()
                self._source.end(exc)
            hide_frames(exc)
            raise

    def _fail(self, error: e.InfinityAssistantError) -> None:
        """Have `error` raised by this read, and by each that follows."""
        self._source.abandon()
        self._failure = self._add_context(error)
        hide_frames(error)
        self._source.end(error)

    def _can_resume(self, exc: BaseException) -> bool:
        """Return whether a wait that ended in `exc` can be taken up again; else the stream is cut."""
        if is_cancellation(exc) and self._source.is_resumable and not self._is_closed:
            return True
        reason = "the request was being sent" if is_cancellation(exc) else f"its reader got {type(exc).__name__}"
        self._failure = self._add_context(self._cut_error(reason))
        return False

    def _find_reported_error(self) -> Optional[e.InfinityAssistantError]:
        last = self._ready[-1] if self._ready else None
        if failure := self._source.parser.failure:
            return self._add_context(e.InfinityAssistantStreamError(f"the service ended the stream with {failure!r}"))
        if not isinstance(last, ErrorEvent):
            return None
        error = e.InfinityAssistantStreamError(last.message or "", code=last.error)
        error.retryable = True  # The service's own upstream failed; the same message may succeed later.
        return self._add_context(error)

    def _cut_error(self, reason: str) -> e.InfinityAssistantError:
        return e.InfinityAssistantStreamInterruptedError(f"the stream ended before the response was complete: {reason}")

    def _add_context(self, error: e.InfinityAssistantError) -> e.InfinityAssistantError:
        source = self._source
        if isinstance(error, e.InfinityAssistantStreamError):
            error.partial_text = source.parser.text()
            error.conversation_id = source.parser.conversation_id
        error.attempts = error.attempts or source.attempts
        error.request_id = error.request_id or source.request_id
        return error


class Texts(Iterator[str]):
    """The text of a stream, piece by piece; dropped half-way it leaves no generator behind."""

    def __init__(self, events: Stream[Any]) -> None:
        self._events = events

    def __next__(self) -> str:
        for event in self._events:
            if isinstance(event, TextEvent):
                return event.content
        raise StopIteration
