"""h11 writes the head of a request once. What is sent is the same as if it wrote each of them."""

from __future__ import annotations

import traceback
from typing import List, Tuple

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant._http.headers import RawHeaders
from infinity_assistant._http.http1 import HTTP11Connection
from infinity_assistant._http.request import Request, RequestWriter

KEY = b"ia_secret_of_alice"
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"


def make_request(
    body: bytes = b"",
    key: bytes = KEY,
    idempotency_key: bytes = b"1-2",
    target: str = "/api/chat",
    method: str = "POST",
) -> Request:
    headers: RawHeaders = [(b"host", b"localhost"), (b"content-length", b"%d" % len(body)), (b"x-api-key", key)]
    return Request(method, target, [*headers, (b"idempotency-key", idempotency_key)], body)


def read_by_h11(wire: bytes) -> Tuple[bytes, bytes, List[Tuple[bytes, bytes]], bytes]:
    """Return what a server reads: method, target, headers in the order of their names, body."""
    server = h11.Connection(h11.SERVER)
    server.receive_data(wire)
    request, body, event = server.next_event(), b"", server.next_event()
    assert isinstance(request, h11.Request)
    while isinstance(event, h11.Data):
        body += bytes(event.data)
        event = server.next_event()
    assert isinstance(event, h11.EndOfMessage)
    assert server.trailing_data == (b"", False)
    return request.method, request.target, sorted(request.headers), body


TOKENS = st.text("ab-1", min_size=1, max_size=4).map(str.encode)
REQUESTS = st.builds(
    make_request,
    body=st.binary(max_size=3),
    key=TOKENS,
    idempotency_key=TOKENS,
    target=st.sampled_from(["/", "/a", "/a?b=1"]),
    method=st.sampled_from(["POST", "PUT"]),
)


@given(st.lists(REQUESTS, min_size=1, max_size=8))
def test_each_request_of_a_connection_is_written_as_it_is(requests: List[Request]) -> None:
    writer = RequestWriter()
    for request in requests:
        expected = (request.method.encode(), request.target.encode(), sorted(request.headers), request.body)
        assert read_by_h11(writer.write(request)) == expected


def test_a_head_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = RequestWriter()
    writer.write(make_request(b"one"))
    monkeypatch.setattr(h11, "Request", None)
    assert writer.write(make_request(b"three", idempotency_key=b"3-4")).endswith(b"idempotency-key: 3-4\r\n\r\nthree")


@pytest.mark.parametrize("value", [b"1\r\nX-Evil: 1", b"1\n", b"\0", b"1\r"])
@pytest.mark.parametrize("name", ["key", "idempotency_key"])
def test_a_header_cannot_end_early(name: str, value: bytes) -> None:
    writer = RequestWriter()
    writer.write(make_request())
    with pytest.raises(h11.LocalProtocolError):
        writer.write(make_request(**{name: value}))  # type: ignore[arg-type]


def test_two_headers_are_not_one_that_looks_like_them() -> None:
    writer = RequestWriter()
    writer.write(Request("GET", "/", [(b"host", b"x"), (b"a", b"1"), (b"b", b"2")], b""))
    with pytest.raises(h11.LocalProtocolError):
        writer.write(Request("GET", "/", [(b"host", b"x"), (b"a", b"1\r\nb: 2")], b""))


def test_what_is_kept_does_not_show() -> None:
    writer = RequestWriter()
    written = writer.write(make_request())
    shown = [repr(written), repr(writer), *(repr(getattr(writer, name)) for name in RequestWriter.__slots__)]
    try:
        writer.write(make_request(b"private words", target="/ /"))
    except h11.LocalProtocolError as exc:
        frames = traceback.TracebackException.from_exception(exc, capture_locals=True).stack
        shown += [text for frame in frames if "h11" not in frame.filename for text in (frame.locals or {}).values()]
    assert len(shown) > 4
    assert not [text for text in shown if KEY.decode() in text or "private words" in text]


@pytest.mark.parametrize("interim", [0, 1, 3])
def test_a_head_is_read_wherever_it_is_cut(interim: int) -> None:
    wire = INTERIM * interim + RESPONSE
    for cut in range(1, len(wire)):
        connection = HTTP11Connection()
        connection.begin(make_request())
        for part in (wire[:cut], wire[cut:]):
            connection.receive(part)
            connection.head()
        head = connection.head()
        assert head is not None
        assert head.status == 200
        assert connection.body() == (b"{}", True)
        assert connection.again()
