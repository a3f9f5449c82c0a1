# SPDX-License-Identifier: MIT
"""The metrics: those of the semantic conventions, and a counter of attempts."""

from __future__ import annotations

import inspect
from typing import Any, Dict, Mapping, Sequence

from opentelemetry.metrics import Meter

from infinity_assistant.otel import _names as names

#: In seconds, and in tokens, as the conventions recommend.
_SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
_TOKENS = tuple(4**power for power in range(14))
_HTTP_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0)


class Instruments:
    """What is measured of calls and attempts."""

    def __init__(self, meter: Meter) -> None:
        duration = "gen_ai.client.operation.duration"
        self._duration = _histogram(meter, duration, "s", "How long calls take, with all their attempts.", _SECONDS)
        first = "gen_ai.client.operation.time_to_first_chunk"
        self._first = _histogram(meter, first, "s", "How long streams take to their first event.", _SECONDS)
        tokens = "gen_ai.client.token.usage"
        self._tokens = _histogram(meter, tokens, "{token}", "How many tokens the service counts.", _TOKENS)
        request = "http.client.request.duration"
        self._request = _histogram(meter, request, "s", "How long attempts take.", _HTTP_SECONDS)
        self._attempts = meter.create_counter("infinity_assistant.client.attempts", "{attempt}", "Attempts of calls.")

    def record_attempt(self, seconds: float, operation: str, attributes: Mapping[str, Any]) -> None:
        """Record an attempt of `operation`."""
        self._request.record(seconds, dict(attributes))
        self._attempts.add(1, {**attributes, names.OPERATION: operation})

    def record_call(self, event: Any, attributes: Mapping[str, Any]) -> None:
        """Record a call of an operation of generative AI."""
        self._duration.record(event.elapsed, dict(attributes))
        if event.first_event_after is not None:
            self._first.record(event.first_event_after, dict(attributes))
        if event.tokens is not None:
            self._tokens.record(event.tokens, {**attributes, names.GEN_AI_TOKEN_TYPE: "total"})


def _histogram(meter: Meter, name: str, unit: str, description: str, boundaries: Sequence[float]) -> Any:
    more: Dict[str, Any] = {}
    # The argument came with 1.30 of the API.
    if "explicit_bucket_boundaries_advisory" in inspect.signature(meter.create_histogram).parameters:
        more["explicit_bucket_boundaries_advisory"] = boundaries
    return meter.create_histogram(name, unit, description, **more)
