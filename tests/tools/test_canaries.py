"""A secret in a result shows in no report: a canary is put into a model, and looked for in what tools write."""

from __future__ import annotations

import io
import logging
import traceback
from collections.abc import Mapping
from typing import Any, List

import logfire
import rich.console
import rich.pretty
import rich.traceback
import sentry_sdk
import sentry_sdk.transport
import structlog
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from infinity_assistant import models

PROSE = "PROSE of a user"


def canary() -> str:
    """Made here, so that no frame holds it but the model."""
    return "ia_" + "CAN" + "ARY"


def response() -> models.CreateApiKeyResponse:
    key = {"id": "k", "name": PROSE, "prefix": "ia_", "key": canary()}
    return models.CreateApiKeyResponse.from_dict({"success": True, "apiKey": key, "message": PROSE})


def fail() -> None:
    created = response()
    key = created.api_key
    raise ValueError(f"with {len(created)} and {len(key)} locals")


def assert_hidden(text: str, *, mentions: str) -> None:
    assert mentions in text
    assert "CANARY" not in text
    assert PROSE not in text


def test_the_canary_is_in_the_model() -> None:
    assert response().api_key.key == canary()
    assert canary() in str(response().to_dict())


def test_rich_shows_what_a_repr_shows() -> None:
    out = io.StringIO()
    printer = rich.console.Console(file=out, width=200)
    printer.print(response(), response().api_key, {"a": [response()]})
    out.write(rich.pretty.pretty_repr([response().api_key]))
    try:
        fail()
    except ValueError:
        printer.print(rich.traceback.Traceback(show_locals=True))
    assert_hidden(out.getvalue(), mentions="<secret>")


def test_structlog_shows_what_a_repr_shows() -> None:
    out = io.StringIO()
    for processors in (
        [structlog.processors.JSONRenderer()],
        [structlog.processors.KeyValueRenderer()],
        [structlog.dev.ConsoleRenderer()],
        [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()],
    ):
        logger = structlog.wrap_logger(structlog.PrintLogger(out), processors=processors)
        logger.info("made", created=response(), key=response().api_key)
        try:
            fail()
        except ValueError:
            logger.error("failed", exc_info=True)
    assert_hidden(out.getvalue(), mentions="NewApiKey")


def test_sentry_is_sent_what_a_repr_shows() -> None:
    sent: List[str] = []

    class Kept(sentry_sdk.transport.Transport):
        def capture_envelope(self, envelope: Any) -> None:
            sent.extend(item.get_bytes().decode() for item in envelope.items)

    options: Any = {"transport": Kept, "default_integrations": False, "include_source_context": False}
    client = sentry_sdk.Client(dsn="https://a@example.com/1", **options)
    with sentry_sdk.isolation_scope() as scope:
        scope.set_client(client)
        scope.set_extra("key", response().api_key)
        scope.set_context("made", {"created": response()})
        try:
            fail()
        except ValueError:
            sentry_sdk.capture_exception()
        client.close()
    assert_hidden("".join(sent), mentions="CreateApiKeyResponse(")


def test_logfire_is_sent_no_secret() -> None:
    """It walks through classes of attrs, and leaves out fields that no repr shows. What a user hands over is kept."""
    memory = InMemorySpanExporter()
    options: Any = {"additional_span_processors": [SimpleSpanProcessor(memory)], "inspect_arguments": False}
    tracer = logfire.configure(local=True, send_to_logfire=False, console=False, **options)
    tracer.info("made {created}", created=response(), new_key=response().api_key)
    text = " ".join(span.to_json() for span in memory.get_finished_spans())
    assert "ia_" in text
    assert "CANARY" not in text


def test_logging_and_tracebacks_show_what_a_repr_shows() -> None:
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "made %s %r", (response(), response().api_key), None)
    try:
        fail()
    except ValueError as error:
        captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    assert_hidden(record.getMessage() + "".join(captured.format()), mentions="<secret>")


def test_models_are_not_registered_as_mappings() -> None:
    """logfire writes every key of a mapping, secrets included: `match model.to_dict()` is the way to match by key."""
    assert not isinstance(response(), Mapping)
