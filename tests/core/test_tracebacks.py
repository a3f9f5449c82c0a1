"""What a program that reports local variables can see of an error: neither a key nor what was said."""

from __future__ import annotations

import asyncio
import gc
import socket
import traceback
from typing import Any, Callable, Dict, Iterator, List, Optional

import pytest

import infinity_assistant as ia
from tests.client.conftest import Connect
from tests.client.wire import WireServer

CANARY = "canary90b1d3"
KEY = f"ia_{CANARY}"
PACKAGE = "infinity_assistant"


def chain(error: Optional[BaseException]) -> Iterator[BaseException]:
    seen: List[int] = []
    waiting = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and id(one) not in seen:
            seen.append(id(one))
            yield one
            waiting += [one.__cause__, one.__context__]


def shown(error: BaseException) -> str:
    """All that is to be seen of an error: its words, and the local variables of every frame of ours."""
    parts = []
    for one in chain(error):
        parts += [repr(one), str(one), repr(vars(one))]
        for frame, _ in traceback.walk_tb(one.__traceback__):
            if frame.f_globals.get("__name__", "").startswith(PACKAGE) and "testing" not in frame.f_globals["__name__"]:
                parts += [f"{name} = {value!r}" for name, value in frame.f_locals.items()]
    return "\n".join(parts)


ERRORS: Dict[str, Callable[[Any], Any]] = {
    "chat": lambda client: client.chat(CANARY),
    "stream": lambda client: client.chat_stream(CANARY).collect(),
    "memory": lambda client: client.store_memory("c", CANARY),
    "argument": lambda client: client.chat(CANARY * 1000),
    "keyword": lambda client: client.chat(CANARY, no_such=CANARY),
}
RESPONSES: Dict[str, Any] = {
    "html": (f"<p>{CANARY}", 200),
    "json": ({"odd": CANARY}, 200),
    "not-utf-8": (b"\xff" + CANARY.encode(), 200),
    "500": ({"error": "no"}, 500),
    "empty": (b"", 200),
}


@pytest.mark.parametrize("response", RESPONSES)
@pytest.mark.parametrize("call", ERRORS)
def test_no_frame_of_ours_shows_what_was_said(connect: Connect, wire: WireServer, call: str, response: str) -> None:
    body, status = RESPONSES[response]
    client = connect(KEY, base_url=wire.say(body, status=status).url, max_retries=0)
    with pytest.raises(ia.InfinityAssistantError) as caught:
        ERRORS[call](client)
    error = caught.value
    error.response = None  # The body belongs to the caller.
    assert CANARY not in shown(error)


@pytest.mark.parametrize("kind", [ia.InfinityAssistantClient, ia.AsyncInfinityAssistantClient])
@pytest.mark.parametrize("options", [{"api_key": f"{KEY}\n"}, {"api_key": KEY, "base_url": "nowhere"}])
def test_a_client_that_cannot_be_made_does_not_show_its_key(kind: Any, options: Dict[str, Any]) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError) as caught:
        kind(**options)
    assert CANARY not in shown(caught.value)


class VaultError(Exception):
    """What the caller's own function raises."""


def test_an_error_of_a_key_function_is_the_caller_s_and_shows_nothing_of_ours(wire: WireServer) -> None:
    def ask_vault() -> str:
        raise VaultError("sealed")

    client = ia.InfinityAssistantClient(ask_vault, base_url=wire.url)
    with pytest.raises(VaultError) as caught:
        client.chat(CANARY)
    assert CANARY not in shown(caught.value)
    names = [frame.f_code.co_name for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    assert names[-1] == "ask_vault"


def test_a_call_that_was_cancelled_shows_nothing() -> None:
    async def main(url: str) -> BaseException:
        async with ia.AsyncInfinityAssistantClient(KEY, base_url=url) as client:
            task = asyncio.ensure_future(client.chat(CANARY))
            await asyncio.sleep(0.05)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                return error
        raise AssertionError("it was not cancelled")

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/api"
        assert CANARY not in shown(asyncio.run(main(url)))


def test_what_the_caller_was_handling_stays_in_sight(wire: WireServer) -> None:
    wire.say({"error": "no"}, status=400)
    with ia.InfinityAssistantClient(KEY, base_url=wire.url) as client:
        try:
            raise LookupError("of the caller")
        except LookupError as outer:
            with pytest.raises(ia.InfinityAssistantBadRequestError) as caught:
                client.chat("hi")
            assert caught.value.__context__ is outer


def test_for_debugging_everything_is_kept(wire: WireServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_DEBUG", "1")
    wire.say({"error": "no"}, status=400)
    with ia.InfinityAssistantClient(KEY, base_url=wire.url) as client:
        with pytest.raises(ia.InfinityAssistantBadRequestError) as caught:
            client.chat("hi")
        names = [frame.f_code.co_name for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
        assert "receive_head" in names
    gc.collect()
