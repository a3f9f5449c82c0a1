"""The chat completions protocol of OpenAI in front of the service itself. Here an emulator stands for that."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Awaitable, Callable, Dict, List

import httpx
import pytest

from infinity_assistant.cli._service_upstream import ServiceUpstream
from infinity_assistant.testing import Emulator, EmulatorServer
from infinity_assistant.testing._openai.upstream import Question, Reply
from infinity_assistant.testing._server.listener import Listener

HELLO = {"role": "user", "content": "Hello!"}
ASKED = {"model": "infinity-agent", "messages": [HELLO]}

Scene = Callable[[httpx.AsyncClient], Awaitable[None]]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Any:
    # A key of the environment is nobody's business: each caller gives one.
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", "ia_of_the_environment")
    with EmulatorServer(seed=1) as server:
        yield server


def play(service: EmulatorServer, scene: Scene, base_url: str = "") -> None:
    """Play a scene with a server before `service`, which an httpx client of a caller with a key asks."""

    async def main(front: Emulator) -> None:
        upstream = ServiceUpstream(base_url or service.base_url)
        listener = Listener(front, openai=True, upstream=upstream)
        port = await listener.start("127.0.0.1", 0)
        headers = {"authorization": f"Bearer {service.emulator.api_key}"}
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}/v1", headers=headers, timeout=20) as http:
            await scene(http)
        await listener.stop(0.5)
        await upstream.aclose()
        assert not front.requests

    with Emulator(require_key=True) as front:
        asyncio.run(main(front))


def reply_of(response: httpx.Response) -> Dict[str, Any]:
    message: Dict[str, Any] = response.json()["choices"][0]["message"]
    return {"role": "assistant", "content": message["content"]}


def read_stream(text: str) -> List[Any]:
    lines = [line[len("data: ") :] for line in text.splitlines() if line]
    return [line if line == "[DONE]" else json.loads(line) for line in lines]


def test_the_service_replies_with_the_key_of_the_caller(service: EmulatorServer) -> None:
    async def scene(http: httpx.AsyncClient) -> None:
        system = {"role": "system", "content": "Be brief."}
        response = await http.post("/chat/completions", json={**ASKED, "messages": [system, HELLO]})
        assert response.status_code == 200
        assert reply_of(response)["content"] == "Good morning."
        assert response.json()["usage"]["total_tokens"] > 0

    service.emulator.on_chat().reply("Good morning.")
    play(service, scene)
    (asked,) = service.emulator.requests
    assert dict(asked.headers)["x-api-key"] == service.emulator.api_key
    assert (asked.json["message"], asked.json["userContext"]) == ("Hello!", "Be brief.")


def test_pieces_are_handed_on_as_they_come(service: EmulatorServer) -> None:
    async def scene(http: httpx.AsyncClient) -> None:
        body = {**ASKED, "stream": True, "stream_options": {"include_usage": True}}
        async with http.stream("POST", "/chat/completions", json=body) as response:
            pieces = response.aiter_text()
            first = await pieces.__anext__()
            assert service.emulator.requests[0].duration.seconds is None, "the service is still replying"
            parts = read_stream(first + "".join([piece async for piece in pieces]))
        assert [part["choices"][0]["delta"].get("content") for part in parts[:3]] == ["It", " rains", "."]
        assert parts[-3]["choices"][0]["finish_reason"] == "stop"
        assert parts[-2]["usage"]["total_tokens"] > 0
        assert parts[-1] == "[DONE]"

    service.emulator.on_chat().reply_stream(["It", " rains", "."], delay=0.2)
    play(service, scene)


@pytest.mark.parametrize("streamed", [False, True])
def test_earlier_turns_go_on_in_their_conversation(service: EmulatorServer, streamed: bool) -> None:
    async def scene(http: httpx.AsyncClient) -> None:
        first = await http.post("/chat/completions", json={**ASKED, "stream": streamed})
        turn = {"role": "assistant", "content": "Noted."} if streamed else reply_of(first)
        turns = [HELLO, turn, {"role": "user", "content": "And then?"}]
        assert (await http.post("/chat/completions", json={**ASKED, "messages": turns})).status_code == 200
        elsewhere = [HELLO, {"role": "assistant", "content": "What I never said."}, HELLO]
        refused = await http.post("/chat/completions", json={**ASKED, "messages": elsewhere})
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "unknown_turns")
        other = {"authorization": "Bearer ia_somebody_else"}
        refused = await http.post("/chat/completions", json={**ASKED, "messages": turns[:2] + [HELLO]}, headers=other)
        assert refused.json()["error"]["code"] == "unknown_turns"

    service.emulator.on_chat().reply("Noted.")
    play(service, scene)
    first, second = service.emulator.requests
    assert second.json["conversationId"] in first.response.body.decode()


def test_who_gives_no_key_asks_nothing(service: EmulatorServer) -> None:
    async def scene(http: httpx.AsyncClient) -> None:
        del http.headers["authorization"]
        response = await http.post("/chat/completions", json=ASKED)
        assert (response.status_code, response.json()["error"]["code"]) == (401, "invalid_api_key")
        assert (await http.get("/models")).json()["data"][0]["id"] == "infinity-agent"

    play(service, scene)
    assert not service.emulator.requests


@pytest.mark.parametrize(
    ("fault", "status", "code", "repeat"),
    [
        ("chat:500", 500, "server_error", "false"),
        ("chat:503", 503, "server_error", None),
        ("chat:429@0", 429, "rate_limit_exceeded", None),
        ("chat:401", 401, "invalid_api_key", "false"),
        ("chat:malformed", 502, "server_error", "false"),
        ("chat:reset", 502, "server_error", "false"),
    ],
)
def test_a_program_is_told_whether_it_may_ask_again(
    service: EmulatorServer, fault: str, status: int, code: str, repeat: Any
) -> None:
    """Its client would by itself, and a message that was carried out is paid for twice."""

    async def scene(http: httpx.AsyncClient) -> None:
        response = await http.post("/chat/completions", json=ASKED)
        assert (response.status_code, response.json()["error"]["code"]) == (status, code)
        assert response.headers.get("x-should-retry") == repeat

    service.emulator.add_fault(fault)
    play(service, scene)


def test_the_quota_of_the_day_and_a_dead_service_are_told(service: EmulatorServer) -> None:
    async def quota(http: httpx.AsyncClient) -> None:
        response = await http.post("/chat/completions", json=ASKED)
        assert (response.status_code, response.json()["error"]["code"]) == (429, "insufficient_quota")

    async def dead(http: httpx.AsyncClient) -> None:
        response = await http.post("/chat/completions", json={**ASKED, "stream": True})
        assert response.status_code == 502
        assert "x-should-retry" not in response.headers, "nothing was sent"

    service.emulator.quota(0)
    play(service, quota)
    play(service, dead, "http://127.0.0.1:9/api")


def test_a_wait_is_told_in_whole_seconds_and_never_too_short(service: EmulatorServer) -> None:
    async def scene(http: httpx.AsyncClient) -> None:
        response = await http.post("/chat/completions", json=ASKED)
        assert (response.status_code, response.headers["retry-after"]) == (429, "91")

    service.emulator.fail("chat", status=429, retry_after=90.2)
    play(service, scene)


def test_no_key_and_no_word_shows() -> None:
    shown = f"{Question('ia_key', 'words', None, 'more words')!r} {Reply('words', 'conversation', 1)!r}"
    assert not [secret for secret in ("ia_key", "words", "conversation") if secret in shown]


def test_a_stream_that_is_cut_has_an_error_and_no_end(service: EmulatorServer) -> None:
    async def scene(http: httpx.AsyncClient) -> None:
        response = await http.post("/chat/completions", json={**ASKED, "stream": True})
        parts = read_stream(response.text)
        assert parts[0]["choices"][0]["delta"]["content"] == "It"
        assert "before the response was complete" in parts[-1]["error"]["message"]

    service.emulator.on_chat().reply_stream(["It", " rains", "."])
    service.emulator.cut_stream(after=2)
    play(service, scene)


def test_what_the_service_does_not_have_is_refused(service: EmulatorServer) -> None:
    async def scene(http: httpx.AsyncClient) -> None:
        response = await http.post("/chat/completions", json={**ASKED, "n": 2})
        assert (response.status_code, response.json()["error"]["param"]) == (400, "n")
        foreign = await http.post("/chat/completions", json=ASKED, headers={"origin": "https://evil.example"})
        assert foreign.status_code == 403

    play(service, scene)
    assert not service.emulator.requests
