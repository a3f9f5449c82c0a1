"""The emulator in the process: no thread, no socket."""

from __future__ import annotations

import asyncio
import pickle

import pytest

from infinity_assistant import (
    InfinityAssistantArgumentError,
    InfinityAssistantClient,
    InfinityAssistantNetworkError,
    InfinityAssistantStreamInterruptedError,
    models,
)
from infinity_assistant.testing import Emulator

from .scenario import talk


def test_a_conversation_is_held_and_remembered(
    infinity_assistant: InfinityAssistantClient, infinity_assistant_emulator: Emulator
) -> None:
    first = infinity_assistant.chat("Remember this: our deployment day is Thursday")
    facts = infinity_assistant.retrieve_memory(first.conversation_id).memory.critical_facts
    assert [fact.content for fact in facts] == ["our deployment day is Thursday"]
    assert len(infinity_assistant_emulator.requests) == 2


def test_a_stream_is_read_and_a_cut_one_is_noticed(
    infinity_assistant: InfinityAssistantClient, infinity_assistant_emulator: Emulator
) -> None:
    infinity_assistant_emulator.on_chat().reply_stream(["It", " snows", " in", " Oslo"])
    assert infinity_assistant.chat_stream("How is the weather?").collect().text == "It snows in Oslo"
    infinity_assistant_emulator.cut_stream(after=3)
    with pytest.raises(InfinityAssistantStreamInterruptedError) as caught:
        infinity_assistant.chat_stream("How is the weather?").collect()
    assert caught.value.partial_text == "It snows"


def test_a_failure_is_survived(
    infinity_assistant: InfinityAssistantClient, infinity_assistant_emulator: Emulator
) -> None:
    infinity_assistant_emulator.fail("health", status=503, times=2)
    assert infinity_assistant.health().status == "healthy"
    assert len(infinity_assistant_emulator.requests) == 3


def test_results_are_pickled_and_written_as_json(infinity_assistant: InfinityAssistantClient) -> None:
    response = infinity_assistant.chat("Hello!")
    assert pickle.loads(pickle.dumps(response)) == response
    assert models.ChatResponse.from_dict(response.to_dict()) == response


def test_the_asynchronous_client_talks_on_the_loop() -> None:
    asyncio.run(talk())


def test_a_service_that_needs_a_socket_is_refused_with_a_remedy() -> None:
    client = InfinityAssistantClient(base_url="https://127.0.0.1:9/api")
    with client, pytest.raises(InfinityAssistantNetworkError, match="http_client="):
        client.health()


def test_the_trust_store_of_no_operating_system_is_refused() -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="trust_store"):
        InfinityAssistantClient(trust_store="system")
