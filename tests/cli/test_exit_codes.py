"""What went wrong, as an exit code and in words."""

from __future__ import annotations

import datetime as dt
import socket
from typing import Any, Dict

import pytest

from infinity_assistant import api
from infinity_assistant import errors as e
from infinity_assistant import models as m
from infinity_assistant.cli._commands.search import MOST
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._outcome.error_messages import describe_error
from infinity_assistant.cli._parser import parse_args
from infinity_assistant.testing import Emulator

from .conftest import Run


@pytest.mark.parametrize(
    ("fault", "code", "advice"),
    [
        ({"status": 400}, 1, ""),
        ({"status": 401}, 4, "INFINITY_ASSISTANT_API_KEY"),
        ({"status": 403}, 4, "API key that allows this"),
        ({"status": 404}, 1, "Check the id"),
        ({"status": 429}, 5, "Try again later."),
        ({"status": 429, "retry_after": 30}, 5, "Try again in 30 seconds."),
        ({"status": 500}, 1, "try again later"),
    ],
)
def test_each_rejection_has_its_exit_code_and_advice(
    fault: Dict[str, Any], code: int, advice: str, emulator: Emulator, server: Any, run: Run
) -> None:
    """The code tells a script what kind of failure it was; the message tells a person what to do."""
    emulator.fail("list_api_keys", times=None, **fault)
    outcome = run("keys", "list", "--max-retries", 0)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith("infinity-assistant: ")
    assert f"HTTP {fault['status']}" in outcome.err
    assert advice in outcome.err


def test_a_used_up_quota_says_when_it_is_reset(emulator: Emulator, server: Any, run: Run) -> None:
    emulator.quota(0)
    outcome = run("chat", "hi")
    assert outcome.code == 5
    assert "The quota is reset at 20" in outcome.err


def test_a_service_that_is_not_there_is_a_network_failure(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/api"
        outcome = run("health", "--base-url", url, "--max-retries", 0)
    assert outcome.code == 3
    assert "Check your connection" in outcome.err


def test_a_service_that_is_too_slow_is_a_network_failure(emulator: Emulator, server: Any, run: Run) -> None:
    """The advice names the option that gives more time."""
    emulator.delay(2, "health")
    outcome = run("health", "--timeout", "0.05", "--max-retries", 0)
    assert outcome.code == 3
    assert "--timeout" in outcome.err


def test_a_response_that_is_none_of_ours_is_a_failure(emulator: Emulator, server: Any, run: Run) -> None:
    emulator.add_fault("health:html")
    outcome = run("health")
    assert outcome.code == 1
    assert "--base-url" in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["gibberish"],
        ["keys"],
        ["memory", "delete", "conv_1"],
        ["search", "x", "--limit", "many"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "51"],
        ["search", "x", "--limit", "1e1"],
        ["search", "x", "--limit", "9" * 50],
        ["search", "x", "--lim", "3"],
        ["research", "x", "--max-sources", "-1"],
        ["bulk", "-", "--journal", "j", "--concurrency", "0"],
        ["bulk", "-", "--journal", "j", "--rate", "0"],
        ["bulk", "-", "--journal", "j", "--rate", "nan"],
        ["bulk", "-", "--journal", "j", "--rate", "quick"],
        ["export", "usage", "--start-date", "yesterday"],
        ["feedback", "x", "--rating", "good"],
        ["feedback", "x", "--rating", "inf"],
        ["preferences", "set", "name"],
        ["preferences", "set", "=Ada"],
        ["completion", "csh"],
        ["chat", ""],
        ["chat", "x" * 5001],
        ["health", "--timeout", "0"],
        ["health", "--timeout", "nan"],
        ["health", "--max-retries", "-1"],
        ["health", "--base-url", "infinityassistant.io"],
        ["health", "--api-key-file", "/there/is/no/such/file"],
        ["webhooks", "create", "https://example.com", "--event", "chat.massage"],
    ],
)
def test_what_cannot_be_right_is_rejected_before_anything_is_sent(
    words: list[str], emulator: Emulator, server: Any, run: Run
) -> None:
    """Exit code 2, an explanation on standard error, and no request."""
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "infinity-assistant" in outcome.err
    assert emulator.requests == []


