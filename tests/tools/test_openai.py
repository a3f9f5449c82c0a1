"""The official client of OpenAI talks to the emulator."""

from __future__ import annotations

import asyncio
from typing import Any, Iterator

import httpx
import openai
import pytest

from infinity_assistant.cli._service_upstream import ServiceUpstream
from infinity_assistant.testing import Emulator, EmulatorServer
from infinity_assistant.testing._server.listener import Listener


@pytest.fixture
def server() -> Iterator[EmulatorServer]:
    with EmulatorServer(openai=True, seed=1) as server:
        yield server


def options(server: EmulatorServer) -> Any:
    return {"base_url": f"http://127.0.0.1:{server.port}/v1", "api_key": server.emulator.api_key, "max_retries": 0}


def test_a_chat_goes_on_with_the_turns_before(server: EmulatorServer) -> None:
    with openai.OpenAI(**options(server)) as client:
        turns: Any = [{"role": "user", "content": "Remember this: our deployment day is Thursday"}]
        first = client.chat.completions.create(model="infinity-agent", messages=turns)
        turns += [
            {"role": "assistant", "content": first.choices[0].message.content},
            {"role": "user", "content": "When is our deployment day?"},
        ]
        second = client.chat.completions.create(model="infinity-agent", messages=turns)
    assert "Thursday" in str(second.choices[0].message.content)
    assert second.choices[0].finish_reason == "stop" and second.usage is not None and second.usage.total_tokens > 0


def test_a_chat_is_streamed(server: EmulatorServer) -> None:
    server.emulator.on_chat().reply_stream(["It", " rains", "."])
    with openai.OpenAI(**options(server)) as client:
        events = client.chat.completions.create(
            model="infinity-agent",
            messages=[{"role": "user", "content": "Hi"}],
            stream=True,
            stream_options={"include_usage": True},
        )
        parts = list(events)
    assert "".join(part.choices[0].delta.content or "" for part in parts if part.choices) == "It rains."
    assert parts[-1].usage is not None


def test_a_chat_is_streamed_on_asyncio(server: EmulatorServer) -> None:
    async def collect() -> str:
        async with openai.AsyncOpenAI(**options(server)) as client:
            events = await client.chat.completions.create(
                model="m", messages=[{"role": "user", "content": "Hi"}], stream=True
            )
            return "".join([part.choices[0].delta.content or "" async for part in events])

    server.emulator.on_chat().reply("It rains.")
    assert asyncio.run(collect()) == "It rains."


def test_the_models_are_listed(server: EmulatorServer) -> None:
    with openai.OpenAI(**options(server)) as client:
        assert [model.id for model in client.models.list()] == ["infinity-agent"]


KINDS = {429: openai.RateLimitError, 503: openai.InternalServerError, 401: openai.AuthenticationError}


@pytest.mark.parametrize(("status", "kind"), KINDS.items())
def test_errors_are_of_the_classes_that_users_know(server: EmulatorServer, status: int, kind: Any) -> None:
    server.emulator.fail("chat", status=status, retry_after=1)
    with openai.OpenAI(**options(server)) as client, pytest.raises(kind):
        client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}])


def test_what_the_service_does_not_have_is_a_bad_request(server: EmulatorServer) -> None:
    with openai.OpenAI(**options(server)) as client, pytest.raises(openai.BadRequestError, match="n is not supported"):
        client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}], n=2)


def test_a_failure_within_a_stream_is_an_error(server: EmulatorServer) -> None:
    server.emulator.on_chat().reply_stream(["It"], error="529 Overloaded")
    with openai.OpenAI(**options(server)) as client, pytest.raises(openai.APIError):
        list(client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}], stream=True))


@pytest.mark.parametrize("fault", ["chat_stream:malformed", "chat_stream:cut@2"])
def test_a_stream_that_is_not_whole_is_an_error(server: EmulatorServer, fault: str) -> None:
    server.emulator.add_fault(fault)
    with openai.OpenAI(**options(server)) as client, pytest.raises((openai.APIError, ValueError, httpx.HTTPError)):
        list(client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}], stream=True))


def test_a_service_behind_is_asked(server: EmulatorServer) -> None:
    """`serve --openai --upstream`: the official client with the key of the service, whole and streamed."""
    messages: Any = [{"role": "user", "content": "Hi"}]

    async def main(front: Emulator) -> None:
        upstream = ServiceUpstream(server.base_url)
        listener = Listener(front, openai=True, upstream=upstream)
        port = await listener.start("127.0.0.1", 0)
        key = server.emulator.api_key
        async with openai.AsyncOpenAI(base_url=f"http://127.0.0.1:{port}/v1", api_key=key) as client:
            whole = await client.chat.completions.create(model="m", messages=messages)
            assert whole.choices[0].message.content == "It rains."
            events = await client.chat.completions.create(model="m", messages=messages, stream=True)
            assert [part.choices[0].delta.content async for part in events] == ["It", " rains", ".", None]
            server.emulator.fail("chat", status=500, times=None)
            with pytest.raises(openai.InternalServerError):
                await client.chat.completions.create(model="m", messages=messages)
        await listener.stop(0.5)
        await upstream.aclose()

    server.emulator.on_chat().reply_stream(["It", " rains", "."])
    with Emulator() as front:
        asyncio.run(main(front))
    assert [request.status for request in server.emulator.requests] == [200, 200, 500], "it did not ask again"
