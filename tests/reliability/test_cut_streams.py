"""A stream that is cut, at every byte: a cut response never looks whole, and no text is lost or doubled."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, List

import anyio
import pytest

from infinity_assistant.errors import InfinityAssistantNetworkError, InfinityAssistantStreamInterruptedError

from .case import MESSAGE, Case
from .checks import check_error
from .clients import async_client_of, client_of
from .responses import DONE, START, STREAM_HEAD, chunk, head, text
from .runtimes import RUNTIMES, Outcome, call_async, call_sync
from .server import FaultServer, Script
from .steps import close, read, send
from .watchdog import watch

BODY = START + text("He", "l\u00e9", "\U0001f600 o.") + DONE
CHUNKED = head(headers={"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})
WHOLE = {
    "ended-by-close": (STREAM_HEAD + BODY, b"\n\n"),
    "in-chunks": (
        CHUNKED + b"".join(map(chunk, BODY.replace(b"\n\n", b"\n\n\0").split(b"\0")[:-1])) + chunk(b""),
        b"\n\n",
    ),
    "crlf": (STREAM_HEAD + BODY.replace(b"\n", b"\r\n"), b"\r\n\r"),
}
"""Responses, and the bytes with which an event is complete: the second line end, of which a CR is enough."""


def cuts(data: bytes, end: bytes) -> List[int]:
    """Every length at which the response is cut before its `done` has arrived."""
    return list(range(1, data.index(end, data.index(b"event: done")) + len(end) - 1))


def count_arrived(data: bytes) -> str:
    """The text of the events that stand whole in `data`."""
    whole = re.findall(rb'data: (?:\{"text":"([^"]*)"\})(?:\n\n|\r\n\r)', data)
    return b"".join(whole).decode()


def judge(data: bytes, outcome: Outcome) -> None:
    """What stood whole before the cut was delivered, once; then came an error that knows it."""
    assert outcome.error is not None, "a cut response looked whole"
    assert outcome.text == count_arrived(data)
    check_error(outcome.error)
    if data.find(b"\r\n\r\n") < 0:
        assert type(outcome.error) is InfinityAssistantNetworkError
    else:
        assert type(outcome.error) is InfinityAssistantStreamInterruptedError
        assert outcome.error.partial_text == outcome.text


async def cut_everywhere(server: FaultServer, responses: List[bytes]) -> None:
    async with async_client_of(server) as client:
        for data in responses:
            judge(data, await call_async(client, "stream", {}))


def cut_everywhere_sync(server: FaultServer, responses: List[bytes]) -> None:
    with client_of(server) as client:
        for data in responses:
            judge(data, call_sync(client, "stream", {}))


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("framing", WHOLE)
def test_a_cut_stream_never_looks_whole(framing: str, runtime: str) -> None:
    """Each cut gives the text before it and an interruption, whatever the framing."""
    whole, end = WHOLE[framing]
    responses = [whole[:length] for length in cuts(whole, end)]
    scripts: List[Script] = [[read, send(data), close] for data in responses]
    with FaultServer(*scripts) as server:
        run: Any = partial(anyio.run, cut_everywhere, server, responses, backend=runtime)
        watch(partial(cut_everywhere_sync, server, responses) if runtime == "sync" else run, 60)
        assert len(server.requests) == len(responses), "a cut stream was asked for again"


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_stream_may_be_split_anywhere(runtime: str) -> None:
    """However the network splits a response, the events are the same."""
    with FaultServer(*([read, _in_two(BODY, at), close] for at in range(len(BODY)))) as server:
        for _ in range(0, len(BODY), 7):
            outcome = RUNTIMES[runtime](Case("split", "stream", ()), server)
            assert (outcome.error, outcome.text) == (None, "Hel\u00e9\U0001f600 o.")
        assert MESSAGE.encode() in server.requests[0].body


def _in_two(data: bytes, at: int) -> Any:
    def step(exchange: Any) -> None:
        exchange.send(STREAM_HEAD + data[:at])
        exchange.wait(0.001)
        exchange.send(data[at:])

    return step
