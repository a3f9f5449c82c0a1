"""A program that uses the SDK, and its tests: no network, no mocks, milliseconds.

python -m pytest examples/testing_your_app.py
"""

from __future__ import annotations

from infinity_assistant import (
    InfinityAssistantClient,
    InfinityAssistantRateLimitError,
    InfinityAssistantStreamInterruptedError,
)
from infinity_assistant.testing import Emulator


def forecast(client: InfinityAssistantClient, town: str) -> str:
    """The program: it asks for the weather, and always has something to show."""
    try:
        return client.chat_stream(f"How is the weather in {town}?").collect().text
    except InfinityAssistantStreamInterruptedError as error:
        return f"{error.partial_text}…"
    except InfinityAssistantRateLimitError:
        return "Ask again tomorrow."


def test_it_shows_the_response(
    infinity_assistant_client: InfinityAssistantClient, infinity_assistant_emulator: Emulator
) -> None:
    infinity_assistant_emulator.on_chat(matches="weather in Oslo").reply("Snow.")
    assert forecast(infinity_assistant_client, "Oslo") == "Snow."


def test_a_cut_response_is_shown_as_far_as_it_came(
    infinity_assistant_client: InfinityAssistantClient, infinity_assistant_emulator: Emulator
) -> None:
    infinity_assistant_emulator.on_chat().reply_stream(["Snow", " and", " wind"])
    infinity_assistant_emulator.cut_stream(after=3)
    assert forecast(infinity_assistant_client, "Oslo") == "Snow and…"


def test_a_used_up_quota_is_explained(
    infinity_assistant_client: InfinityAssistantClient, infinity_assistant_emulator: Emulator
) -> None:
    infinity_assistant_emulator.quota(0)
    assert forecast(infinity_assistant_client, "Oslo") == "Ask again tomorrow."


def test_an_overloaded_service_is_asked_again(
    infinity_assistant_client: InfinityAssistantClient, infinity_assistant_emulator: Emulator
) -> None:
    infinity_assistant_emulator.fail("chat_stream", status=503, times=2)
    forecast(infinity_assistant_client.with_options(retry_delay=0), "Oslo")
    assert [request.status for request in infinity_assistant_emulator.requests] == [503, 503, 200]
