from __future__ import annotations

import io
from typing import Any, Callable, Iterator, NamedTuple

import pytest

from infinity_assistant.cli import main
from infinity_assistant.testing import Emulator, EmulatorServer


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing of the service, and output without colors or surprises."""
    for name in ("API_KEY", "BASE_URL", "TIMEOUT", "MAX_RETRIES", "LOG", "DRIFT", "WEBHOOK_SECRET"):
        monkeypatch.delenv(f"INFINITY_ASSISTANT_{name}", raising=False)
    for name in ("NO_COLOR", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    pipe(b"", monkeypatch)


def pipe(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard input be what another program has written."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose responses are the same in every run, and whose webhooks are delivered."""
    with Emulator(frozen=True, deliver=True) as made:
        yield made


@pytest.fixture
def server(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[EmulatorServer]:
    """The emulator behind a socket, which the environment names together with a valid key."""
    with EmulatorServer(emulator) as serving:
        monkeypatch.setenv("INFINITY_ASSISTANT_BASE_URL", serving.url)
        monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", emulator.api_key)
        yield serving


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def command(*words: Any) -> Outcome:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return command
