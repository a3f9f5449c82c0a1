"""Small documents in the styles of public ones: each generates, imports, type-checks, and its calls arrive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import infinity_assistant
from generator.checks import find_errors
from generator.document import load
from generator.render import render_files
from tests.generator.gallery.examples import EXAMPLES, STREAMS, Example
from tests.generator.gallery.server import Server, serve
from tests.generator.in_memory import import_files, write_package
from tests.generator.type_checks import TypeChecker

GALLERY = Path(__file__).parent / "gallery"
NAMES = sorted(path.stem for path in GALLERY.glob("*.yaml"))

Files = dict[str, str]

PROGRAM = """
from typing import List, Union
from typing_extensions import assert_type
import infinity_assistant as ia
from infinity_assistant.events import UnknownEvent
from gallery_models import api, models as m
from gallery_sensors import api as sensors, models as s

with ia.InfinityAssistantClient() as client:
    for event in client.stream(api.create_run()):
        assert_type(event, Union[m.ProgressEvent, m.CompletedEvent, m.FailedEvent, UnknownEvent])
    for change in client.stream(sensors.watch()):
        assert_type(change, Union[s.ReadingEvent, s.ClosingEvent, UnknownEvent])
    assert_type(client.request(sensors.query_readings(body=["a"])).parsed, List[float])
"""


@pytest.fixture(scope="module")
def made() -> dict[str, Files]:
    """What each document makes."""
    return {name: render_files(load(GALLERY / f"{name}.yaml")) for name in NAMES}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """The service that all of them call."""
    with serve() as server:
        yield server


@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_the_gallery_is_understood_whole(name: str) -> None:
    assert find_errors(load(GALLERY / f"{name}.yaml")) == []


def test_what_the_gallery_makes_passes_the_type_checker(
    made: dict[str, Files], type_checker: TypeChecker, tmp_path: Path
) -> None:
    for name, files in made.items():
        write_package(files, tmp_path, f"gallery_{name}")
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    packages = (word for name in made for word in ("-p", f"gallery_{name}"))
    done = type_checker.check(tmp_path, "-m", "program", *packages)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_operation_of_the_gallery_is_called(made: dict[str, Files]) -> None:
    called = {(example.document, example.operation) for example in EXAMPLES} | set(STREAMS)
    for name, files in made.items():
        with import_files(files) as (_, api):
            assert {(name, operation) for operation in api.OPERATIONS} <= called


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.document}.{example.operation}")
def test_a_call_arrives_and_its_response_is_read(example: Example, made: dict[str, Files], server: Server) -> None:
    server.prepare(example.status, example.content_type, example.content)
    with import_files(made[example.document]) as (_, api), _client(server) as client:
        call = getattr(api, example.operation)(**example.arguments)
        result = client.request(call).parsed
    (request,) = server.arrived
    assert (request.method, request.target) == (example.method, f"/api{example.target}")
    assert request.content == example.sent
    assert (request.media_type or example.sent_type).partition(";")[0] == example.sent_type
    assert example.check(result), repr(result)


@pytest.mark.parametrize("key", STREAMS, ids=".".join)
def test_a_stream_with_events_of_its_own_is_read_to_its_end(
    key: tuple[str, str], made: dict[str, Files], server: Server
) -> None:
    stream = STREAMS[key]
    server.prepare(200, "text/event-stream", stream.content)
    with import_files(made[key[0]]) as (_, api), _client(server) as client:
        call = getattr(api, key[1])(**stream.arguments)
        found: list[Any] = list(client.stream(call))
    expected = stream.events
    seen = [(type(e).__name__, name, getattr(e, name)) for e, (_, name, _) in zip(found, expected, strict=True)]
    assert seen == expected


def test_an_event_of_failure_is_an_error(made: dict[str, Files], server: Server) -> None:
    server.prepare(200, "text/event-stream", 'event: run.failed\ndata: {"id":"r"}\n\n')
    with import_files(made["models"]) as (_, api), _client(server) as client:
        events = iter(client.stream(api.create_run()))
        assert type(next(events)).__name__ == "FailedEvent"
        with pytest.raises(infinity_assistant.InfinityAssistantStreamError, match=r"run\.failed"):
            next(events)


def _client(server: Server) -> infinity_assistant.InfinityAssistantClient:
    return infinity_assistant.InfinityAssistantClient("ia_key", base_url=server.base_url, max_retries=0)
