"""`serve`."""

from __future__ import annotations

import signal

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


def test_options_that_cannot_be_right_are_explained(run: Run) -> None:
    outcome = run("serve", "--fault", "gibberish")
    assert outcome.code == 2
    assert "gibberish" in outcome.err
