"""`search` and `research`."""

from __future__ import annotations

import io
import json

import pytest

from infinity_assistant.models import KnowledgeSearchResponse
from infinity_assistant.testing import Emulator

from .conftest import Run

pytestmark = pytest.mark.usefixtures("server")

FOUND = {
    "success": True,
    "query": "q",
    "generatedAnswer": "In short: yes.",
    "results": {
        "wisdom": [{"id": "W1", "title": "Wise", "content": "Be kind.", "score": 1.5, "source": "corpus"}],
        "patterns": [{"id": "P1", "name": "Loop", "description": "Again.", "score": 1, "domain": "code"}],
        "gotchas": [{"id": "G1", "title": "Trap", "content": "Mind the gap.", "score": 0.5, "source": "corpus"}],
    },
    "counts": {"total": 3, "wisdom": 1, "patterns": 1, "gotchas": 1},
}


def list_sent(emulator: Emulator) -> dict[str, object]:
    """The body of the last request."""
    body: dict[str, object] = json.loads(emulator.requests[-1].request.body)
    return body


def test_search_shows_every_group(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each result with its id, so that it can be referred to, and where it comes from."""
    response = KnowledgeSearchResponse.from_dict(FOUND)
    monkeypatch.setattr("infinity_assistant.client.InfinityAssistantClient.search_knowledge", lambda *_, **__: response)
    out = run("search", "q").out
    assert out.startswith("In short: yes.\nWisdom\n  Wise\n    id W1, score 1.5, source corpus\n    Be kind.\n")
    assert "Gotchas\n  Trap\n" in out
    assert out.endswith("Patterns\n  Loop\n    id P1, score 1, domain code\n    Again.\n")


def test_search_finds_what_the_service_knows(run: Run) -> None:
    outcome = run("search", "streams")
    assert outcome.code == 0
    assert "id G." in outcome.out


def test_to_find_nothing_is_no_failure(run: Run) -> None:
    outcome = run("search", "zzzzqqqq")
    assert (outcome.code, outcome.err) == (0, "Nothing found.\n")


def test_options_of_search_go_into_the_request(emulator: Emulator, run: Run) -> None:
    run("search", "cut", "streams", "--type", "gotchas", "--limit", 3, "--domain", "d", "--tag", "a", "--tag", "b")
    expected = {"query": "cut streams", "type": "gotchas", "limit": 3, "domain": "d", "tags": ["a", "b"]}
    assert list_sent(emulator) == expected


def test_a_query_can_be_piped_in(emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("streams\n"))
    run("search", "-")
    assert list_sent(emulator)["query"] == "streams"


def test_search_as_json_is_what_the_service_said(run: Run) -> None:
    response = json.loads(run("search", "streams", "--json").out)
    assert response["query"] == "streams"
    assert response["counts"]["total"] >= 1


def test_research_shows_synthesis_and_findings(run: Run) -> None:
    outcome = run("research", "streams")
    assert outcome.code == 0
    assert outcome.out.startswith("Summary\n")
    assert "Findings (" in outcome.out
    assert "relevance" in outcome.out


def test_options_of_research_go_into_the_request(emulator: Emulator, run: Run) -> None:
    run("research", "cut streams", "--mode", "quick", "--domain", "a", "--domain", "b", "--max-sources", 2)
    assert list_sent(emulator) == {"topic": "cut streams", "mode": "quick", "domains": ["a", "b"], "maxSources": 2}


def test_research_as_json_is_what_the_service_said(run: Run) -> None:
    assert json.loads(run("research", "streams", "--json").out)["result"]["query"]["topic"] == "streams"
