"""`keys`, `webhooks` and `health`."""

from __future__ import annotations

import json

import pytest

from infinity_assistant.models import HealthResponse, UsageResponse
from infinity_assistant.testing import Emulator

from .conftest import Run, pipe

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


def test_usage_is_a_table(run: Run) -> None:
    run("chat", "hi")
    rows = [line.split() for line in run("usage").out.splitlines()]
    assert rows[0] == ["messages", "used", "limit", "left"]
    assert rows[1] == ["today", "1", "10", "9"]
    assert rows[2] == ["this", "month", "1", "100", "99"]
    assert rows[3][1:] == ["tokens", "this", "month"] and rows[4] == ["tier", "free"]


def test_usage_without_a_bound_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The service writes -1."""
    endless = {"daily": -1, "monthly": -1}
    document = {"usage": {"today": 3, "thisMonth": 4}, "limits": endless, "remaining": endless, "tier": "pro"}
    response = UsageResponse.from_dict(document)
    monkeypatch.setattr("infinity_assistant.client.InfinityAssistantClient.get_usage", lambda _: response)
    lines = run("usage").out.splitlines()
    assert lines[1].split() == ["today", "3", "unlimited", "unlimited"]
    assert lines[3:] == ["tier pro"]


def test_usage_as_json_is_what_the_service_said(run: Run) -> None:
    assert json.loads(run("usage", "--json").out)["limits"] == {"daily": 10, "monthly": 100}


def test_preferences_are_set_one_by_one(run: Run) -> None:
    """The service replaces the whole document: those that are not named stay."""
    assert run("preferences", "show") == (0, "", "There are no preferences.\n")
    assert run("preferences", "set", "name=Ada", 'tags=["a", "b"]', "limit=3").code == 0
    assert run("preferences", "set", "name=Grace=Hopper", "empty=", "none=[]") == (0, "", "Stored.\n")
    assert run("preferences", "show").out.splitlines()[1:4] == ["name   Grace=Hopper", 'tags   ["a", "b"]', "limit  3"]
    stored = json.loads(run("preferences", "show", "--json").out)["preferences"]
    assert stored == {"name": "Grace=Hopper", "tags": ["a", "b"], "limit": 3, "empty": "", "none": []}


def test_preferences_are_replaced_by_a_document(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("preferences", "set", "name=Ada")
    pipe(b'{"style": {"tone": "dry"}}', monkeypatch)
    assert json.loads(run("preferences", "set", "--replace", "-", "--json").out)["success"] is True
    assert run("preferences", "show").out.splitlines()[1] == 'style  {"tone": "dry"}'


@pytest.mark.parametrize(("text", "complaint"), [(b"{", "is not JSON"), (b"[]", "must be a JSON object")])
def test_what_is_no_document_is_rejected(
    text: bytes, complaint: str, run: Run, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(text, monkeypatch)
    outcome = run("preferences", "set", "-")
    assert (outcome.code, outcome.out, emulator.requests) == (2, "", [])
    assert complaint in outcome.err


def test_preferences_of_nobody_are_warned_of(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next start of the program is somebody else."""
    monkeypatch.delenv("INFINITY_ASSISTANT_API_KEY")
    assert "nobody will find this again" in run("preferences", "set", "name=Ada").err


def test_conversations_are_exported(run: Run) -> None:
    run("chat", "hi", "--conversation-id", "conv_1")
    run("chat", "hi", "--conversation-id", "conv_2")
    assert json.loads(run("export", "conversations").out)["recordCount"] == 2
    narrow = json.loads(run("export", "conversations", "--conversation-id", "conv_1", "--end-date", "2099-01-01").out)
    assert [one["id"] for one in narrow["conversations"]] == ["conv_1"]


def test_usage_is_exported_as_json_and_as_csv(run: Run) -> None:
    run("chat", "hi")
    assert json.loads(run("export", "usage", "--start-date", "2020-01-01").out)["success"] is True
    lines = run("export", "usage", "--format", "csv").out.split("\n")
    assert lines[0].split(",")[:2] == ["date", "endpoint"] and lines[-1] == ""


def test_feedback_is_sent(emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(b"It works.", monkeypatch)
    assert (
        run("feedback", "-", "--type", "praise", "--rating", "4.5", "--conversation-id", "conv_1").err == "Thank you.\n"
    )
    assert emulator.requests[-1].json == {
        "message": "It works.",
        "type": "praise",
        "rating": 4.5,
        "conversationId": "conv_1",
    }
    assert json.loads(run("feedback", "Thanks", "--json").out) == {"success": True}
