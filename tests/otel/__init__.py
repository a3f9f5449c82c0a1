"""Spans and metrics of calls, as a tracer and a meter of the tests see them: the API of OpenTelemetry is enough."""
