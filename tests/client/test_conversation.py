"""A conversation says once what its messages have in common, and what became of each."""

from __future__ import annotations

from typing import Any

import pytest

import infinity_assistant as ia

from .conftest import Connect
from .wire import CHAT, DONE, START, WireServer, event

TEXT = event("chunk", {"content": "Hel"})
REST = event("chunk", {"content": "lo"})
MEMORY = {"success": True, "data": {"conversationId": "conv_1"}}


def test_a_conversation_sends_its_id_and_defaults_with_each_message(connect: Connect, wire: WireServer) -> None:
    wire.say(CHAT)
    conversation = connect(base_url=wire.url).conversation(mode="assist", user_id="u1", timeout=4.0)
    assert conversation.id is None
    assert conversation.ask("My cat is called Momo.").response == "Hello!"
    conversation.ask("What is it called?", mode="search")
    first, second = (heard.json for heard in wire.heard)
    assert first == {"message": "My cat is called Momo.", "mode": "assist", "userId": "u1"}
    assert (second["conversationId"], second["mode"], second["userId"]) == ("conv_1", "search", "u1")
    assert conversation.id == "conv_1"


def test_a_conversation_that_is_named_keeps_its_id(connect: Connect, wire: WireServer) -> None:
    conversation = connect(base_url=wire.say(CHAT).url).conversation("mine")
    conversation.ask("Hi")
    assert wire.heard[0].json["conversationId"] == conversation.id == "mine"


def test_the_history_of_a_conversation_has_its_turns_and_shows_no_words_by_accident(
    connect: Connect, wire: WireServer
) -> None:
    conversation = connect(base_url=wire.say(CHAT).url).conversation()
    conversation.ask("My secret")
    assert conversation.history == (("My secret", "Hello!", True),)
    assert "secret" not in repr(conversation.history) + repr(conversation)


def test_a_streamed_response_of_a_conversation_stands_in_its_history_when_it_is_over(
    connect: Connect, wire: WireServer
) -> None:
    conversation = connect(base_url=wire.stream(START, TEXT, REST, DONE).url).conversation()
    stream = conversation.stream("Hi")
    assert conversation.history == ()
    assert stream.collect().text == "Hello"
    assert conversation.history == (("Hi", "Hello", True),)
    assert conversation.id == stream.conversation_id


def test_a_cut_stream_of_a_conversation_is_retried_in_place(connect: Connect, wire: WireServer) -> None:
    conversation = connect(base_url=wire.stream(START, TEXT).stream(START, TEXT, REST, DONE).url).conversation(
        mode="assist"
    )
    with pytest.raises(ia.InfinityAssistantStreamInterruptedError):
        conversation.stream("Hi", user_context="here").collect()
    assert conversation.history == (("Hi", "Hel", False),)
    assert conversation.retry_last().collect().text == "Hello"
    assert conversation.history == (("Hi", "Hello", True),)
    cut, again = (heard.json for heard in wire.heard)
    assert again == {**cut, "conversationId": conversation.id}


def test_a_failed_message_of_a_conversation_can_be_retried_as_a_stream(connect: Connect, wire: WireServer) -> None:
    conversation = connect(base_url=wire.say({"error": "no"}, 500).stream(START, TEXT, DONE).url).conversation()
    with pytest.raises(ia.InfinityAssistantServerError):
        conversation.ask("Hi")
    assert conversation.history == (("Hi", "", False),)
    assert conversation.retry_last().collect().text == "Hel"
    with pytest.raises(ia.InfinityAssistantArgumentError, match="nothing to retry"):
        conversation.retry_last()


def test_a_second_message_while_one_is_under_way_is_refused(connect: Connect, wire: WireServer) -> None:
    conversation = connect(base_url=wire.stream(START, TEXT, DONE).say(CHAT).url).conversation()
    stream = conversation.stream("one")
    for second in (conversation.ask, conversation.stream):
        with pytest.raises(ia.InfinityAssistantConcurrentReadError, match="under way"):
            second("two")
    with pytest.raises(ia.InfinityAssistantConcurrentReadError):
        conversation.retry_last()
    assert wire.heard == []
    stream.collect()
    assert conversation.ask("two").response == "Hello!"


@pytest.mark.parametrize("started", [True, False])
def test_a_stream_of_a_conversation_that_is_left_makes_room_for_the_next(
    connect: Connect, wire: WireServer, started: bool
) -> None:
    conversation = connect(base_url=wire.stream(START, TEXT, DONE).say(CHAT).url).conversation()
    with conversation.stream("one") as stream:
        if started:
            next(stream)
    assert len(conversation.history) == (1 if started else 0)
    assert conversation.stream("two").text is not None


def test_a_conversation_remembers_and_recalls(connect: Connect) -> None:
    from infinity_assistant.testing import Emulator, EmulatorServer

    with Emulator(frozen=True) as emulator, EmulatorServer(emulator) as server:
        conversation = connect(base_url=server.base_url, api_key=emulator.api_key).conversation("mine", timeout=5.0)
        conversation.remember("The user likes tea", type="fact")
        recalled: Any = conversation.memory()
    assert "tea" in str(recalled.to_dict())


def test_memory_of_a_conversation_without_an_id_says_what_to_do(connect: Connect, wire: WireServer) -> None:
    conversation = connect(base_url=wire.url).conversation()
    for call in (conversation.memory, lambda: conversation.remember("x")):
        with pytest.raises(ia.InfinityAssistantArgumentError, match="ask something first, or name it"):
            call()
    assert wire.heard == []


def test_what_a_conversation_does_not_take_is_refused_when_it_is_made(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.url)
    with pytest.raises(ia.InfinityAssistantArgumentError, match="mode"):
        client.conversation(mod="assist")
    with pytest.raises(ia.InfinityAssistantArgumentError, match="idempotency_key"):
        client.conversation(idempotency_key="once")
    with pytest.raises(ia.InfinityAssistantArgumentError, match="a conversation has one id"):
        client.conversation().ask("Hi", conversation_id="other")


def test_a_message_that_cannot_be_sent_is_no_turn_of_a_conversation(connect: Connect, wire: WireServer) -> None:
    conversation = connect(base_url=wire.say(CHAT).url).conversation()
    for send in (conversation.ask, conversation.stream):
        with pytest.raises(ia.InfinityAssistantArgumentError):
            send(" ")
    assert conversation.history == ()
    assert conversation.ask("Hi").response == "Hello!"
