"""`infinity-assistant check`: an exit code that says whether the service is what was expected."""

from __future__ import annotations

import json
from typing import Any

from infinity_assistant.testing import Emulator

from .conftest import Run

UNREACHABLE = "http://127.0.0.1:9/api"


def test_a_service_that_is_as_described_is_compatible(emulator: Emulator, server: Any, run: Run) -> None:
    outcome = run("check", "health", "list_webhooks")
    assert outcome.code == 0
    assert outcome.out.startswith("API 1.0.0: compatible")
    assert "health: 200" in outcome.out


def test_a_field_of_another_type_is_not_compatible(emulator: Emulator, server: Any, run: Run) -> None:
    emulator.fail("health", status=200, body={"status": 5})
    outcome = run("check", "health", "--json")
    assert outcome.code == 1
    found = json.loads(outcome.out)
    assert found["verdict"] == "incompatible"
    assert {(one["kind"], one["place"]) for one in found["operations"][0]["differences"]} >= {("type", "status")}


def test_a_service_that_does_not_respond_is_not_compatible(run: Run) -> None:
    outcome = run("check", "health", "--base-url", UNREACHABLE)
    assert outcome.code == 3
    assert "undecided" in outcome.out


def test_an_operation_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    outcome = run("check", "helth", "--base-url", UNREACHABLE)
    assert outcome.code == 2
    assert "did you mean 'health'" in outcome.err
