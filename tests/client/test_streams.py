"""A response that arrives piece by piece."""

from __future__ import annotations

import json

import pytest

from infinity_assistant import (
    InfinityAssistantNotFoundError,
    InfinityAssistantResponseError,
    InfinityAssistantServerError,
    InfinityAssistantStreamError,
    InfinityAssistantStreamInterruptedError,
)

from .conftest import Connect
from .wire import CHAT, DONE, START, WireServer, event

HELLO = [event("chunk", {"text": "Hel"}), event("chunk", {"text": "lo"})]
DIALECTS = {
    "named": [START, *HELLO, DONE],
    "typed": [
        'data: {"type": "chunk", "content": "Hel"}\n\n',
        'data: {"type": "chunk", "content": "lo"}\n\n',
        'data: {"type": "complete", "message_id": "m1"}\n\n',
    ],
    "bare": [
        'data: {"content": "Hel"}\n\n',
        'data: {"content": "lo"}\n\n',
        'data: {"metadata": {"tokensUsed": 2}}\n\n',
        "data: [DONE]\n\n",
    ],
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_gives_the_same_text(connect: Connect, wire: WireServer, dialect: str) -> None:
    client = connect(base_url=wire.stream(*DIALECTS[dialect]).url)
    with client.chat_stream("Hi") as events:
        kinds = [chunk["type"] for chunk in events if chunk["type"] != "start"]
    assert kinds[:2] == ["text", "text"]
    assert kinds[-1] == "done"
    assert client.chat_stream("Hi").collect().text == "Hello"


def test_metadata_comes_just_before_done(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.stream(START, *HELLO, DONE).url)
    events = list(client.chat_stream("Hi"))
    assert [chunk.type for chunk in events] == ["start", "text", "text", "metadata", "done"]
    assert events[3].metadata.tokens_used == events[3]["metadata"]["tokensUsed"] == 2


def test_text_alone_can_be_iterated(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.stream(START, *HELLO, DONE).url)
    assert list(client.chat_stream("Hi").text) == ["Hel", "lo"]


def test_collect_reads_to_the_end(connect: Connect, wire: WireServer) -> None:
    response = connect(base_url=wire.stream(START, *HELLO, DONE).url).chat_stream("Hi").collect()
    assert (response.text, response.conversation_id, response.metadata.tokens_used) == ("Hello", "conv_1", 2)


def test_nothing_is_sent_before_the_first_event_is_asked_for(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.stream(START, DONE).url)
    stream = client.chat_stream("Hi")
    assert wire.heard == []
    next(stream)
    assert json.loads(wire.heard[0].body) == {"message": "Hi"}
    assert (stream.conversation_id, len(stream.attempts)) == ("conv_1", 1)
    stream.close()


def test_a_cut_response_never_looks_whole(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.stream(START, *HELLO).url)
    stream, seen = client.chat_stream("Hi"), []
    with pytest.raises(InfinityAssistantStreamInterruptedError, match="before the response was complete") as caught:
        for chunk in stream:
            seen.append(chunk.type)
    assert seen == ["start", "text", "text"]
    assert (caught.value.partial_text, caught.value.conversation_id) == ("Hello", "conv_1")
    assert len(wire.heard) == 1


def test_an_error_event_is_handed_over_and_going_on_raises(connect: Connect, wire: WireServer) -> None:
    failure = event("error", {"message": "An error occurred", "error": "AGENT_ERROR"})
    stream = connect(base_url=wire.stream(START, HELLO[0], failure).url).chat_stream("Hi")
    assert [next(stream).type for _ in range(3)] == ["start", "text", "error"]
    with pytest.raises(InfinityAssistantStreamError, match="An error occurred") as caught:
        next(stream)
    assert (caught.value.code, caught.value.partial_text) == ("AGENT_ERROR", "Hel")
    assert caught.value.retryable and "AGENT_ERROR" in str(caught.value)
    with pytest.raises(InfinityAssistantStreamError, match="An error occurred"):
        next(stream)


def test_what_is_new_arrives_as_an_unknown_event(connect: Connect, wire: WireServer) -> None:
    stream = connect(base_url=wire.stream(START, event("weather", {"sky": "blue"}), DONE).url).chat_stream("Hi")
    unknown = list(stream)[1]
    assert (unknown.type, unknown.name, unknown.data) == ("unknown", "weather", {"sky": "blue"})


def test_what_follows_done_is_not_waited_for(connect: Connect, wire: WireServer) -> None:
    stream = connect(base_url=wire.stream(START, DONE, event("chunk", {"text": "late"})).url).chat_stream("Hi")
    assert stream.collect().text == ""


def test_good_events_before_a_bad_one_are_delivered(connect: Connect, wire: WireServer) -> None:
    stream = connect(base_url=wire.stream(START, HELLO[0], "event: chunk\ndata: {gibberish\n\n").url).chat_stream("Hi")
    assert [next(stream).type for _ in range(2)] == ["start", "text"]
    with pytest.raises(InfinityAssistantStreamError, match="is not JSON") as caught:
        next(stream)
    assert caught.value.partial_text == "Hel"


def test_json_instead_of_a_stream_is_no_stream(connect: Connect, wire: WireServer) -> None:
    with pytest.raises(InfinityAssistantResponseError, match="not with a stream"):
        connect(base_url=wire.say(CHAT).url).chat_stream("Hi").collect()


def test_errors_before_the_stream_are_those_of_any_call(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.say({"error": "Not here"}, status=404).url)
    with pytest.raises(InfinityAssistantNotFoundError, match="Not here"):
        next(client.chat_stream("Hi"))


def test_a_stream_that_did_not_begin_is_tried_again(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "busy"}, status=503).stream(START, DONE)
    stream = connect(base_url=wire.url).chat_stream("Hi")
    assert stream.collect().text == ""
    assert [attempt.outcome for attempt in stream.attempts] == ["503", "200"]


def test_a_stream_that_may_have_been_applied_is_not_attempted_again(connect: Connect, wire: WireServer) -> None:
    with pytest.raises(InfinityAssistantServerError):
        connect(base_url=wire.say({"error": "broken"}, status=500).url).chat_stream("Hi").collect()
    assert len(wire.heard) == 1


def test_a_stream_that_is_closed_half_way_is_cut(connect: Connect, wire: WireServer) -> None:
    stream = connect(base_url=wire.stream(START, *HELLO, DONE).url).chat_stream("Hi")
    next(stream)
    stream.close()
    stream.close()
    for read in (stream.collect, lambda: next(stream)):
        with pytest.raises(InfinityAssistantStreamInterruptedError, match="the stream was closed"):
            read()
    assert "finished" in repr(stream)
