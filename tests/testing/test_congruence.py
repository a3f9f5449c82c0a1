"""Replay every recorded exchange with the service against the emulator, and compare what a client can see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest

from infinity_assistant.testing import Request, Response
from tests.testing.deviations import DEVIATIONS, find_excuse
from tests.testing.shapes import Difference, differences
from tests.testing.stage import prepare

RECORDINGS = [
    recording
    for file in sorted((Path(__file__).parent.parent / "recordings").glob("*.json"))
    for recording in json.loads(file.read_text("utf-8"))
]
COMPARED = ("content-type", "location", "allow", "content-disposition", "cache-control")
ANNOUNCED = ("phase", "language", "speaker")


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda recording: recording["name"])
def test_the_emulator_responds_as_the_service_did(recording: Dict[str, Any]) -> None:
    """Same status, same headers that matter, same keys and types, same order of events, same words of an error."""
    found = [one for one in compare(recording, replay(recording)) if not find_excuse(recording["name"], one[0])]
    assert found == []


def test_every_deviation_is_still_needed() -> None:
    """A reason for a difference that no recording shows any more is taken off the list."""
    shown = [(one["name"], place) for one in RECORDINGS for place, _ in compare(one, replay(one))]
    for deviation in DEVIATIONS:
        assert any(deviation.recordings.search(name) and deviation.place.search(place) for name, place in shown)


def replay(recording: Dict[str, Any]) -> Response:
    """Send a recorded request to an emulator in the state of the recording."""
    sent = recording["request"]
    path = sent["path"] if "no-api-prefix" in recording["name"] else f"/api{sent['path']}"
    target, _, query = path.partition("?")
    body = (sent.get("body") or "").encode("utf-8", "surrogatepass")
    with prepare(recording) as emulator:
        return emulator.handle(Request(sent["method"], target, query, tuple(sent["headers"].items()), body))


def compare(recording: Dict[str, Any], given: Response) -> Iterator[Difference]:
    """Give the differences between a recorded response and the emulator's, as (place, what differs) pairs."""
    recorded = recording["response"]
    if recorded["status"] != given.status:
        yield "status", f"recorded {recorded['status']}, given {given.status}"
    yield from _headers(recorded["headers"], given)
    kind = recorded["headers"].get("content-type", "")
    if kind != (given.header("content-type") or ""):
        return
    if kind.startswith("text/event-stream"):
        yield from _streams(recorded["body"], given.body.decode())
    elif kind == "application/json" and recorded["body"]:
        yield from _documents(json.loads(recorded["body"]), json.loads(given.body), recorded["status"])
    elif kind == "text/csv":
        yield from _first_lines(recorded["body"], given.body.decode())
    elif bool(recorded["body"]) != bool(given.body):
        yield "body", "one is empty"


def _headers(recorded: Dict[str, str], given: Response) -> Iterator[Difference]:
    for name in COMPARED:
        if _remove_dates(recorded.get(name)) != _remove_dates(given.header(name)):
            yield f"header {name}", f"recorded {recorded.get(name)}, given {given.header(name)}"
    ours, theirs = _cookie(given.header("set-cookie")), _cookie(recorded.get("set-cookie"))
    if ours != theirs:
        yield "header set-cookie", f"recorded {theirs}, given {ours}"


def _remove_dates(value: Any) -> Any:
    return value if value is None else "".join("0" if sign.isdigit() else sign for sign in value)


def _cookie(value: Any) -> List[str]:
    """Give what is fixed of a cookie: a name of ours and its attributes, without times and random parts."""
    parts = [] if value is None else value.split("; ")
    return [part.partition("_1")[0] for part in parts if not part.startswith("Expires=")]


def _documents(recorded: Any, given: Any, status: int) -> Iterator[Difference]:
    for path, what in differences(recorded, given):
        yield f"body{path}", what
    if status >= 400 and recorded.get("error") != given.get("error"):
        yield "body.error", f"recorded {recorded.get('error')}, given {given.get('error')}"


def _streams(recorded: str, given: str) -> Iterator[Difference]:
    expected, events = _events(recorded), _events(given)
    for name in ANNOUNCED:
        if {name} & set(expected) != {name} & set(events):
            yield f"event {name}", "in one of the streams only"
    if _fix(expected) != _fix(events):
        yield "events", f"recorded {_fix(expected)}, given {_fix(events)}"
    for name in set(expected) & set(events):
        for path, what in differences(expected[name], events[name]):
            yield f"event {name}{path}", what


def _fix(events: Dict[str, Any]) -> List[str]:
    return [name for name in events if name not in ANNOUNCED]


def _events(body: str) -> Dict[str, Any]:
    """Give the first event of each name, in the order of the stream."""
    events: Dict[str, Any] = {}
    for frame in body.split("\n\n")[:-1]:
        name, data = (line.partition(": ")[2] for line in frame.split("\n"))
        events.setdefault(name, json.loads(data))
    return events


def _first_lines(recorded: str, given: str) -> Iterator[Tuple[str, str]]:
    if recorded.split("\n")[0] != given.split("\n")[0]:
        yield "columns", "other ones"
