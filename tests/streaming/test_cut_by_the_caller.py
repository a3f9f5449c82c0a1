"""A stream that its caller cut is cut; only `done` makes it whole."""

from __future__ import annotations

from typing import Any, List

import anyio
import pytest

from infinity_assistant import InfinityAssistantStreamInterruptedError
from tests.reliability.clients import async_client_of, client_of
from tests.reliability.responses import DONE, START, stream, text
from tests.reliability.server import FaultServer
from tests.reliability.steps import close, read, send

from .scenes import HALF, Halting, expect_cut, expect_cut_async

WHOLE = [read, send(stream(START + text("Hello.") + DONE))]
every_loop = pytest.mark.parametrize("backend", ["asyncio", "trio"])


def test_a_stream_closed_half_way_is_cut() -> None:
    with Halting() as scene, client_of(scene.server) as client:
        events = client.chat_stream("hi")
        assert [next(events).type, next(events).type] == ["start", "text"]
        events.close()
        expect_cut(lambda: next(events))
        expect_cut(events.collect)


@every_loop
def test_an_asynchronous_stream_closed_half_way_is_cut(backend: str) -> None:
    async def main() -> None:
        async with async_client_of(scene.server) as client:
            events = client.chat_stream("hi")
            assert [(await events.__anext__()).type, (await events.__anext__()).type] == ["start", "text"]
            await events.aclose()
            await expect_cut_async(events.__anext__)
            await expect_cut_async(events.collect)

    with Halting() as scene:
        anyio.run(main, backend=backend)


def test_a_stream_left_by_an_exception_is_cut() -> None:
    with Halting() as scene, client_of(scene.server) as client:
        with pytest.raises(ZeroDivisionError), client.chat_stream("hi") as events:
            for event in events:
                if event.type == "text":
                    raise ZeroDivisionError
        expect_cut(events.collect)


def test_a_stream_closed_before_it_started_is_cut() -> None:
    """Nothing was asked, and nothing is made up."""
    with Halting() as scene, client_of(scene.server) as client:
        events = client.chat_stream("hi")
        events.close()
        expect_cut(events.collect, "")
        assert scene.server.requests == []


def test_a_stream_that_was_read_to_its_end_stays_whole() -> None:
    with FaultServer(WHOLE) as server, client_of(server) as client:
        with client.chat_stream("hi") as events:
            assert [event.type for event in events] == ["start", "text", "metadata", "done"]
        assert list(events) == []
        assert events.collect().text == "Hello."


def test_a_stream_that_broke_stays_broken() -> None:
    """`collect` after the error does not return the part as if it were all."""
    with FaultServer([read, send(HALF), close]) as server, client_of(server) as client:
        events = client.chat_stream("hi")
        with pytest.raises(InfinityAssistantStreamInterruptedError):
            list(events)
        expect_cut(events.collect)
        expect_cut(lambda: next(events))


def test_an_interrupted_wait_cuts_a_blocking_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in `next`."""
    from infinity_assistant._http.network import NetworkStream

    receive, calls = NetworkStream.receive, []

    def interrupt_third(self: Any, deadline: float) -> bytes:
        calls.append(deadline)
        if len(calls) > 1:
            raise KeyboardInterrupt
        return receive(self, deadline)

    with Halting() as scene, client_of(scene.server) as client:
        monkeypatch.setattr(NetworkStream, "receive", interrupt_third)
        events = client.chat_stream("hi")
        seen: List[str] = []
        with pytest.raises(KeyboardInterrupt):
            seen.extend(event.type for event in events)
        monkeypatch.undo()
        expect_cut(lambda: next(events))
        expect_cut(events.collect)
