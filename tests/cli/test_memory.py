"""`memory`."""

from __future__ import annotations

import io
import json

import pytest

from infinity_assistant.models import MemoryResponse
from infinity_assistant.testing import Emulator

from .conftest import Run

pytestmark = pytest.mark.usefixtures("server")


def test_what_is_stored_is_shown_and_can_be_deleted(run: Run) -> None:
    """`store` prints the id alone, for scripts."""
    stored = run("memory", "store", "conv_1", "my", "name", "is", "Ada", "--type", "fact")
    assert stored.out.startswith("mem_")
    assert "my name is Ada" in run("memory", "show", "conv_1").out
    assert run("memory", "delete", "conv_1", "--type", "all").code == 0
    assert run("memory", "show", "conv_1") == (0, "", "Nothing is remembered of this conversation.\n")


def test_one_entry_can_be_deleted(emulator: Emulator, run: Run) -> None:
    entry = run("memory", "store", "conv_1", "first").out.strip()
    run("memory", "store", "conv_1", "second")
    assert run("memory", "delete", "conv_1", "--type", "critical", "--entry-id", entry).code == 0
    shown = run("memory", "show", "conv_1").out
    assert "second" in shown and "first" not in shown


def test_content_can_be_piped_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("from a pipe\n"))
    run("memory", "store", "conv_1", "-")
    assert "from a pipe" in run("memory", "show", "conv_1").out


def test_json_is_what_the_service_said(run: Run) -> None:
    """One document for each action."""
    assert json.loads(run("memory", "store", "conv_1", "x", "--json").out)["entry"]["content"] == "x"
    assert json.loads(run("memory", "show", "conv_1", "--json").out)["memory"]["criticalFacts"][0]["content"] == "x"
    assert json.loads(run("memory", "delete", "conv_1", "--type", "all", "--json").out)["success"] is True


def test_messages_and_earlier_ones_are_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    response = MemoryResponse.from_dict(
        {
            "memory": {
                "recentMessages": [{"id": "m1", "type": "user", "content": "Hello", "importance": "low"}],
                "compressedHistory": [{"id": "c1", "summary": "Greetings", "originalCount": 4}],
                "criticalFacts": [],
            }
        }
    )
    monkeypatch.setattr("infinity_assistant.client.InfinityAssistantClient.retrieve_memory", lambda *_, **__: response)
    assert run("memory", "show", "conv_1").out == (
        "Messages\n  Hello\n    id m1, type user, importance low\nEarlier\n  Greetings\n    id c1, messages 4\n"
    )
