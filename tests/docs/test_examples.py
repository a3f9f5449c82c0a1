"""Every example runs, by itself with an emulator and against the service that the environment names."""

from __future__ import annotations

import re
from typing import Dict, List

import pytest

from infinity_assistant.testing import EmulatorServer

from .conftest import Run
from .pages import ROOT

EXAMPLES = ROOT / "examples"
#: What each prints, among other things.
PRINTS: Dict[str, List[str]] = {
    "basic.py": ["You asked me to remember: We use Python 3.12.", r"- .+ \(\d\.\d\d\)"],
    "streaming.py": [r"\[\d+ tokens\]", r"\[conversation conv_\w+\]", r"\d+ characters"],
    "async_client.py": [r"How do I stream\? .+", r"How do I retry\? .+", r"How do I test\? .+"],
    "error_handling.py": [
        r"\(not sent: message is 6000 UTF-16 code units long",
        r"\(the API key is missing or wrong\)",
        r"\(no response in time",
        r"\(failed: could not connect to ",
    ],
    "webhooks_receiver.py": [r"chat\.response at \d\d:\d\d:\d\d: "],
}
HELPERS = {"emulated.py", "stage.py"}


def test_every_example_is_run_here() -> None:
    assert {path.name for path in EXAMPLES.glob("*.py")} == {*PRINTS, *HELPERS, "tour.py", "testing_your_app.py"}


@pytest.mark.parametrize("name", PRINTS)
def test_an_example_runs_with_an_emulator_of_its_own(name: str, run: Run) -> None:
    done = run(["python", str(EXAMPLES / name), "--emulator"], INFINITY_ASSISTANT_BASE_URL="http://127.0.0.1:9")
    assert done.returncode == 0, done.stderr
    assert [text for text in PRINTS[name] if not re.search(text, done.stdout)] == []


@pytest.mark.parametrize("name", sorted(PRINTS))
def test_an_example_runs_against_the_service_of_the_environment(name: str, run: Run, service: EmulatorServer) -> None:
    done = run(["python", str(EXAMPLES / name)])
    assert done.returncode == 0, done.stderr
    assert service.emulator.requests


def test_the_tests_of_the_example_program_pass(run_tests: Run) -> None:
    done = run_tests(EXAMPLES / "testing_your_app.py")
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout
