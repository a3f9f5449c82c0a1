"""Servers whose streams halt until a test says so, and what is asked of a stream that was cut."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from infinity_assistant import InfinityAssistantStreamInterruptedError
from tests.reliability.responses import DONE, START, STREAM_HEAD, text
from tests.reliability.server import Exchange, FaultServer, Script
from tests.reliability.steps import read, send

HALF = STREAM_HEAD + START + text("Hel")
REST = text("lo.") + DONE


class Halting:
    """A server that sends the first half of a stream, and the rest when `go_on` is set."""

    def __init__(self, first: bytes = HALF, tls: Any = None) -> None:
        self.go_on = threading.Event()
        rest = HALF[len(first) :] + REST if HALF.startswith(first) else REST
        script: Script = [read, send(first), self._wait, send(rest)]
        self.server = FaultServer(script, tls=tls)

    def _wait(self, exchange: Exchange) -> None:
        while not self.go_on.is_set():
            exchange.wait(0.01)

    def __enter__(self) -> Halting:
        self.server.__enter__()
        return self

    def __exit__(self, *exc: Any) -> None:
        self.go_on.set()
        self.server.__exit__(*exc)


def expect_cut(read_on: Any, partial_text: str = "Hel") -> None:
    """Whoever reads on gets an interruption that has what had arrived: not once, but each time."""
    for _ in range(2):
        with pytest.raises(InfinityAssistantStreamInterruptedError, match="before the response was complete") as caught:
            read_on()
        assert caught.value.partial_text == partial_text


async def expect_cut_async(read_on: Any, partial_text: str = "Hel") -> None:
    for _ in range(2):
        with pytest.raises(InfinityAssistantStreamInterruptedError, match="before the response was complete") as caught:
            await read_on()
        assert caught.value.partial_text == partial_text
