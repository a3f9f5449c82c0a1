"""Heads that are written and read without h11 are those that h11 would have written and read."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant._http.plain_heads import read_head, write_head

Headers = List[Tuple[bytes, bytes]]
LONGEST = 65536

ODD = st.sampled_from([b"\r\n", b"\n", b"\r", b"\0", b"\t", b" ", b"\x7f", b"\x0b", b"\xff", b":", b",", b"5", b"x"])
PIECES = st.lists(st.one_of(ODD, st.binary(max_size=4), st.sampled_from([b"5", b"chunked", b"5, 5"])), max_size=4)
VALUES = PIECES.map(b"".join)
NAMES = st.one_of(
    st.sampled_from(
        [b"content-length", b"Transfer-Encoding", b"Content-Length", b"connection", b"x-a", b"X-B", b"host"]
    ),
    st.binary(max_size=3),
)
HEADERS = st.lists(st.tuples(NAMES, VALUES), max_size=4)
PLAIN = [(b"host", b"example.org"), (b"content-length", b"2"), (b"x-api-key", b"ia_1"), (b"x-empty", b"")]


def write_with_h11(method: str, target: str, headers: Headers) -> Optional[bytes]:
    try:
        request = h11.Request(method=method, target=target, headers=headers)
        return h11.Connection(h11.CLIENT).send(request)
    except h11.LocalProtocolError:
        return None


def read_with_h11(data: bytes) -> Any:
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=LONGEST)
    connection.send(h11.Request(method="GET", target="/", headers=[("host", "x")]))
    try:
        connection.receive_data(data)
        event = connection.next_event()
    except h11.RemoteProtocolError:
        return None
    if not isinstance(event, h11.Response):
        return None
    assert event.http_version == b"1.1"
    return event.status_code, list(event.headers), connection.trailing_data[0]


def test_a_usual_request_is_written_as_h11_writes_it() -> None:
    assert write_head("POST", "/api/chat", PLAIN) == write_with_h11("POST", "/api/chat", PLAIN) is not None


@given(
    headers=HEADERS,
    method=st.sampled_from(["GET", "POST", "G T", ""]),
    target=st.sampled_from(["/a", "/a b", "/é", "", "/a\r\nx: y"]),
    first=st.sampled_from([[(b"host", b"x")], [(b"host", b"")], []]),
)
def test_what_is_written_h11_would_have_written(headers: Headers, method: str, target: str, first: Headers) -> None:
    written = write_head(method, target, first + headers)
    assert written is None or written == write_with_h11(method, target, first + headers)


@pytest.mark.parametrize(
    "odd",
    [
        (b"x-a", b"1\r\nx-b: 2"),
        (b"x-a", b"1\nx-b: 2"),
        (b"x-a", b" 1"),
        (b"x-a", b"1\0"),
        (b"x\r\ny", b"1"),
        (b"X-A", b"1"),
        (b"host", b"other.example"),
        (b"transfer-encoding", b"chunked"),
        (b"content-length", b"2, 2"),
    ],
)
def test_a_request_that_is_not_as_usual_is_left_to_h11(odd: Tuple[bytes, bytes]) -> None:
    assert write_head("POST", "/api/chat", [*PLAIN[:1], odd]) is None
    assert write_head("POST", "/api/chat", [odd, *PLAIN]) is None


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length:  2 \r\nX-Empty:\r\nDate: Mon, 1\r\n\r\n"


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        HEAD + b"ok",
        HEAD + HEAD,
        b"HTTP/1.1 404 \r\nA: b\r\nA: c\r\n\r\n",
        b"HTTP/1.1 204\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 599 caf\xe9 \t\r\nset-cookie: a=b\xe9; c\t\r\n\r\n",
    ],
)
def test_a_usual_response_is_read_as_h11_reads_it(head: bytes) -> None:
    read = read_head(head, LONGEST)
    assert read is not None
    assert read == read_with_h11(head)


@given(
    headers=HEADERS,
    status=st.sampled_from(
        [b"HTTP/1.1 200 OK", b"HTTP/1.1 503 ", b"HTTP/1.1 100 x", b"HTTP/1.0 200 OK", b"HTTP/1.1 2000"]
    ),
    reason=VALUES,
    end=st.sampled_from([b"\r\n\r\n", b"\n\n", b"\r\n", b"\r\n\r\nrest", b"\r\n\n"]),
)
def test_what_is_read_h11_would_have_read(headers: Headers, status: bytes, reason: bytes, end: bytes) -> None:
    lines = b"\r\n".join([status + reason, *(b"%b:%b" % pair for pair in headers)])
    read = read_head(lines + end, LONGEST)
    assert read is None or read == read_with_h11(lines + end)


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        HEAD[:-1],
        HEAD.replace(b"1.1", b"1.0"),
        HEAD.replace(b"200", b"100"),
        HEAD.replace(b"Content-Type", b" Content-Type"),
        HEAD.replace(b"X-Empty", b"Content-Length: 2\r\nX-Empty"),
        HEAD.replace(b"X-Empty", b"Transfer-Encoding: gzip\r\nX-Empty"),
        HEAD.replace(b"  2", b"-2"),
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * LONGEST + b"\r\n\r\n",
    ],
)
def test_a_response_that_is_not_as_usual_is_left_to_h11(odd: bytes) -> None:
    assert read_head(odd, LONGEST) is None