@pytest.mark.parametrize(
    ("error", "code", "advice"),
    [
        (e.InfinityAssistantStreamTimeoutError("silent"), exit_codes.NETWORK, "--timeout"),
        (e.InfinityAssistantStreamInterruptedError("cut"), exit_codes.NETWORK, "not the whole response"),
        (e.InfinityAssistantStreamError("the model failed"), exit_codes.FAILED, ""),
        (e.InfinityAssistantRedirectError("moved", status_code=308), exit_codes.FAILED, ""),
        (e.InfinityAssistantClientClosedError("closed"), exit_codes.FAILED, ""),
        (OSError("something"), exit_codes.FAILED, ""),
    ],
)
def test_rare_errors_are_put_into_words(error: Exception, code: int, advice: str) -> None:
    problem = describe_error(error)
    assert problem.code == code
    assert advice in problem.advice if advice else problem.advice == ""


def test_a_redirect_names_where_it_points_to() -> None:
    error = e.InfinityAssistantRedirectError("moved", status_code=308)
    error.location_origin = "https://elsewhere.example"
    assert "https://elsewhere.example" in describe_error(error).advice


def test_the_hour_of_a_new_quota_is_local() -> None:
    error = e.InfinityAssistantRateLimitError("enough", status_code=429)
    error.reset_at = dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.timezone.utc)
    assert f"{error.reset_at.astimezone():%Y-%m-%d %H:%M}" in describe_error(error).advice


def test_a_fault_of_the_program_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what happened and where, which is what a report needs."""

    def broken(args: object) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr("infinity_assistant.cli._commands.health.run", broken)
    outcome = run("health")
    assert outcome.code == 1
    assert "KeyError: 'surprise' (test_exit_codes.py, line" in outcome.err
    assert "Traceback" not in outcome.err
    assert describe_error(KeyError("never raised")).what.endswith("KeyError: 'never raised'")


def test_a_command_that_leaves_with_words_has_failed_or_not_as_argparse_says(run: Run) -> None:
    """`--version` and `--help` are successes."""
    assert run("--version").code == 0
    assert run("keys", "--help").code == 0


@pytest.mark.parametrize(
    ("words", "enum"),
    [
        (["chat", "hi", "--mode"], m.ChatMode),
        (["search", "x", "--type"], m.KnowledgeType),
        (["research", "x", "--mode"], m.ResearchMode),
        (["memory", "store", "conv_1", "x", "--type"], m.MemoryType),
        (["memory", "delete", "conv_1", "--type"], m.MemoryDeleteType),
        (["webhooks", "create", "https://example.com", "--event"], m.WebhookEvent),
        (["export", "usage", "--format"], m.ExportFormat),
    ],
)
def test_a_wrong_word_is_told_with_the_right_ones(
    words: list[str], enum: Any, emulator: Emulator, server: Any, run: Run
) -> None:
    """They are those of the API description."""
    outcome = run(*words, "gibberish")
    assert (outcome.code, outcome.out, emulator.requests) == (2, "", [])
    assert f"argument {words[-1]}: invalid choice: 'gibberish'" in outcome.err
    assert enum.__args__ and [word for word in enum.__args__ if word not in outcome.err] == []
    for word in enum.__args__:
        parse_args([*words, word])


def test_a_number_out_of_range_is_told_with_the_range(run: Run) -> None:
    assert "argument --limit: '51' is not a whole number from 1 to 50" in run("search", "x", "--limit", 51).err
    assert (
        "argument --max-sources: '0' is not a whole number of at least 1"
        in run("research", "x", "--max-sources", 0).err
    )


def test_the_largest_number_of_results_is_what_the_description_says() -> None:
    assert f"at most {MOST}." in (api.search_knowledge.__doc__ or "")
