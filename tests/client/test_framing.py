"""Bodies of responses end where RFC 9112 says, wherever the network cuts them."""

from __future__ import annotations

from typing import List, Tuple

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant._http.framing import BodyReader, ChunkedBodyReader, SizedBodyReader, make_body_reader

CHUNKS = st.lists(
    st.tuples(st.binary(min_size=1, max_size=40), st.sampled_from([b"", b";x=1", b" ", b'; y="z"'])), max_size=5
)


def frame(chunks: List[Tuple[bytes, bytes]], trailers: bytes) -> bytes:
    """Return a chunked body."""
    return (
        b"".join(b"%x%s\r\n%s\r\n" % (len(d), extension, d) for d, extension in chunks) + b"0\r\n" + trailers + b"\r\n"
    )


def feed(body: BodyReader, wire: bytes, size: int) -> bytes:
    """Feed `wire` in pieces of `size` bytes and return what came out."""
    return b"".join(body.feed(wire[at : at + size]) for at in range(0, len(wire), size))


@given(chunks=CHUNKS, trailers=st.sampled_from([b"", b"a: b\r\n", b"a: b\r\nc: d\r\n"]), size=st.integers(1, 50))
def test_chunks_are_joined_wherever_they_are_cut(chunks: List[Tuple[bytes, bytes]], trailers: bytes, size: int) -> None:
    """The body is what the chunks hold."""
    body = ChunkedBodyReader()
    wire = frame(chunks, trailers)
    assert feed(body, wire, size) == b"".join(data for data, _ in chunks)
    assert body.complete and body.failure is None and not body.surplus


@given(chunks=CHUNKS, cut=st.integers(1, 60), size=st.integers(1, 50))
def test_a_cut_body_is_never_complete(chunks: List[Tuple[bytes, bytes]], cut: int, size: int) -> None:
    """Every byte counts, the last two line ends too."""
    body = ChunkedBodyReader()
    feed(body, frame(chunks, b"")[:-cut], size)
    body.close()
    assert not body.complete and body.failure


@given(chunks=CHUNKS, at=st.integers(0), byte=st.sampled_from(b"\r0fz;: "), size=st.integers(1, 30))
def test_nothing_is_taken_for_whole_that_h11_refuses(
    chunks: List[Tuple[bytes, bytes]], at: int, byte: int, size: int
) -> None:
    """h11 is the older reader, and tried more widely: a body with one wrong byte is read as h11 reads it, or not."""
    wire = bytearray(frame(chunks, b""))
    wire[at % len(wire)] = byte
    body = ChunkedBodyReader()
    ours = feed(body, bytes(wire), size)
    assert not body.complete or ours == read_by_h11(bytes(wire))


def read_by_h11(wire: bytes) -> bytes:
    """Return the body that h11 reads."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("host", "x")]))
    connection.send(h11.EndOfMessage())
    connection.receive_data(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + wire)
    pieces = []
    while type(event := connection.next_event()) is not h11.EndOfMessage:
        assert event is not h11.NEED_DATA
        pieces.append(bytes(getattr(event, "data", b"")))
    return b"".join(pieces)


@pytest.mark.parametrize(
    "bad", [b"x\r\n", b"-1\r\n", b"0x5\r\n", b"5\n", b"\r\n", b"11111111111111111\r\n", b"1;" + b"a" * 5000]
)
def test_a_size_that_is_none_is_refused(bad: bytes) -> None:
    """What came before is good and is handed out first."""
    body = ChunkedBodyReader()
    assert body.feed(b"2\r\nHi\r\n" + bad) == b"Hi"
    assert body.failure == "a chunk has no valid size" and not body.complete


def test_a_chunk_longer_than_its_size_is_refused() -> None:
    """Else its rest would be read as the next size."""
    body = ChunkedBodyReader()
    assert body.feed(b"2\r\nHi!\r\n0\r\n\r\n") == b"Hi"
    assert body.failure == "a chunk is longer than its size"


@pytest.mark.parametrize(
    "status, headers, kind",
    [
        (200, [(b"transfer-encoding", b"chunked"), (b"content-length", b"3")], ChunkedBodyReader),
        (200, [(b"content-length", b"3")], SizedBodyReader),
        (204, [(b"content-length", b"3")], SizedBodyReader),
        (200, [], BodyReader),
    ],
)
def test_the_head_decides_how_the_body_ends(status: int, headers: List[Tuple[bytes, bytes]], kind: type) -> None:
    """RFC 9112, section 6.3: a response without content, then chunks, then a length, then the end of the connection."""
    body = make_body_reader(status, headers)
    assert type(body) is kind
    assert body.complete == (status == 204)


def test_a_body_of_known_length_leaves_what_is_behind_it() -> None:
    """A connection with something unasked for in it is not used again."""
    body = SizedBodyReader(3)
    assert body.feed(b"ab") + body.feed(b"cd") == b"abc"
    assert (body.complete, body.surplus) == (True, b"d")
