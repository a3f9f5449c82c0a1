"""The asynchronous client against the emulator, on the event loop that is there."""

from __future__ import annotations

from infinity_assistant import (
    AsyncInfinityAssistantClient,
    InfinityAssistantNetworkError,
    InfinityAssistantRateLimitError,
)
from infinity_assistant.testing import Emulator


async def meet_no_sockets() -> None:
    """Ask a service that would be reached by a socket, for a response and for a stream."""
    client = AsyncInfinityAssistantClient(base_url="https://127.0.0.1:9/api")
    for ask in (client.health, client.chat_stream("Hello!").collect):
        try:
            await ask()
        except InfinityAssistantNetworkError as error:
            assert "http_client=" in str(error) and error.applied is False and len(error.attempts) == 1
        else:
            raise AssertionError("there are sockets")
    await client.aclose()


async def talk() -> None:
    """Make a call, read a stream, and meet an error."""
    with Emulator(frozen=True) as emulator:
        client = emulator.async_client(retry_delay=0)
        emulator.on_chat(matches="weather").reply("It snows.")
        assert (await client.chat("How is the weather?")).response == "It snows."
        pieces = [piece async for piece in client.chat_stream("How is the weather?").text]
        assert "".join(pieces) == "It snows."
        emulator.quota(0)
        try:
            await client.chat("Hello!")
        except InfinityAssistantRateLimitError as error:
            assert error.attempts
        else:
            raise AssertionError("the quota was not used up")
        await client.aclose()
