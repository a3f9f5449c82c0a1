"""What a server speaks is named in plain words, and what it says is not quoted."""

from __future__ import annotations

from typing import Any, List

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant import InfinityAssistantNetworkError, InfinityAssistantResponseError, api
from infinity_assistant._http.headers import find_media_type
from infinity_assistant._http.http1 import HTTP11Connection, ProtocolError
from infinity_assistant._http.request import Request
from tests.reliability.certificates import Certificates
from tests.reliability.responses import CHAT, HELLO, response, stream
from tests.reliability.server import FaultServer
from tests.reliability.steps import close, read, send

from .play import Events, Steps, every_backend, play

HTTP2_SETTINGS = b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + bytes(18)
HTTP2_GOAWAY = b"\x00\x00\x08\x07\x00\x00\x00\x00\x00" + bytes(8)
ALERT = b"\x15\x03\x01\x00\x02\x02\x46"

STRANGE = {
    "http2": (HTTP2_SETTINGS, "does not speak HTTP/1.1, but HTTP/2"),
    "http2-goaway": (HTTP2_GOAWAY, "does not speak HTTP/1.1, but HTTP/2"),
    "tls": (ALERT, "but TLS: base_url should begin with https://"),
    "ssh": (b"SSH-2.0-OpenSSH_9.6\r\n", "the connection was closed before the head of a response came"),
    "folded": (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "the head of the response is not valid HTTP/1.1"),
    "huge": (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70_000, "the head of the response is larger than 65536 bytes"),
}


@every_backend
@pytest.mark.parametrize("name", STRANGE)
def test_another_protocol_is_named(backend: str, name: str) -> None:
    wire, words = STRANGE[name]

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError) as caught:
            yield client.health()
        assert words in str(caught.value)
        assert f"127.0.0.1:{server.port}" in str(caught.value)

    with FaultServer([read, send(wire), close]) as server:
        play(backend, steps, server.url)


@given(st.binary(max_size=200))
def test_no_message_quotes_what_arrived_or_speaks_of_the_parser(wire: bytes) -> None:
    connection = HTTP11Connection()
    connection.begin(Request("GET", "/", [(b"host", b"x")], b""))
    try:
        connection.receive(b"HTTP/1.1 200 OK\r\n" + wire + b"\r\n\r\n")
        connection.head()
    except ProtocolError as exc:
        assert "bytearray" not in str(exc)
        assert "b'" not in str(exc)
        assert exc.__cause__ is None


@every_backend
def test_the_reason_of_tls_is_kept(backend: str, certificates: Certificates) -> None:
    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError) as caught:
            yield client.health()
        assert "certificate verify failed" in str(caught.value)
        assert "_ssl.c" not in str(caught.value)
        assert str(caught.value).startswith(f"could not connect to 127.0.0.1:{server.port}: ")

    with FaultServer(tls=certificates.context("untrusted")) as server:
        play(backend, steps, server.url)


HEADS: List[Any] = [(b"host", b"x"), (b"content-type", b"application/json"), (b"content-length", b"11")]


def test_a_request_is_written_as_h11_writes_it() -> None:
    """The body is appended to what h11 makes of the head."""
    body = b'{"a":"b c"}'
    ours = HTTP11Connection().begin(Request("POST", "/api/chat", HEADS, body))
    theirs = h11.Connection(h11.CLIENT)
    events = [h11.Request(method="POST", target="/api/chat", headers=HEADS), h11.Data(data=body), h11.EndOfMessage()]
    assert bytes(ours) == b"".join(theirs.send(event) or b"" for event in events)  # type: ignore[arg-type]
    assert "application" not in repr(ours)


@every_backend
@pytest.mark.parametrize("streamed", [False, True], ids=["call", "stream"])
def test_a_part_that_was_not_asked_for_is_no_success(backend: str, streamed: bool) -> None:
    """Of a call as of a stream."""

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantResponseError, match="206, but with a part of the content") as caught:
            yield Events(client.chat_stream("hi")) if streamed else client.chat("hi")
        assert caught.value.status_code == 206

    script = stream(HELLO) if streamed else response(CHAT)
    with FaultServer([read, send(script.replace(b" 200 ", b" 206 ", 1))]) as server:
        play(backend, steps, server.url)


@every_backend
@pytest.mark.parametrize("streamed", [False, True], ids=["call", "stream"])
def test_a_content_type_that_was_doubled_is_one(backend: str, streamed: bool) -> None:
    def steps(client: Any) -> Steps:
        if streamed:
            assert (yield Events(client.chat_stream("hi")))[-1].type == "done"
        else:
            assert (yield client.request(api.export_usage(format="csv"))).parsed == "a,b\n"

    kind = "text/event-stream" if streamed else "text/csv"
    script = stream(HELLO) if streamed else response(b"a,b\n", content_type=kind)
    with FaultServer([read, send(script.replace(b"\r\n", f"\r\nContent-Type: {kind}\r\n".encode(), 1))]) as server:
        play(backend, steps, server.url)


@pytest.mark.parametrize(
    ("value", "media_type"),
    [
        ("text/CSV; charset=utf-8", "text/csv"),
        ("text/csv, text/csv;header=present", "text/csv"),
        ("text/csv, text/html", ""),
        ("", ""),
    ],
)
def test_a_content_type_is_read_in_one_place(value: str, media_type: str) -> None:
    assert find_media_type({"content-type": value}) == media_type
