"""GET, POST and DELETE /memory, and how long conversations are folded."""

from __future__ import annotations

import pytest

TYPES = "type must be one of: wisdom, pattern, gotcha, fact"


def talk(call, turns, conversation="c"):
    """Have a conversation of so many turns."""
    for n in range(turns):
        call("POST", "/chat", {"message": f"I realized that item {n} has an error", "conversationId": conversation})


def memory(call, conversation="c"):
    """Give the memory of a conversation."""
    return call.json("GET", f"/memory?conversationId={conversation}")["memory"]


def test_an_unknown_conversation_has_an_empty_memory(call):
    assert memory(call, "nobody") == {"recentMessages": [], "compressedHistory": [], "criticalFacts": []}


def test_a_conversation_must_be_named(call):
    assert call.json("GET", "/memory", status=400) == {"error": "conversationId is required"}


def test_a_stored_fact_is_read_back(call):
    stored = call.json("POST", "/memory", {"conversationId": "c", "content": "a fact café", "type": "gotcha"})["entry"]
    assert (stored["content"], stored["type"], stored["importance"]) == ("a fact café", "insight", "critical")
    fact = memory(call)["criticalFacts"][0]
    assert fact == {**stored, "tags": ["remembered", "gotcha"]}


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"content": "x"}, "conversationId is required"),
        ({"conversationId": "c", "content": 5}, "content is required and must be a string"),
        ({"conversationId": "c"}, "content is required and must be a string"),
        ({"conversationId": "c", "content": "x", "type": "preference"}, TYPES),
        ({"conversationId": "c", "content": "x", "type": None}, TYPES),
    ],
)
def test_what_cannot_be_stored_is_rejected_in_the_words_of_the_service(call, body, error):
    assert call.json("POST", "/memory", body, 400) == {"error": error}


def test_content_has_no_limit_and_may_be_anything(call):
    for content in ("y" * 20_000, "   ", "lone \ud83d half"):
        assert call.json("POST", "/memory", {"conversationId": "c", "content": content})["entry"]["content"] == content


def test_a_message_is_shown_cut_after_200_characters(call):
    call("POST", "/chat", {"message": "z" * 300, "conversationId": "c"})
    assert memory(call)["recentMessages"][0]["content"] == "z" * 200 + "..."


def test_more_than_30_messages_leave_the_latest_20_and_a_summary_of_the_rest(call):
    talk(call, 15)
    assert len(memory(call)["recentMessages"]) == 30 and memory(call)["compressedHistory"] == []
    talk(call, 1)
    folded = memory(call)
    assert len(folded["recentMessages"]) == 21
    summary = folded["compressedHistory"][0]
    assert summary["originalCount"] == 11
    assert summary["summary"].startswith("[11 messages summarized] | Topics: ")
    assert "Period: 2026-01-01 to 2026-01-01" in summary["summary"]
    assert summary["keyInsights"][0] == "W: I realized that item 0 has an error"
    assert summary["keyInsights"][-1].startswith("G: ")


def test_a_fact_is_forgotten_by_its_id_and_an_unknown_one_is_no_error(call):
    stored = call.json("POST", "/memory", {"conversationId": "c", "content": "x"})["entry"]
    forget = {"conversationId": "c", "type": "critical"}
    assert call.json("DELETE", "/memory", {**forget, "entryId": "other"})["message"] == "Fact removed"
    assert len(memory(call)["criticalFacts"]) == 1
    assert call.json("DELETE", "/memory", {**forget, "entryId": stored["id"]})["message"] == "Fact removed"
    assert memory(call)["criticalFacts"] == []


def test_a_summary_is_forgotten_by_its_place(call):
    talk(call, 16)
    forget = {"conversationId": "c", "type": "compressed"}
    for entry in ("1", "-1", "x", 0, None):
        assert call.json("DELETE", "/memory", {**forget, "entryId": entry}, 400) == {"error": "Invalid delete request"}
    assert call.json("DELETE", "/memory", {**forget, "entryId": "0"})["message"] == "Segment removed"
    assert memory(call)["compressedHistory"] == []


def test_everything_is_forgotten_at_once(call):
    talk(call, 1)
    forget = {"conversationId": "c", "type": "all"}
    assert call.json("DELETE", "/memory", forget) == {"success": True, "message": "All memory cleared"}
    assert memory(call)["recentMessages"] == []
    assert call.json("DELETE", "/memory", forget, 404) == {"error": "No memory found for this conversation"}


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        (b"", 500, "Failed to delete memory"),
        ({"type": "all"}, 400, "conversationId is required"),
        ({"conversationId": "c"}, 400, "type must be one of: critical, compressed, all"),
        ({"conversationId": "c", "type": "some"}, 400, "type must be one of: critical, compressed, all"),
    ],
)
def test_an_unclear_deletion_is_rejected(call, body, status, error):
    assert call.json("DELETE", "/memory", body, status) == {"error": error}
