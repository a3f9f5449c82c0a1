"""Any stream, cut anywhere, gives the events of a decoder that is too simple to be wrong."""

from __future__ import annotations

import re
from typing import List, Optional, Tuple

from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant._streaming.sse import Decoder, Event

from .material import decode, decode_within


def reference(stream: bytes) -> Tuple[List[Event], str, Optional[int]]:
    """Section 9.2.6 of the standard, word by word, on the whole stream at once."""
    text = stream.decode("utf-8", "replace")
    lines = re.split("\r\n|\r|\n", text[1:] if text[:1] == "\ufeff" else text)[:-1]
    events: List[Event] = []
    data, event, id_buffer, last_id, retry = "", "", "", "", None
    for line in lines:
        name, _, value = line.partition(":")
        value = value[1:] if value[:1] == " " else value
        if line == "":
            last_id = id_buffer
            if data:
                events.append(Event(event or "message", data[:-1], last_id))
            data, event = "", ""
        elif name == "data":
            data += value + "\n"
        elif name == "event":
            event = value
        elif name == "id" and "\0" not in value:
            id_buffer = value
        elif name == "retry" and re.fullmatch("[0-9]+", value):
            retry = int(value)
    return events, last_id, retry


ends = st.sampled_from([b"\n", b"\r", b"\r\n", b"\n\n", b"\r\n\r\n"])
names = st.sampled_from([b"data", b"data", b"data", b"event", b"id", b"retry", b"", b"Data", b"unknown"])
joints = st.sampled_from([b": ", b":", b"", b":  "])
odd = st.sampled_from([b"7", b"\0", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xf0\x9f", b"\xff", b"\xed\xa0"])
values = st.one_of(st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace")), odd)
lines = st.tuples(names, joints, values, ends).map(b"".join)
plain = st.sampled_from([b'event: chunk\ndata: {"text":"a"}\n\n', b"data: [DONE]\n\n", b": ping\n\n", b"\n"])
starts = st.sampled_from([b"", b"\xef\xbb\xbf", b"\xef\xbb", b"\xef\xbb\xbf\xef\xbb\xbf"])
streams = st.tuples(starts, st.lists(st.one_of(lines, plain, ends), max_size=24).map(b"".join)).map(b"".join)


@st.composite
def cut_streams(draw: st.DrawFn) -> Tuple[bytes, List[bytes]]:
    stream = draw(st.one_of(streams, st.binary(max_size=60)))
    cuts = sorted(draw(st.lists(st.integers(0, len(stream)), max_size=12)))
    return stream, [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)])]


@given(cut_streams())
def test_any_chunking_gives_the_events_of_the_standard(sample: Tuple[bytes, List[bytes]]) -> None:
    """Empty chunks included."""
    stream, chunks = sample
    decoder = Decoder()
    assert (decode(decoder, chunks), decoder.last_event_id, decoder.retry) == reference(stream)


@given(streams)
def test_byte_by_byte_gives_the_events_of_the_standard(stream: bytes) -> None:
    decoder = Decoder()
    assert decode(decoder, [bytes([byte]) for byte in stream]) == reference(stream)[0]


@given(cut_streams(), st.integers(1, 40))
def test_any_chunking_refuses_the_same_events(sample: Tuple[bytes, List[bytes]], limit: int) -> None:
    """Where a stream is cut decides neither whether an event is too long nor what was read before."""
    stream, chunks = sample
    assert decode_within(limit, chunks) == decode_within(limit, [stream])
