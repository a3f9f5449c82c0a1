"""`serve`."""

from __future__ import annotations

import json
import signal
from typing import List
from urllib.request import Request, urlopen

import pytest

from infinity_assistant.testing import EmulatorServer

from .conftest import Run
from .process import needs_ctrl_c, read_until, start


@needs_ctrl_c
def test_the_emulator_is_served_until_ctrl_c(run: Run) -> None:
    """One command serves the API, another talks to it; the stop is no failure."""
    with start("serve", "--port", "0", "--quiet") as process:
        assert process.stdout is not None
        url = read_until(process.stdout, "/api").rpartition(" ")[2]
        assert run("health", "--base-url", url).out.startswith("healthy")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in err


@needs_ctrl_c
def test_the_protocol_of_openai_is_served_in_front_of_a_service(run: Run) -> None:
    """The service is an emulator here, whose key the program gives."""
    with EmulatorServer() as service:
        with start("serve", "--port", "0", "--quiet", "--openai", "--upstream", service.base_url) as process:
            assert process.stdout is not None
            greeting = read_until(process.stdout, f" with a key of {service.base_url}, which responds")
            address = greeting.partition("OpenAI's protocol: ")[2].partition(" ")[0]
            body = json.dumps({"model": "m", "messages": [{"role": "user", "content": "Hello!"}]}).encode()
            headers = {"Content-Type": "application/json", "Authorization": f"Bearer {service.emulator.api_key}"}
            with urlopen(Request(f"{address}/chat/completions", body, headers), timeout=20) as response:
                assert json.load(response)["choices"][0]["message"]["content"]
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=20)
        assert (process.returncode, err) == (0, "")
        assert len(service.emulator.requests) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--upstream"], "--upstream is for --openai: give both"),
        (["--openai", "--upstream", "nowhere"], "base_url cannot be used"),
    ],
)
def test_an_upstream_that_cannot_be_asked_is_explained(run: Run, options: List[str], words: str) -> None:
    outcome = run("serve", "--port", "0", *options)
    assert outcome.code == 2
    assert words in outcome.err


def test_options_that_cannot_be_right_are_explained(run: Run) -> None:
    outcome = run("serve", "--fault", "gibberish")
    assert outcome.code == 2
    assert "gibberish" in outcome.err
