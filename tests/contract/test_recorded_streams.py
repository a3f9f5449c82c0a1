"""The document against recorded event streams."""

from __future__ import annotations

import pytest

from .document import find_schema, problems
from .recordings import Recording, recordings
from .relaxed import RESPONSE_SCHEMAS
from .streams import events

STREAMS = [r for r in recordings() if r.operation and r.media_type == "text/event-stream"]
BEFORE_START = ["phase", "memory", "language", "speaker", "essence", "driving"]
each_stream = pytest.mark.parametrize("recording", STREAMS, ids=lambda recording: recording.name)


@each_stream
def test_the_data_of_each_recorded_event_matches_its_schema(recording: Recording) -> None:
    assert recording.operation is not None
    documented = recording.operation.facts["x-events"]
    for name, data in events(recording.body):
        assert problems(data, find_schema(documented[name]["schema"]), RESPONSE_SCHEMAS) == {}, name


@each_stream
def test_events_come_in_the_documented_order(recording: Recording) -> None:
    names = [name for name, _ in events(recording.body)]
    order = [*BEFORE_START, "start", "chunk", "done", "error"]
    assert names == sorted(names, key=order.index)
    assert (names.count("done"), names.count("error")) in ((1, 0), (0, 1))


@each_stream
def test_a_stream_that_is_done_has_begun(recording: Recording) -> None:
    names = [name for name, _ in events(recording.body)]
    assert ("done" not in names) or names.count("start") == 1


def test_the_recorded_streams_show_more_than_one_kind_of_event() -> None:
    seen = {name for recording in STREAMS for name, _ in events(recording.body)}
    assert seen >= {"memory", "speaker", "essence", "start", "chunk", "done", "error"}
