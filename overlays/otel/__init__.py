# SPDX-License-Identifier: MIT
"""Spans and metrics of OpenTelemetry for the calls of clients.

    from infinity_assistant.otel import InfinityAssistantInstrumentor

    InfinityAssistantInstrumentor().instrument()

It needs opentelemetry-api alone: `pip install infinity-assistant[otel]`. Which names are used, and why, stands in
docs/observability.md.
"""

from __future__ import annotations

try:
    import opentelemetry.trace as _  # noqa: F401
except ImportError:
    raise ImportError(
        "infinity_assistant.otel needs opentelemetry-api, which is not installed: install infinity-assistant[otel]"
    ) from None

from infinity_assistant.otel._instrumentor import InfinityAssistantInstrumentor
from infinity_assistant.otel._telemetry import Telemetry

__all__ = ["InfinityAssistantInstrumentor", "Telemetry"]
