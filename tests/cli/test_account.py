"""`keys`, `webhooks` and `health`."""

from __future__ import annotations

import json

import pytest

from infinity_assistant.models import HealthResponse
from infinity_assistant.testing import Emulator

from .conftest import Run

pytestmark = pytest.mark.usefixtures("server")


def test_keys_are_listed_without_the_keys_themselves(run: Run) -> None:
    assert run("keys", "list") == (0, "", "There are no keys.\n")
    key = run("keys", "create", "ci").out.strip()
    titles, row = run("keys", "list").out.splitlines()
    assert titles.split()[:3] == ["id", "name", "prefix"]
    assert " ci " in row and key not in row


def test_a_created_key_works_until_it_is_deleted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    created = json.loads(run("keys", "create", "ci", "--json").out)["apiKey"]
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", created["key"])
    assert run("keys", "list").code == 0
    assert run("keys", "delete", created["id"]).code == 0
    assert run("keys", "list").code == 4


def test_keys_as_json_are_what_the_service_said(run: Run) -> None:
    run("keys", "create", "ci")
    listed = json.loads(run("keys", "list", "--json").out)["apiKeys"]
    assert [one["name"] for one in listed] == ["ci"]
    assert json.loads(run("keys", "delete", listed[0]["id"], "--json").out)["success"] is True


def test_a_webhook_is_created_listed_and_deleted(run: Run) -> None:
    """The secret alone is on standard output; its id, to delete it, on standard error and in the list."""
    assert run("webhooks", "list").err == "There are no webhooks.\n"
    created = run("webhooks", "create", "https://example.com/", "--event", "chat.message", "--event", "memory.stored")
    assert created.code == 0 and created.out.strip()
    assert "not shown again" in created.err
    row = run("webhooks", "list").out.splitlines()[1]
    assert "https://example.com/" in row and "chat.message, memory.stored" in row
    assert run("webhooks", "delete", row.split()[0]).code == 0
    assert run("webhooks", "list").out == ""


def test_webhooks_as_json_are_what_the_service_said(run: Run) -> None:
    created = json.loads(run("webhooks", "create", "https://example.com/", "--event", "chat.message", "--json").out)
    assert created["webhook"]["secret"]
    listed = json.loads(run("webhooks", "list", "--json").out)["webhooks"]
    assert [one["id"] for one in listed] == [created["webhook"]["id"]]
    assert json.loads(run("webhooks", "delete", listed[0]["id"], "--json").out)["success"] is True


def test_a_healthy_service_is_exit_code_0(run: Run) -> None:
    outcome = run("health")
    assert outcome.code == 0
    assert outcome.out.startswith("healthy ")
    assert "supabase" in outcome.out


@pytest.mark.parametrize("status", ["degraded", "critical", "of another version"])
def test_a_service_that_is_not_healthy_is_exit_code_1(status: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A monitor needs no more than the exit code; what is wrong is printed all the same."""
    health = HealthResponse.from_dict({"status": status, "checks": {}})
    monkeypatch.setattr("infinity_assistant.client.InfinityAssistantClient.health", lambda *_: health)
    assert run("health") == (1, f"{status}\n", "")
    assert run("health", "--json").code == 1


def test_options_may_stand_before_the_command_and_after_it(emulator: Emulator, run: Run) -> None:
    assert json.loads(run("--json", "health").out) == json.loads(run("health", "--json").out)
    assert run("--base-url", "nowhere", "health").code == 2


def test_deleting_a_key_that_does_not_exist_says_so(emulator: Emulator, run: Run) -> None:
    """Nothing is deleted, and the exit code is not that of success."""
    before = run("keys", "list").out
    outcome = run("keys", "delete", "nope")
    assert (outcome.code, outcome.out) == (1, "")
    assert "there is no such key: nope" in outcome.err
    assert run("keys", "list").out == before
    assert "DELETE" not in [request.request.method for request in emulator.requests]
