"""Every case of the standard, however the stream is cut."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest

from infinity_assistant._streaming.sse import Decoder

from .material import CASES, chunks_of, decode, find_expected, pieces

each_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


def check(case: Dict[str, Any], chunks: List[bytes]) -> None:
    decoder = Decoder()
    assert decode(decoder, chunks) == find_expected(case)
    assert decoder.last_event_id == case["final_last_event_id"]
    assert case["final_retry"] in ("any", decoder.retry)


@each_case
def test_chunks_as_they_were_recorded(case: Dict[str, Any]) -> None:
    """The events, the last event id and the reconnection time are those of the standard."""
    check(case, chunks_of(case))


@each_case
@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1 << 20])
def test_chunks_of_one_size(case: Dict[str, Any], size: int) -> None:
    """It makes no difference whether a stream comes whole or in small pieces."""
    check(case, pieces(b"".join(chunks_of(case)), size))


@each_case
def test_every_two_way_split(case: Dict[str, Any]) -> None:
    """There is no place at which a cut would change the events."""
    stream = b"".join(chunks_of(case))
    for cut in range(len(stream) + 1):
        check(case, [stream[:cut], stream[cut:]])


@pytest.mark.parametrize("case_id", [name for name, case in CASES.items() if "min_events_after_chunk" in case])
def test_events_come_out_as_soon_as_they_are_complete(case_id: str) -> None:
    """No event waits for a chunk that it does not need."""
    decoder, count = Decoder(), 0
    for chunk, least in zip(chunks_of(CASES[case_id]), CASES[case_id]["min_events_after_chunk"]):
        count += len(decoder.feed(chunk))
        assert count >= least


def test_the_file_of_cases_is_whole() -> None:
    """A case that went missing would be a promise that nobody checks."""
    assert len(CASES) == 100
