"""The conformance cases of the WHATWG standard, and ways to cut a stream into chunks."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Tuple

from infinity_assistant._streaming.sse import Decoder, Event, EventTooLong

_FILE = json.loads((Path(__file__).parents[1] / "data" / "sse-cases.json").read_text("utf-8"))
CASES: Dict[str, Dict[str, Any]] = {case["id"]: case for case in _FILE["cases"]}
BIG: Dict[str, Dict[str, Any]] = {case["id"]: case for case in _FILE["big"]}


def chunks_of(case: Dict[str, Any]) -> List[bytes]:
    return [base64.b64decode(chunk) for chunk in case["chunks"]]


def find_expected(case: Dict[str, Any]) -> List[Event]:
    return [Event(event["event"], event["data"], event["id"]) for event in case["expect"]]


def generate_chunks(case: Dict[str, Any]) -> Iterator[bytes]:
    """The chunks of a case that is too big to be written down."""
    gen = case["gen"]
    unit, batch = base64.b64decode(gen["unit"]), gen.get("batch", 1)
    yield base64.b64decode(gen["prefix"])
    for _ in range(gen["count"] // batch):
        yield unit * batch
    yield base64.b64decode(gen["suffix"])


def pieces(stream: bytes, size: int) -> List[bytes]:
    return [stream[start : start + size] for start in range(0, len(stream), size)]


def decode(decoder: Decoder, chunks: Iterable[bytes]) -> List[Event]:
    return [event for chunk in chunks for event in decoder.feed(chunk)]


def decode_within(limit: int, chunks: Iterable[bytes]) -> Tuple[List[Event], bool]:
    """The events, and whether one more was too long."""
    decoder, events = Decoder(limit), []
    try:
        for chunk in chunks:
            events += decoder.feed(chunk)
    except EventTooLong as problem:
        return events + problem.events, True
    return events, False
