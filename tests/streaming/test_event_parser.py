"""A stream is read as the API description says of its operation, whatever its events are."""

from __future__ import annotations

from typing import Any, List

import pytest

from infinity_assistant._models.operation import StreamEvent
from infinity_assistant._streaming.event_parser import EventParser
from infinity_assistant.errors import InfinityAssistantStreamError
from infinity_assistant.events import UnknownEvent


def keep(value: Any) -> Any:
    return value


EVENTS = {
    "progress": StreamEvent("progress", "step", keep),
    "finished": StreamEvent("finished", "finished", keep, ends="success"),
    "broken": StreamEvent("broken", "broken", keep, ends="failure"),
    "note": StreamEvent("note", "note", keep, form="text"),
    "numbers": StreamEvent("numbers", "numbers", keep, form="json"),
}


def parse(text: str, parser: EventParser) -> List[Any]:
    return list(parser.feed(text.encode()))


def test_events_have_the_type_of_the_description() -> None:
    parser = EventParser(EVENTS)
    assert parse('event: progress\ndata: {"percent":5,"type":"other"}\n\n', parser) == [{"type": "step", "percent": 5}]
    assert not parser.is_finished and parser.has_events


@pytest.mark.parametrize(("name", "complete", "failure"), [("finished", True, ""), ("broken", False, "broken")])
def test_an_event_ends_the_stream_where_the_description_says_so(name: str, complete: bool, failure: str) -> None:
    parser = EventParser(EVENTS)
    parse(f"event: {name}\ndata: {{}}\n\nevent: progress\ndata: {{}}\n\n", parser)
    assert (parser.is_finished, parser.complete, parser.failure) == (True, complete, failure)


def test_data_that_is_no_object_is_the_data_of_its_event() -> None:
    found = parse("event: note\ndata: {so\ndata: what\n\nevent: numbers\ndata: [1,2]\n\n", EventParser(EVENTS))
    assert found == [{"type": "note", "data": "{so\nwhat"}, {"type": "numbers", "data": [1, 2]}]


def test_the_type_in_the_data_names_an_event_without_a_line_of_its_own() -> None:
    found = parse('data: {"type":"progress","percent":5}\n\n', EventParser(EVENTS))
    assert found == [{"type": "step", "percent": 5}]


@pytest.mark.parametrize(("text", "name"), [("event: new\ndata: 7\n\n", "new"), ('data: {"a":1}\n\n', "message")])
def test_an_event_that_the_description_does_not_know_is_handed_over_as_it_is(text: str, name: str) -> None:
    (event,) = parse(text, EventParser(EVENTS))
    assert isinstance(event, UnknownEvent)
    assert event.name == name


def test_a_stream_may_end_with_a_mark_or_with_its_response() -> None:
    parser = EventParser({"message": StreamEvent("message", "piece", keep)})
    assert parser.ends_with_body
    assert parse("data: [DONE]\n\n", parser) == []
    assert parser.complete
    assert not EventParser(EVENTS).ends_with_body


@pytest.mark.parametrize("data", ["[]", "{", "", "NaN"])
def test_data_that_is_not_what_the_description_says_is_an_error(data: str) -> None:
    with pytest.raises(InfinityAssistantStreamError, match="the data of a progress event"):
        parse(f"event: progress\ndata: {data}\n\n", EventParser(EVENTS))
