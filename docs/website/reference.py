"""The pages of the API reference. What classes and functions say is read from their docstrings by mkdocstrings."""

from __future__ import annotations

from typing import Any

import infinity_assistant
from infinity_assistant import api, errors, testing, webhooks
from website import model_pages

_PACKAGE = "infinity_assistant"


def _exported(module: Any) -> list[str]:
    """Return where the public functions and classes of a module are written down."""
    named = [getattr(module, name) for name in sorted(module.__all__)]
    places = [f"{one.__module__}.{one.__qualname__}" for one in named if callable(one) and hasattr(one, "__qualname__")]
    return [place.partition(".")[2] for place in places if place.startswith(f"{_PACKAGE}.")]


_INTRODUCTIONS = {
    "reference/client": ("The client", "Every method of the blocking client. The asynchronous one has the same."),
    "reference/async_client": ("The asynchronous client", "Every method but `chat_stream` and `stream` is awaited."),
    "reference/streams": ("Streams and responses", "What `chat_stream`, `stream` and `request` return."),
    "reference/options": ("Options and hooks", "What clients and calls are told, and what hooks are given."),
    "reference/errors": ("Errors", "[What to do about each](../errors.md) stands on a page of its own."),
    "reference/webhooks": ("Webhooks", "Signed deliveries."),
    "reference/testing": ("Testing", "The emulator of the API."),
    "reference/calls": ("Calls", "Functions that return a `Call`, which `client.request` makes."),
    "reference/otel": ("OpenTelemetry", "Spans and metrics."),
}
_OBJECTS = {
    "reference/client": ["client.InfinityAssistantClient"],
    "reference/async_client": ["async_client.AsyncInfinityAssistantClient"],
    "reference/streams": [
        "_streaming.stream.Stream",
        "_streaming.async_stream.AsyncStream",
        "events.CollectedResponse",
        "_core.api_response.APIResponse",
        "_models.call.Call",
        "_models.call.Operation",
    ],
    "reference/options": [
        "_core.options.Timeout",
        "_core.option_types.ClientOptions",
        "_core.option_types.CallOptions",
        "_core.call_events.AttemptEvent",
        "_core.call_events.CallEvent",
        "_drift.warnings.InfinityAssistantDriftWarning",
    ],
    "reference/errors": [f"errors.{name}" for name in vars(errors) if name.startswith("Infinity")] + ["errors.Attempt"],
    "reference/webhooks": _exported(webhooks),
    "reference/testing": _exported(testing),
    "reference/calls": _exported(api),
    "reference/otel": ["otel._instrumentor.InfinityAssistantInstrumentor", "otel._telemetry.Telemetry"],
}
_PLACED = {place.rpartition(".")[2] for places in _OBJECTS.values() for place in places}
_OBJECTS["reference/streams"] += [
    place for place in _exported(infinity_assistant) if place.rpartition(".")[2] not in _PLACED
]
TITLES = {name: title for name, (title, _) in _INTRODUCTIONS.items()}
TITLES |= {"reference/models": "Models", "reference/choices": "Choices", "reference/events": "Events"}


def collect() -> dict[str, str]:
    """Return the pages by their names."""
    found = {name: _page(name) for name in _INTRODUCTIONS}
    return {**found, **model_pages.collect()}


def _page(name: str) -> str:
    title, introduction = _INTRODUCTIONS[name]
    directives = "\n\n".join(f"::: {_PACKAGE}.{path}" for path in _OBJECTS[name])
    return f"# {title}\n\n{introduction}\n\n{directives}\n"
