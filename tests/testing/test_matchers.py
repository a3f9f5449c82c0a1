"""Functions of a test that match messages: what they raise reaches the test, and they may call the client."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

import infinity_assistant as ia
from infinity_assistant.testing import Emulator, EmulatorServer


def demand_politeness(message):
    """Match polite messages, and fail the test for others."""
    assert "please" in message, "be polite"
    return True


def test_an_assertion_in_a_matcher_reaches_the_test():
    with Emulator(frozen=True) as emulator, emulator.client(retry_delay=0) as client:
        emulator.on_chat(matches=demand_politeness).reply("Yes.")
        with pytest.raises(AssertionError, match="be polite"):
            client.chat("Now!")
        with pytest.raises(AssertionError, match="be polite"):
            client.chat_stream("Now!").collect()
        assert client.chat("Now, please!").response == "Yes."


def test_an_assertion_in_a_matcher_reaches_an_asynchronous_test():
    async def main():
        with Emulator(frozen=True) as emulator:
            async with emulator.async_client(retry_delay=0) as client:
                emulator.on_chat(matches=demand_politeness).reply("Yes.")
                with pytest.raises(AssertionError, match="be polite"):
                    await client.chat("Now!")
                with pytest.raises(AssertionError, match="be polite"):
                    await client.chat_stream("Now!").collect()

    asyncio.run(main())


def test_any_error_of_a_matcher_fails_the_test_by_name():
    def slip(message):
        return message["text"]

    with Emulator(frozen=True) as emulator, emulator.client(retry_delay=0) as client:
        emulator.on_chat(matches=slip).reply("Yes.")
        with pytest.raises(AssertionError, match="the matcher slip of on_chat raised TypeError") as caught:
            client.chat("Hi")
    assert isinstance(caught.value.__cause__, TypeError)


def test_a_message_that_a_matcher_failed_on_is_not_charged():
    with Emulator(frozen=True) as emulator, emulator.client(retry_delay=0) as client:
        emulator.on_chat(matches=demand_politeness).reply("Yes.")
        with pytest.raises(AssertionError):
            client.chat("Now!")
        assert client.chat("Now, please!").rate_limit.remaining == 49


def test_a_matcher_sees_only_messages_that_are_accepted():
    seen = []
    with Emulator(frozen=True) as emulator, emulator.client(max_retries=0) as client:
        emulator.on_chat(matches=seen.append).reply("Yes.")
        emulator.quota(1)
        client.chat("one")
        with pytest.raises(ia.InfinityAssistantRateLimitError):
            client.chat("two")
    assert seen == ["one"]


def test_a_matcher_may_call_the_client():
    with Emulator(frozen=True) as emulator, emulator.client(retry_delay=0) as client:

        def check_memory(message):
            client.store_memory("c", f"matched {message}")
            return client.chat("inner", user_id="other").response == "Inner." if message == "outer" else False

        emulator.on_chat(matches="inner").reply("Inner.")
        emulator.on_chat(matches=check_memory).reply("Outer.")
        assert client.chat("outer").response == "Outer."
        facts = [fact.content for fact in client.retrieve_memory("c").memory.critical_facts]
    assert facts == ["matched outer", "matched inner"]


@pytest.fixture
def served():
    """A server of a frozen emulator, and a client that reaches it over a socket."""
    server = EmulatorServer(frozen=True).start()
    try:
        with ia.InfinityAssistantClient(server.emulator.api_key, base_url=server.base_url, max_retries=0) as client:
            yield server, client
    finally:
        server.close()


def test_a_matcher_may_call_the_server_that_asks_it(served):
    server, client = served
    server.emulator.on_chat(matches="inner").reply("Inner.")
    server.emulator.on_chat(matches=lambda text: text == "outer" and bool(client.chat("inner"))).reply("Outer.")
    assert client.chat("outer", timeout=20).response == "Outer."
    server.stop()


def test_matchers_of_many_requests_at_once_may_call_the_server(served):
    server, client = served
    server.emulator.quota(-1)
    together = threading.Barrier(20)

    def call_back(text):
        if text != "outer":
            return False
        together.wait(20)
        return client.health().status == "healthy"

    server.emulator.on_chat(matches=call_back).reply("Outer.")
    with ThreadPoolExecutor(20) as threads:
        replies = list(threads.map(lambda _: client.chat("outer", timeout=30).response, range(20)))
    assert replies == ["Outer."] * 20


def fail_by_matcher(server):
    """Send a message over a socket that the matcher fails on."""
    with ia.InfinityAssistantClient(base_url=server.base_url, max_retries=0) as client:
        pytest.raises(ia.InfinityAssistantServerError, client.chat, "Now!")


def test_an_assertion_in_a_matcher_of_a_server_is_raised_when_it_stops():
    with pytest.raises(AssertionError, match="be polite"), EmulatorServer(frozen=True) as server:
        server.emulator.on_chat(matches=demand_politeness).reply("Yes.")
        fail_by_matcher(server)


def test_a_failure_of_pytest_in_a_matcher_of_a_server_is_raised_when_it_stops(served):
    server, client = served
    server.emulator.on_chat(matches=lambda text: pytest.fail("not this one")).reply("Yes.")
    with pytest.raises(ia.InfinityAssistantServerError):
        client.chat("Now!")
    with pytest.raises(pytest.fail.Exception, match="not this one"):
        server.stop()
    server.stop()


def test_an_error_in_the_with_block_is_not_replaced_by_one_of_a_matcher():
    with pytest.raises(KeyError), EmulatorServer(frozen=True) as server:
        server.emulator.on_chat(matches=demand_politeness).reply("Yes.")
        fail_by_matcher(server)
        raise KeyError("first")
