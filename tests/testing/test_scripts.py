"""Scripted responses, and looking at what was sent."""

from __future__ import annotations

import json
import re

import pytest

from infinity_assistant.testing import Emulator, Request


def say(call, message, **body):
    """Send a message, and give the response's text."""
    return call.json("POST", "/chat", {"message": message, **body})["response"]


@pytest.mark.parametrize("matches", [None, "WEATHER", re.compile("w.*r"), lambda message: len(message) > 5])
def test_messages_that_match_get_the_scripted_response(call, emulator, matches):
    emulator.on_chat(matches=matches).reply("It rains.")
    assert say(call, "How is the weather?") == "It rains."


@pytest.mark.parametrize("matches", ["snow", re.compile("^weather"), lambda message: False])
def test_messages_that_do_not_match_get_the_usual_reply(call, emulator, matches):
    emulator.on_chat(matches=matches).reply("It rains.")
    assert say(call, "How is the weather?") != "It rains."


def test_several_responses_are_given_in_turn_and_the_last_one_again(call, emulator):
    emulator.on_chat().reply("one", "two")
    assert [say(call, "Hi") for _ in range(3)] == ["one", "two", "two"]


def test_the_rule_made_last_is_used_and_an_empty_one_never(call, emulator):
    emulator.on_chat().reply("general")
    emulator.on_chat("weather").reply("special")
    emulator.on_chat()
    assert (say(call, "weather?"), say(call, "else?")) == ("special", "general")
    emulator.services.scripts.clear()
    assert say(call, "weather?") not in ("special", "general")


def test_a_stream_has_exactly_the_scripted_pieces(call, emulator):
    emulator.on_chat().reply_stream(["It ", "", "rains."], delay=0.5, metadata={"tool": "weather"}, tokens=7)
    response = call("POST", "/chat/stream", {"message": "Hi"})
    chunks = [(delay, data) for delay, data in response.chunks if b"chunk" in data]
    pieces = [(delay, json.loads(data.split(b"data: ")[1])["text"]) for delay, data in chunks]
    assert pieces == [(0.5, "It "), (0.5, ""), (0.5, "rains.")]
    done = json.loads(response.chunks[-1][1].split(b"data: ")[1])
    assert done["metadata"]["tool"] == "weather" and done["metadata"]["tokensUsed"] == 7
    assert say(call, "Hi") == "It rains."


@pytest.mark.parametrize("pieces", [[], ["of several words"], ["", "a", ""]])
@pytest.mark.parametrize("error", [None, "529 Overloaded"])
def test_one_piece_or_none_is_exact_as_well(call, emulator, pieces, error):
    """`start`, then `error`: the service's own upstream fails before there is a word."""
    emulator.on_chat().reply_stream(pieces, error=error)
    events = [(name, data.get("text")) for name, data in call.stream({"message": "Hi"})]
    assert events == [
        ("start", None),
        *(("chunk", piece) for piece in pieces),
        ("done" if error is None else "error", None),
    ]


def test_metadata_is_added_to_the_response(call, emulator):
    emulator.on_chat().reply("Done.", metadata={"toolCalls": [{"name": "search"}]}, tokens=3)
    metadata = call.json("POST", "/chat", {"message": "Hi"})["metadata"]
    assert metadata["toolCalls"] == [{"name": "search"}] and metadata["tokensUsed"] == 3


def test_a_scripted_response_is_part_of_the_conversation(call, emulator):
    emulator.on_chat().reply("It rains.")
    call("POST", "/chat", {"message": "How is the weather?", "conversationId": "c", "userId": "ana"})
    conversation = emulator.conversations["c"]
    assert [tuple(message) for message in conversation.messages] == [
        ("user", "How is the weather?"),
        ("assistant", "It rains."),
    ]
    assert (conversation.user_id, conversation.facts, conversation.summaries) == ("ana", [], [])


def test_requests_are_kept_with_all_that_was_sent(emulator):
    headers = (("Content-Type", "application/json"), ("X-API-Key", emulator.api_key))
    emulator.handle(Request("POST", "/api/search", "a=1&b=2", headers, b'{"query": "retry"}'))
    emulator.handle(Request("GET", "/nowhere", body=b"no json"))
    first, second = emulator.requests
    assert (first.method, first.path, first.query) == ("POST", "/api/search", {"a": "1", "b": "2"})
    assert (first.json, first.operation, first.status, first.number) == ({"query": "retry"}, "search_knowledge", 200, 1)
    assert first.headers["x-api-key"] == emulator.api_key and first.body == b'{"query": "retry"}'
    assert emulator.api_key not in repr(first) + repr(first.request)
    assert (second.json, second.operation, second.status) == (None, None, 404)


def test_the_latest_thousand_requests_are_kept(emulator):
    for _ in range(1005):
        emulator.handle(Request("GET", "/nowhere"))
    assert [emulator.requests[0].number, emulator.requests[-1].number] == [6, 1005]


def test_an_unseeded_emulator_makes_new_keys_and_identifiers_each_time():
    def made(**options):
        with Emulator(**options) as emulator:
            response = emulator.handle(Request("POST", "/api/api-keys", body=b'{"name": "x"}'))
            return json.loads(response.body)["apiKey"]["key"]

    assert made() != made()
    assert made(seed=5) == made(seed=5)


def test_a_running_clock_tells_the_time(emulator):
    with Emulator() as running:
        before = running.clock.now()
        running.clock.advance(60)
        assert running.clock.now() - before >= 60_000
    assert emulator.clock.now() == emulator.clock.now() == 1_767_225_600_000
