# SPDX-License-Identifier: MIT
"""The span of one attempt, by the conventions for HTTP clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Mapping

from opentelemetry import propagate
from opentelemetry.context import Context
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer, set_span_in_context

from infinity_assistant.otel import _names as names

if TYPE_CHECKING:
    from infinity_assistant._core.call_events import AttemptEvent
    from infinity_assistant._http.request import Request


class AttemptTrace:
    """The span of an attempt, from the moment that it begins to its response (of a stream: to its first event)."""

    def __init__(
        self, tracer: Tracer, parent: Context, number: int, request: Request, attributes: Mapping[str, Any]
    ) -> None:
        self._method = request.method
        described: Dict[str, Any] = {names.METHOD: request.method, **attributes}
        if number > 1:
            described[names.RESEND_COUNT] = number - 1
        self._span: Span = tracer.start_span(request.method, parent, SpanKind.CLIENT, described)
        self.context: Context = set_span_in_context(self._span, parent)
        _inject(request, self.context)

    def end(self, event: AttemptEvent) -> Dict[str, Any]:
        """End the span; return what tells attempts apart in metrics."""
        outcome: Dict[str, Any] = {}
        if event.status_code is not None:
            outcome[names.STATUS] = event.status_code
        if event.error is not None:
            is_status = event.status_code is not None and not 200 <= event.status_code < 300
            outcome[names.ERROR] = str(event.status_code) if is_status else event.error
        if self._span.is_recording():
            self._span.set_attributes(outcome)
            if event.error is not None:
                self._span.set_status(Status(StatusCode.ERROR))
            if event.wait:
                self._span.add_event(names.WAIT, {names.WAIT_SECONDS: event.wait})
        self._span.end()
        return {names.METHOD: self._method, **outcome}


def _inject(request: Request, context: Context) -> None:
    """Have the request name its span (`traceparent`), in the place of the attempt before."""
    carrier: Dict[str, str] = {}
    propagate.inject(carrier, context)
    added = [
        (name.lower().encode("ascii"), value.encode("ascii"))
        for name, value in carrier.items()
        if all(" " <= char <= "~" for char in value) and value == value.strip()
    ]
    replaced = {name for name, _ in added}
    # A list of its own: the first one is shared by the requests of this operation.
    request.headers = [pair for pair in request.headers if pair[0] not in replaced] + added
