"""The tour, which is what `make demo` runs."""

from __future__ import annotations

import importlib
import sys
from typing import Any, Iterator

import pytest

from infinity_assistant import InfinityAssistantError
from infinity_assistant.testing import Emulator, EmulatorServer

from .conftest import Run
from .pages import ROOT

FAILING = [
    "health",
    "chat_stream",
    "store_memory",
    "search_knowledge",
    "research",
    "get_usage",
]


@pytest.fixture
def tour(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module, imported as a script sees it; its helpers are forgotten afterwards."""
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    yield importlib.import_module("tour")
    for name in ("tour", "stage", "emulated", "webhooks_receiver"):
        sys.modules.pop(name, None)


def test_it_shows_every_operation_and_ends_well(run: Run) -> None:
    """It says itself which operation is missing."""
    done = run(["python", str(ROOT / "examples" / "tour.py")])
    assert done.returncode == 0, done.stderr
    assert "all as expected" in done.stdout
    assert "\x1b" not in done.stdout


def test_it_runs_where_the_terminal_knows_ascii_alone(run: Run) -> None:
    done = run(["python", str(ROOT / "examples" / "tour.py")], PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0, done.stderr


def test_it_runs_where_a_proxy_is_set(run: Run) -> None:
    proxies = {"HTTP_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9"}
    done = run(["python", str(ROOT / "examples" / "tour.py")], **proxies)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("operation", FAILING)
def test_a_failing_service_is_told_by_the_exit_code(
    operation: str, tour: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken(EmulatorServer):
        def __init__(self, **options: Any) -> None:
            super().__init__(**{**options, "pace": 0.0})
            self.emulator.fail(operation, status=501, times=None)

    monkeypatch.setattr(tour, "EmulatorServer", Broken)
    assert tour.main() == 1
    assert "Not as expected: " in capsys.readouterr().err


def test_a_response_that_is_not_as_it_should_be_is_told(tour: Any) -> None:
    """The tour looks at what comes, not only whether something comes."""
    with Emulator() as emulator, emulator.client() as client:
        emulator.on_chat().reply("I have forgotten everything.")
        with pytest.raises(tour.Unexpected, match="knows what was said before"):
            tour.chat(client)
        with pytest.raises(tour.Unexpected, match="uses what it remembers"):
            tour.memory(client)
        with pytest.raises((tour.Unexpected, InfinityAssistantError)):
            tour.survival(client.with_options(max_retries=0), emulator)
