# SPDX-License-Identifier: MIT. Generated from overlays/otel/_call_trace.py: edit that file, then run `make generate`.
"""The span of one call, with a child for each of its attempts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Dict, Iterator, Optional

from opentelemetry import context as otel_context
from opentelemetry.trace import SpanKind, Status, StatusCode, Tracer, set_span_in_context

from infinity_assistant._http.origin import split_base_url
from infinity_assistant.otel import _names as names
from infinity_assistant.otel._attempt_trace import AttemptTrace
from infinity_assistant.otel._content import describe_input, describe_output, is_wanted
from infinity_assistant.otel._instruments import Instruments
from infinity_assistant.otel._suppression import suppress_http_instrumentation

if TYPE_CHECKING:
    from infinity_assistant._core.call_events import AttemptEvent, CallEvent
    from infinity_assistant._core.options import Options
    from infinity_assistant._http.request import Request
    from infinity_assistant._models.call import Call


class CallTrace:
    """Spans and metrics of one call."""

    def __init__(self, tracer: Tracer, instruments: Instruments, call: Call[Any], options: Options) -> None:
        self._tracer = tracer
        self._instruments = instruments
        self._call = call
        origin, _ = split_base_url(options.base_url)
        self._origin = str(origin)
        self._server: Dict[str, Any] = {names.SERVER: origin.host, names.PORT: origin.port}
        self._attempt: Optional[AttemptTrace] = None
        operation = call.operation
        self._gen_ai = _describe_operation(operation.id)
        attributes = {names.OPERATION: operation.id, **self._gen_ai, **self._server}
        if operation.streams:
            attributes[names.GEN_AI_STREAM] = True
        name = self._gen_ai.get(names.GEN_AI_OPERATION, operation.id)
        self._span = tracer.start_span(name, kind=SpanKind.CLIENT, attributes=attributes)
        self._context = set_span_in_context(self._span)

    def start_attempt(self, number: int, request: Request) -> None:
        """Begin the span of an attempt, and have its request name it."""
        # Without the query: it may hold what somebody searches for.
        url = self._origin + request.target.partition("?")[0]
        self._attempt = AttemptTrace(self._tracer, self._context, number, request, {names.URL: url, **self._server})

    @contextmanager
    def activate(self) -> Iterator[None]:
        """Make the attempt the current span, and keep instrumentations of HTTP libraries from making another."""
        context = self._context if self._attempt is None else self._attempt.context
        token = otel_context.attach(context)
        try:
            with suppress_http_instrumentation():
                yield
        finally:
            otel_context.detach(token)

    def end_attempt(self, event: AttemptEvent) -> None:
        """End the span of the attempt."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            attributes = attempt.end(event)
            self._instruments.record_attempt(event.elapsed, event.operation, {**attributes, **self._server})

    def end_call(self, event: CallEvent, result: Any) -> None:
        """End the span of the call."""
        model = getattr(getattr(result, "metadata", None), "model", None)
        found = {
            names.GEN_AI_MODEL: model if isinstance(model, str) else None,
            names.ERROR: event.error,
        }
        outcome = {name: value for name, value in found.items() if value is not None}
        if self._span.is_recording():
            self._describe_end(event, outcome, result)
        self._span.end()
        if self._gen_ai:
            self._instruments.record_call(event, {**self._gen_ai, **self._server, **outcome})

    def _describe_end(self, event: CallEvent, outcome: Dict[str, Any], result: Any) -> None:
        found = {
            names.GEN_AI_CONVERSATION: event.conversation_id,
            names.GEN_AI_FIRST_CHUNK: event.first_event_after,
            names.TOTAL_TOKENS: event.tokens,
            names.ATTEMPTS: len(event.attempts),
            names.REQUEST_ID: event.request_id,
        }
        self._span.set_attributes({name: value for name, value in found.items() if value is not None})
        self._span.set_attributes(outcome)
        if event.error is not None:
            # Without a description: the message of an error may repeat what the service said.
            self._span.set_status(Status(StatusCode.ERROR))
        if self._gen_ai.get(names.GEN_AI_OPERATION) == "chat" and is_wanted():
            self._describe_content(event, result)

    def _describe_content(self, event: CallEvent, result: Any) -> None:
        self._span.set_attribute(names.GEN_AI_INPUT, describe_input(self._call))
        output = describe_output(result, is_complete=event.error is None)
        if output is not None:
            self._span.set_attribute(names.GEN_AI_OUTPUT, output)


def _describe_operation(operation: str) -> Dict[str, Any]:
    name = names.GEN_AI_OPERATIONS.get(operation)
    return {} if name is None else {names.GEN_AI_OPERATION: name, names.GEN_AI_PROVIDER: names.PROVIDER}
