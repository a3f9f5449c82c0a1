"""Content is read as far as it goes: not behind its end, and never larger than allowed."""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc
import zlib
from typing import Any, List

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant import InfinityAssistantResponseError
from infinity_assistant._http.content_decoding import MAX_MEMBERS, ContentError, ContentReader
from tests.reliability.responses import HEALTH, dump, head, response
from tests.reliability.server import FaultServer
from tests.reliability.steps import read, repeat, send

from .play import Steps, every_backend, play

GZIP = {"Content-Encoding": "gzip"}


def read_content(pieces: List[bytes], limit: int = 1 << 20) -> bytes:
    reader = ContentReader("gzip", limit)
    for piece in pieces:
        reader.feed(piece)
    return reader.finish()


@given(parts=st.lists(st.binary(max_size=300), min_size=1, max_size=5), size=st.integers(1, 100))
def test_a_gzip_file_of_several_members_is_read_as_the_standard_library_reads_it(parts: List[bytes], size: int) -> None:
    wire = b"".join(gzip.compress(part) for part in parts)
    pieces = [wire[at : at + size] for at in range(0, len(wire), size)]
    assert read_content(pieces) == gzip.decompress(wire) == b"".join(parts)


@pytest.mark.parametrize("tail", [b"\0", b"\0" * 1000, b"garbage", b"\x1f", b"\x1f\x8b\x08"])
def test_what_follows_the_end_of_a_gzip_file_is_an_error(tail: bytes) -> None:
    with pytest.raises(ContentError):
        read_content([gzip.compress(b"{}"), tail])


def test_a_gzip_file_that_ends_too_early_is_an_error() -> None:
    wire = gzip.compress(b"x" * 1000)
    for end in range(1, len(wire)):
        with pytest.raises(ContentError, match="not complete"):
            read_content([wire[:end]])


def test_a_gzip_file_of_very_many_members_is_refused_before_they_take_long() -> None:
    empty = gzip.compress(b"")
    assert read_content([empty * MAX_MEMBERS]) == b""
    began = time.process_time()
    with pytest.raises(ContentError, match="follow the end"):
        read_content([empty * 13_000] * 10)
    assert time.process_time() - began < 1


def test_a_bomb_is_decompressed_no_farther_than_allowed() -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    wire = bomb.compress(bytes(100_000_000)) + bomb.flush()
    tracemalloc.start()
    with pytest.raises(ContentError, match="larger than 1000000 bytes"):
        read_content([wire], 1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000


@every_backend
def test_two_members_are_one_response(backend: str) -> None:
    body = dump(HEALTH)

    def steps(client: Any) -> Steps:
        assert (yield client.health()).status == "healthy"

    with FaultServer(
        [read, send(response(gzip.compress(body[:20]) + gzip.compress(body[20:]), headers=GZIP))]
    ) as server:
        play(backend, steps, server.url)


@every_backend
def test_a_flood_behind_the_end_of_the_content_ends_the_call_at_once(backend: str) -> None:
    """It is neither kept, which cost its square in time, nor counted as a success."""
    first = head(headers={**GZIP, "Content-Type": "application/json"}) + gzip.compress(dump(HEALTH))

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantResponseError, match="bytes follow the end of its compressed body"):
            yield client.health()

    with FaultServer([read, send(first), repeat(bytes(65536), total=100_000_000)]) as server:
        began = time.monotonic()
        play(backend, steps, server.url, timeout=20)
        assert time.monotonic() - began < 2


NESTS = {"lists": b"[],", "objects": b"{},", "fields": b'{"a":0},', "texts": b'"a",', "numbers": b"1e9,"}


@pytest.mark.parametrize("name", NESTS)
def test_json_takes_no_more_memory_than_the_bound_allows(name: str) -> None:
    """Two bytes of an empty list are 64 in memory: what the bound lets through stays within 12 times of it."""
    limit = 1_000_000
    value = NESTS[name]
    most = 0
    for share in (0.1, 0.3, 0.99):
        content = b"[" + value * int(limit * share / len(value)) + b"0]"
        reader = ContentReader("", limit)
        reader.feed(content)
        try:
            reader.finish()
        except ContentError as exc:
            assert "more values" in str(exc)
            continue
        tracemalloc.start()
        kept = json.loads(content)
        most = max(most, tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert kept[-1] == 0
    assert 0 < most < 13 * limit


@pytest.mark.parametrize("content", [b"a,b\n" * 200_000, b'{"text":"' + b"word, " * 100_000 + b'"}'])
def test_texts_with_many_commas_are_read(content: bytes) -> None:
    reader = ContentReader("", 1_000_000)
    reader.feed(content)
    assert reader.finish() == content


@every_backend
def test_a_small_file_that_stands_for_very_many_values_is_refused_in_time(backend: str) -> None:
    """59 KB of gzip once made 1.5 GB of lists, long after the deadline."""
    bomb = gzip.compress(b"[" + b"[]," * 5_000_000 + b"0]")

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantResponseError, match=r"see max_response_bytes"):
            yield client.health()

    with FaultServer([read, send(response(bomb, headers=GZIP))]) as server:
        began = time.monotonic()
        play(backend, steps, server.url)
        assert time.monotonic() - began < 3
