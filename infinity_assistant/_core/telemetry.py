# SPDX-License-Identifier: MIT. Generated from overlays/_core/telemetry.py: edit that file, then run `make generate`.
"""What traces calls, as the observer of a call sees it: OpenTelemetry stands behind it, and is not imported here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, ContextManager, Optional, Union, cast

from infinity_assistant.errors import InfinityAssistantArgumentError

if TYPE_CHECKING:
    from typing_extensions import Protocol

    from infinity_assistant._core.call_events import AttemptEvent, CallEvent
    from infinity_assistant._core.options import Options
    from infinity_assistant._http.request import Request
    from infinity_assistant._models.call import Call

    class CallTrace(Protocol):
        """One call that is traced."""

        def start_attempt(self, number: int, request: Request) -> None:
            """Note that attempt `number` begins; headers may be added to `request`."""
            ...

        def activate(self) -> ContextManager[None]:
            """Return a context in which the attempt runs."""
            ...

        def end_attempt(self, event: AttemptEvent) -> None:
            """Note what became of the attempt."""
            ...

        def end_call(self, event: CallEvent, result: Any) -> None:
            """Note what became of the call; `result` is its result, or as much of it as there is."""
            ...

    class Tracing(Protocol):
        """What makes a trace for each call."""

        def start_call(self, call: Call[Any], options: Options) -> CallTrace:
            """Note that a call begins."""
            ...


class Default:
    """What traces the calls of clients that say nothing of their own."""

    telemetry: Optional[Tracing] = None


def select_telemetry(own: Union[Tracing, bool, None]) -> Optional[Tracing]:
    """Return what traces a call: what its client says, else what the whole program says, if anything."""
    return Default.telemetry if own is None else cast("Optional[Tracing]", own or None)


def check_telemetry(name: str, value: Any) -> Any:
    """Read what `telemetry` may be.

    Raises:
        InfinityAssistantArgumentError: It is nothing that traces, or opentelemetry-api is not installed.
    """
    if value is None or value is False or hasattr(value, "start_call"):
        return value
    if value is not True and not hasattr(value, "get_tracer"):
        message = f"{name} must be True, False, a TracerProvider or an infinity_assistant.otel.Telemetry"
        raise InfinityAssistantArgumentError(message, argument=name)
    try:
        otel = import_module("infinity_assistant.otel")
    except ImportError as exc:
        raise InfinityAssistantArgumentError(f"{name} cannot be used: {exc}", argument=name) from None
    return otel.Telemetry(tracer_provider=None if value is True else value)
