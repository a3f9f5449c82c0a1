"""A call that was made by hand is checked before anything is sent, and nothing foreign leaves the client."""

from __future__ import annotations

from typing import Any, Dict

import pytest

import infinity_assistant as ia
from infinity_assistant.call import Call, Operation, StreamEvent
from tests.client.conftest import Connect
from tests.client.wire import WireServer


def get(where: str, **given: Any) -> Any:
    return Call(Operation("x", "GET", where), **given)


WRONG: Dict[str, Any] = {
    "no-call": ("chat", "is a Python str"),
    "no-operation": (Call("chat"), "str for its operation"),  # type: ignore[arg-type]
    "method-lower": (Call(Operation("x", "get", "/a")), "the method 'get'"),
    "method-line": (Call(Operation("x", "GET\r\nX: y", "/a")), "the method"),
    "method-connect": (Call(Operation("x", "CONNECT", "/a")), "the method"),
    "path-bare": (get("a"), "begins with a slash"),
    "path-host": (get("@evil.example/a"), "begins with a slash"),
    "path-line": (get("/a\r\nX: y"), "the path"),
    "path-space": (get("/a b"), "the path"),
    "path-unicode": (get("/\xe9"), "the path"),
    "path-query": (get("/a?b=1"), "query="),
    "path-unfilled": (get("/a/{id}"), "no value for {id}"),
    "path-unknown": (get("/a", path={"id": "1"}), "a value for 'id'"),
    "query-list": (get("/a", query=[("b", 1)]), "query that are no mapping"),
    "media-line": (Call(Operation("x", "POST", "/a", media_type="a/b\r\nX: y"), body="c"), "the media type"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_sent_names_what_is_wrong(connect: Connect, wire: WireServer, name: str) -> None:
    call, problem = WRONG[name]
    client = connect(base_url=wire.url)
    for send in (client.request, client.stream):
        with pytest.raises(ia.InfinityAssistantArgumentError, match=problem) as caught:
            send(call)
        assert caught.value.argument == "call"
    assert wire.heard == []


@pytest.mark.parametrize("headers", [{"X-A": "b\r\nX-C: d"}, {"X-A": "\xe9"}, {"X-A": 1}, {"X A": "b"}, {"Host": "b"}])
def test_its_headers_are_checked_as_those_of_the_caller(connect: Connect, wire: WireServer, headers: Any) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match="headers"):
        connect(base_url=wire.url).request(get("/a", headers=headers))
    assert wire.heard == []


@pytest.mark.parametrize("read", [lambda data: data["missing"], lambda data: data.missing, 5])
def test_a_reader_that_fails_says_that_the_response_is_not_what_it_reads(
    connect: Connect, wire: WireServer, read: Any
) -> None:
    client = connect(base_url=wire.say({"a": 1}).url)
    with pytest.raises(ia.InfinityAssistantResponseError, match="not what x reads") as caught:
        client.request(Call(Operation("x", "GET", "/a", read=read)))
    assert type(caught.value.__cause__) in (KeyError, AttributeError, TypeError)


def test_a_reader_of_an_event_that_fails_ends_the_stream(connect: Connect, wire: WireServer) -> None:
    events = {"tick": StreamEvent("tick", "tick", lambda data: data["missing"])}
    client = connect(base_url=wire.stream('event: tick\ndata: {"a": 1}\n\n').url)
    with pytest.raises(ia.InfinityAssistantStreamError, match="KeyError"):
        client.stream(Call(Operation("x", "GET", "/a", events=events))).collect()


@pytest.mark.parametrize("headers", [{}, {"content-encoding": "gzip"}])
def test_head_has_no_body(connect: Connect, wire: WireServer, headers: Dict[str, str]) -> None:
    client = connect(base_url=wire.say({"a": 1}, headers=headers).say({"b": 2}).url, max_retries=0)
    response = client.request(Call(Operation("x", "HEAD", "/a")))
    assert (response.parsed, response.status_code, response.content) == (None, 200, b"")
    assert client.request(get("/b")).parsed == {"b": 2}


def test_a_parameter_of_its_path_may_have_any_name(connect: Connect, wire: WireServer) -> None:
    connect(base_url=wire.say({}).url).request(get("/a/{größe}", path={"größe": "5"}))
    assert wire.heard[0].path == "/api/a/5"
