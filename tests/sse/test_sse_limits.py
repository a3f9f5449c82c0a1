"""Long streams: the time they take is linear, the memory they take is bounded."""

from __future__ import annotations

import pickle
import tracemalloc
from typing import Callable, Iterable, Iterator, List

import pytest

from infinity_assistant._streaming.sse import Decoder, Event, EventTooLong

from .material import BIG, decode, decode_within, generate_chunks, pieces

MIB = 1 << 20


@pytest.fixture
def peak() -> Iterator[Callable[[], int]]:
    """The most memory that was in use since the test began, in bytes."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()


# Tracing memory line by line takes its time, so the limit is lower where there is a million of them.
ENDLESS = {"big-64mb-single-line": 16 * MIB, "big-64mb-no-newline": 16 * MIB, "big-64mb-many-data-lines": MIB}


@pytest.mark.parametrize(("case_id", "limit"), ENDLESS.items())
def test_an_endless_event_is_refused_in_bounded_memory(case_id: str, limit: int, peak: Callable[[], int]) -> None:
    """At the limit the decoder says so, instead of filling the memory."""
    with pytest.raises(EventTooLong, match=f"longer than {limit} bytes"):
        decode(Decoder(limit), generate_chunks(BIG[case_id]))
    assert peak() < BIG[case_id]["limits"]["peak_mb_over_start"] * limit / 16


def test_the_limit_is_16_mib_unless_it_is_set() -> None:
    assert Decoder().limit == 16 * MIB


def test_a_million_chunks_of_one_byte_make_one_event() -> None:
    """Quadratic work would never come to the end of this stream."""
    case = BIG["big-1mb-one-byte-chunks"]
    [event] = decode(Decoder(), generate_chunks(case))
    assert event.data == "x" * case["expect_len"]


def test_an_event_just_within_the_limit_arrives_in_small_chunks() -> None:
    limit = 16 * MIB
    stream = b"data: " + b"x" * (limit - 6) + b"\n\n"
    [event] = decode(Decoder(), pieces(stream, 1024))
    assert len(event.data) == limit - 6


def many_comments() -> Iterable[bytes]:
    return ((b": still there" + b"." * 1008 + b"\n\n") * 64 for _ in range(1024))


def one_endless_comment() -> Iterator[bytes]:
    yield b"\xef\xbb\xbf:"
    for _ in range(1024):
        yield b"." * 65536
    yield b"\n"


@pytest.mark.parametrize("comments", [many_comments, one_endless_comment])
def test_64_mib_of_comments_grow_nothing(comments: Callable[[], Iterable[bytes]], peak: Callable[[], int]) -> None:
    """Heartbeats may go on for ever."""
    decoder = Decoder()
    assert decode(decoder, comments()) == []
    assert peak() < MIB
    assert decoder.feed(b"data: ok\n\n") == [Event("message", "ok", "")]


def test_blank_lines_grow_nothing(peak: Callable[[], int]) -> None:
    assert decode(Decoder(), [b"id: 7\n", *[b"\r\n" * 4096] * 64]) == []
    assert peak() < MIB / 4


def test_empty_data_lines_take_no_more_memory_than_their_text(peak: Callable[[], int]) -> None:
    [event] = decode(Decoder(), [b"data\n" * 1024] * 64 + [b"\n"])
    assert event.data == "\n" * (64 * 1024 - 1)
    assert peak() < MIB / 2


LONG: List[bytes] = [
    b"data: 123456789\n\n",
    b"data:1234567890\n\n",
    b"data: 1234\ndata: 56789\n\n",
    b"event: 12345678\ndata: 1\n\n",
    b"id: 12345678901\ndata: 1\n\n",
    b"unknown: 123456\ndata: 1\n\n",
]


@pytest.mark.parametrize("stream", LONG)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_whatever_makes_an_event_long_counts(stream: bytes, size: int) -> None:
    """Data so far and the line at hand; it makes no difference how the stream is cut."""
    assert decode_within(14, pieces(stream, size)) == ([], True)
    assert len(decode_within(19, pieces(stream, size))[0]) == 1


def test_events_before_the_one_that_is_too_long_are_not_lost() -> None:
    """The error brings along what the same chunk completed."""
    for size in (1, 100):
        found = decode_within(10, pieces(b"data: a\n\ndata: b\n\ndata: much too long\n\n", size))
        assert found == ([Event(data="a"), Event(data="b")], True)


def test_the_limit_is_for_one_event_not_for_the_stream() -> None:
    assert decode_within(10, [b"data: abc\n\n" * 1000]) == ([Event(data="abc")] * 1000, False)


def test_comments_do_not_count() -> None:
    assert decode_within(10, pieces(b": a long comment\ndata: a\n: another one\n\n", 4)) == ([Event(data="a")], False)


def test_the_error_pickles() -> None:
    problem = pickle.loads(pickle.dumps(EventTooLong(5, [Event(data="a")])))
    assert (problem.limit, problem.events, str(problem)) == (5, [Event(data="a")], str(EventTooLong(5, [])))
