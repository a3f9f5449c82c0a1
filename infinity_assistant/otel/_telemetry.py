# SPDX-License-Identifier: MIT. Generated from overlays/otel/_telemetry.py: edit that file, then run `make generate`.
"""What makes spans and metrics: a tracer and the instruments of a meter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from opentelemetry import metrics, trace

from infinity_assistant._version import __version__
from infinity_assistant.otel._call_trace import CallTrace
from infinity_assistant.otel._instruments import Instruments

if TYPE_CHECKING:
    from infinity_assistant._core.options import Options
    from infinity_assistant._models.call import Call


class Telemetry:
    """Makes spans and metrics of calls, with providers of your own or, without, those of the program.

    client = InfinityAssistantClient(telemetry=Telemetry(tracer_provider=provider))
    """

    def __init__(
        self,
        tracer_provider: Optional[trace.TracerProvider] = None,
        meter_provider: Optional[metrics.MeterProvider] = None,
    ) -> None:
        scope = "infinity_assistant"
        self._tracer = trace.get_tracer(scope, __version__, tracer_provider)
        meter = metrics.get_meter(scope, __version__, meter_provider)
        self._instruments = Instruments(meter)

    def start_call(self, call: Call[Any], options: Options) -> CallTrace:
        """Begin the span of a call."""
        return CallTrace(self._tracer, self._instruments, call, options)

    def __repr__(self) -> str:
        return "<Telemetry>"
