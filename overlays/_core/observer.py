# SPDX-License-Identifier: MIT
"""The one place that tells what becomes of a call: to the log, to the hooks, and to telemetry.

A call that nobody listens to costs one object, and a look at the log for each attempt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, Tuple

from infinity_assistant._core.hooks import call_hook, call_safely
from infinity_assistant._core.log import find_logger
from infinity_assistant._core.options import Options
from infinity_assistant._core.telemetry import select_telemetry
from infinity_assistant._http.request import Request
from infinity_assistant._models.call import Call
from infinity_assistant.errors import Attempt

if TYPE_CHECKING:
    from infinity_assistant._core.call_events import AttemptEvent, CallEvent
    from infinity_assistant._core.telemetry import CallTrace


class Observer:
    """Tells of one call."""

    __slots__ = ("_call", "_has_ended", "_has_logged", "_options", "first_event_after", "is_listening", "trace")

    def __init__(self, call: Call[Any], options: Options) -> None:
        self._call = call
        self._options = options
        self._has_ended = self._has_logged = False
        #: Seconds from the beginning of the call to the first event of its stream.
        self.first_event_after: Optional[float] = None
        telemetry = select_telemetry(options.telemetry)
        trace = None if telemetry is None else call_safely(telemetry.start_call, call, options)
        self.trace: Optional[CallTrace] = trace
        #: Whether events are to be made at all.
        self.is_listening: bool = bool(self.trace or options.on_attempt or options.on_call)
        if self.is_listening:
            # Now, while nothing has been sent: later there may be no file left to import it.
            import logging  # noqa: F401

            from infinity_assistant._core import call_events as _  # noqa: F401

    def start_attempt(self, number: int, request: Request) -> None:
        """Tell that an attempt begins."""
        if self.trace is not None:
            call_safely(self.trace.start_attempt, number, request)

    def end_attempt(
        self,
        attempts: Tuple[Attempt, ...],
        elapsed: float,
        remaining: float,
        *,
        error: Optional[BaseException] = None,
        status: Optional[int] = None,
        request_id: Optional[str] = None,
        result: Any = None,
    ) -> None:
        """Tell what became of the last of `attempts`, after which the call has taken `elapsed` seconds."""
        self._log(attempts, elapsed)
        if self.is_listening:
            event = self._make_attempt_event(attempts, remaining, error, status, request_id, result)
            if self.trace is not None:
                call_safely(self.trace.end_attempt, event)
            if self._options.on_attempt is not None:
                call_hook(self._options.on_attempt, event)

    def log_stream_end(self, outcome: str, elapsed: float) -> None:
        """Log how an opened stream ended; only the first time, since it may be closed after its end."""
        if not self._has_logged:
            self._has_logged = True
            logger = find_logger()
            if logger is not None:
                logger.debug("%s: the stream is over, %s after %.3f s", self._call.operation.id, outcome, elapsed)

    def end_call(
        self,
        attempts: Tuple[Attempt, ...],
        elapsed: float,
        *,
        error: Optional[BaseException] = None,
        status: Optional[int] = None,
        request_id: Optional[str] = None,
        result: Any = None,
    ) -> None:
        """Tell what became of the call; only the first time, since a stream may be closed after its end."""
        if self._has_ended or not self.is_listening:
            return
        self._has_ended = True
        event = self._make_call_event(attempts, elapsed, error, status, request_id, result)
        if self.trace is not None:
            call_safely(self.trace.end_call, event, result)
        if self._options.on_call is not None:
            call_hook(self._options.on_call, event)

    def _log(self, attempts: Tuple[Attempt, ...], elapsed: float) -> None:
        logger = find_logger()
        if logger is None:
            return
        name, last = self._call.operation.id, attempts[-1]
        if last.wait:
            message = "%s: %s in attempt %d, next attempt in %.2f s"
            logger.info(message, name, last.outcome, len(attempts), last.wait)
        else:
            logger.debug("%s: %s in attempt %d, after %.3f s", name, last.outcome, len(attempts), elapsed)

    def _make_attempt_event(
        self,
        attempts: Tuple[Attempt, ...],
        remaining: float,
        error: Optional[BaseException],
        status: Optional[int],
        request_id: Optional[str],
        result: Any,
    ) -> AttemptEvent:
        from infinity_assistant._core.call_events import AttemptEvent

        last = attempts[-1]
        return AttemptEvent(
            operation=self._call.operation.id,
            number=len(attempts),
            outcome=last.outcome,
            status_code=getattr(error, "status_code", status),
            error=None if error is None else type(error).__name__,
            elapsed=last.seconds,
            wait=last.wait,
            deadline_left=None if remaining == float("inf") else max(0.0, remaining),
            request_id=request_id or getattr(error, "request_id", None),
            conversation_id=self._find_conversation(error, result),
        )

    def _make_call_event(
        self,
        attempts: Tuple[Attempt, ...],
        elapsed: float,
        error: Optional[BaseException],
        status: Optional[int],
        request_id: Optional[str],
        result: Any,
    ) -> CallEvent:
        from infinity_assistant._core.call_events import CallEvent

        tokens = getattr(getattr(result, "metadata", None), "tokens_used", None)
        return CallEvent(
            operation=self._call.operation.id,
            attempts=attempts,
            elapsed=elapsed,
            status_code=getattr(error, "status_code", None) or status,
            error=None if error is None else type(error).__name__,
            first_event_after=self.first_event_after,
            tokens=tokens if isinstance(tokens, int) else None,
            request_id=request_id or getattr(error, "request_id", None),
            conversation_id=self._find_conversation(error, result),
        )

    def _find_conversation(self, error: Optional[BaseException], result: Any) -> Optional[str]:
        """Find the name of the conversation: the service's own counts more than what was asked for."""
        for found in (getattr(result, "conversation_id", None), getattr(error, "conversation_id", None)):
            if isinstance(found, str):
                return found
        asked = self._call.find_argument("conversationId")
        return asked if isinstance(asked, str) else None
