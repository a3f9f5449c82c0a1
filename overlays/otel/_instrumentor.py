# SPDX-License-Identifier: MIT
"""The switch for a whole program, which `opentelemetry-instrument` finds by its entry point."""

from __future__ import annotations

from typing import Any, Collection

from infinity_assistant._core.telemetry import Default
from infinity_assistant.otel._base_instrumentor import BaseInstrumentor
from infinity_assistant.otel._telemetry import Telemetry


class InfinityAssistantInstrumentor(BaseInstrumentor):
    """Makes spans and metrics of the calls of all clients, those that are there already included.

        InfinityAssistantInstrumentor().instrument(tracer_provider=..., meter_provider=...)

    Without providers, those of the program are used. A client with a `telemetry` of its own keeps it.
    """

    def instrumentation_dependencies(self) -> Collection[str]:
        """Return nothing: what is instrumented is the package that this stands in."""
        return ()

    def instrument_client(self, client: Any, *, tracer_provider: Any = None, meter_provider: Any = None) -> None:
        """Make spans and metrics of the calls of `client` alone, and of copies made of it from now on."""
        client._options = client.options.replace(telemetry=Telemetry(tracer_provider, meter_provider))

    def uninstrument_client(self, client: Any) -> None:
        """Have `client` do as the whole program does again."""
        client._options = client.options.replace(telemetry=None)

    def _instrument(self, **kwargs: Any) -> None:
        Default.telemetry = Telemetry(kwargs.get("tracer_provider"), kwargs.get("meter_provider"))

    def _uninstrument(self, **kwargs: Any) -> None:
        Default.telemetry = None
