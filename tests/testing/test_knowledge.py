"""Search, suggestions, gaps, research and analytics, over the knowledge that the package brings."""

from __future__ import annotations

import pytest

from infinity_assistant.testing._state.knowledge_base import load_corpus
from infinity_assistant.testing._state.markdown import TYPES


def find(call, **body):
    """Search, and give the ids by group."""
    results = call.json("POST", "/search", {"query": "stream retry webhook", **body})["results"]
    return {group: [hit["id"] for hit in hits] for group, hits in results.items()}


def test_the_package_knows_enough_of_itself():
    """At least 40 entries of each kind's spirit, each with a domain, tags and an id of its own."""
    entries = load_corpus()
    assert len(entries) >= 40 and {entry.type for entry in entries} == set(TYPES)
    assert len({entry.id for entry in entries}) == len(entries)
    assert all(entry.domain and entry.tags and entry.content for entry in entries)


def test_a_search_finds_the_best_match_first_and_counts(call):
    response = call.json("POST", "/search", {"query": "verify a webhook signature"})
    assert response["results"]["patterns"][0]["name"] == "Verify before you trust"
    counts = response["counts"]
    assert counts["total"] == counts["wisdom"] + counts["patterns"] + counts["gotchas"]
    assert response["metadata"]["sources"] == ["knowledge-base"]


def test_a_word_is_found_in_other_forms_and_by_its_beginning(call):
    assert call.json("POST", "/search", {"query": "retrying"})["counts"]["total"] > 0
    assert call.json("POST", "/search", {"query": "webho"})["counts"]["total"] > 0


def test_type_domain_and_tags_narrow_a_search(call):
    everything = find(call)
    assert all(everything.values())
    assert find(call, type="gotchas") == {"wisdom": [], "patterns": [], "gotchas": everything["gotchas"]}
    assert all(".STREAMS." in one for ids in find(call, domain="streams").values() for one in ids)
    assert find(call, tags=["replay"])["gotchas"] == ["G.WEBHOOKS.04"]


@pytest.mark.parametrize(
    ("limit", "most"), [(2, 2), ("2", 2), (0, 0), (None, 0), ("x", 0), (1000, 50), ([], 0), (2.5, 2)]
)
def test_the_limit_is_for_each_group_and_at_most_50(call, limit, most):
    assert max(map(len, find(call, limit=limit).values())) <= most


def test_a_number_beyond_all_measure_is_a_number(call):
    for limit in (b"1e999", b"-1e999", b"9" * 400):
        assert call("POST", "/search", b'{"query": "stream", "limit": ' + limit + b"}").status == 200
    assert call("POST", "/search", b'{"query": "stream", "limit": ' + b"9" * 5000 + b"}").status in (200, 500)


def test_a_negative_limit_drops_the_last_ones(call):
    assert find(call, limit=-1)["gotchas"] == find(call)["gotchas"][:-1]


@pytest.mark.parametrize(
    ("query", "error"),
    [
        (None, "Query is required and must be a non-empty string"),
        (5, "Query is required and must be a non-empty string"),
        (" ", "Query is required and must be a non-empty string"),
        ("q" * 501, "Query too long. Maximum 500 characters."),
    ],
)
def test_what_cannot_be_searched_for_is_rejected(call, query, error):
    assert call.json("POST", "/search", {"query": query}, 400) == {"success": False, "error": error}


@pytest.mark.parametrize("query", ['"', "AND OR NOT", "a*b(c", "^", "col:x", "NEAR(a b)", "日本語", "-", "\ud800"])
def test_no_query_is_taken_for_the_language_of_the_search_engine(call, query):
    assert call("POST", "/search", {"query": query}).status == 200


def test_a_free_search_that_finds_nothing_is_noted_as_a_gap(call):
    response = call.json("POST", "/search", {"query": "xylophone"})
    assert response["gapCaptured"] is True and response["knowledgeCreated"] == 0
    assert 'information about "xylophone"' in response["generatedAnswer"]
    assert "gapCaptured" not in call.json("POST", "/search", {"query": "xylophone", "userTier": "pro"})


def test_suggestions_complete_the_beginning_of_a_query(call):
    response = call.json("GET", "/search?q=webh&limit=3")
    assert response["query"] == "webh" and response["count"] == len(response["suggestions"]) == 3
    for one in response["suggestions"]:
        assert set(one["metadata"]) == {f"{one['type']}_id"} | ({"domain"} if one["type"] == "pattern" else set())


@pytest.mark.parametrize("query", ["", "q=", "q=%20%20", "q=w"])
def test_less_than_two_characters_get_no_suggestions(call, query):
    assert call.json("GET", f"/search?{query}") == {"success": True, "suggestions": []}


@pytest.mark.parametrize("limit", ["-1", "0", "abc"])
def test_a_senseless_limit_gets_no_suggestions(call, limit):
    assert call.json("GET", f"/search?q=webhook&limit={limit}")["suggestions"] == []


def test_a_gap_gets_a_response_if_something_is_known_after_all_and_is_learned_once(call):
    first = call.json("POST", "/knowledge/gap", {"query": "my stream broke", "source": "assist", "context": "c"})
    assert first["hadExistingKnowledge"] is True and first["knowledgeCreated"] == 1
    assert first["gapId"].startswith("gap_1767225600000_")
    assert call.json("POST", "/knowledge/gap", {"query": "my stream broke"})["knowledgeCreated"] == 0
    results = call.json("POST", "/search", {"query": "my stream broke"})["results"]
    assert any("my stream broke" in str(hit) for hits in results.values() for hit in hits)


def test_a_gap_without_a_response_says_so(call):
    response = call.json("POST", "/knowledge/gap", {"query": "xylophone"})
    assert response["hadExistingKnowledge"] is False and "has been noted" in response["response"]
    rejected = {"success": False, "error": "Query is required"}
    assert call.json("POST", "/knowledge/gap", {"topic": "x"}, 400) == rejected


def test_research_gives_findings_and_what_they_mean(call):
    result = call.json("POST", "/research", {"topic": "webhook signature", "mode": "deep"})["result"]
    assert result["sources"] == {"internal": len(result["findings"]), "external": 0, "total": len(result["findings"])}
    assert result["query"] == {"topic": "webhook signature", "mode": "deep"}
    assert result["synthesis"]["recommendations"] and result["synthesis"]["confidence"] == 0.7


def test_research_goes_as_deep_as_its_mode(call):
    def count(**body):
        return len(call.json("POST", "/research", {"topic": "stream retry webhook test", **body})["result"]["findings"])

    assert (count(mode="quick"), count(), count(mode="deep"), count(mode="comprehensive")) == (3, 5, 10, 20)
    assert count(mode="deep", maxSources=2) == 2
    assert count(mode={"odd": True}) == 5


def test_research_prefers_the_domains_asked_for_and_echoes_what_it_was_given(call):
    body = {"topic": "retry", "domains": ["streams"], "includeExternal": True}
    result = call.json("POST", "/research", body)["result"]
    assert {finding["domain"] for finding in result["findings"]} == {"streams"}
    assert result["query"]["domains"] == ["streams"] and result["query"]["includeExternal"] is True


def test_research_of_something_unknown_names_the_gaps(call):
    synthesis = call.json("POST", "/research", {"topic": "xylophone"})["result"]["synthesis"]
    assert synthesis["confidence"] == 0.3
    assert 'Limited coverage of "xylophone" aspect' in synthesis["gaps"]


def test_research_breaks_on_domains_that_are_no_list(call):
    error = call.json("POST", "/research", {"topic": "x", "domains": 5}, 500)
    assert error["error"] == "Failed to conduct research" and "slice" in error["message"]
    assert call("POST", "/research", {"topic": "x", "domains": "api"}).status == 200
    assert call("POST", "/research", b"{").status == 500
    assert call("POST", "/research", {"query": "x"}).status == 400


def test_the_status_of_research_counts(call):
    assert call.json("GET", "/research")["metrics"]["totalResearches"] == 0
    call("POST", "/research", {"topic": "retry"})
    metrics = call.json("GET", "/research")["metrics"]
    assert metrics["totalResearches"] == 1 and metrics["avgFindings"] == 5


def test_analytics_count_questions_and_gaps_by_mode(call):
    for message in ("What is a webhook?", "xylophone?"):
        call("POST", "/chat", {"message": message})
    call("POST", "/chat", {"message": "What is a webhook?", "preferences": {"role": "developer"}})
    data = call.json("GET", "/analytics/knowledge")["data"]
    assert data["summary"]["totalQueries"] == 3 and data["summary"]["totalKnowledgeGaps"] == 1
    assert data["companion"]["summary"]["totalQueries"] == 2
    assert data["knowledgeGaps"][0]["gapRatio"] == 0.5 and data["knowledgeGaps"][0]["priority"] == "high"
    assert call.json("GET", "/analytics/knowledge?mode=companion")["data"]["professional"] is None


def test_analytics_look_back_as_far_as_asked(call, emulator):
    call("POST", "/chat", {"message": "What is a webhook?"})
    emulator.clock.advance(3 * 86_400)
    day = call.json("GET", "/analytics/knowledge?timeframe=day")["data"]
    week = call.json("GET", "/analytics/knowledge?timeframe=week")["data"]
    assert (day["summary"]["totalQueries"], week["summary"]["totalQueries"]) == (0, 1)


def test_gaps_are_counted_and_resolved_by_what_is_learned(call):
    assert call.json("GET", "/knowledge/gap")["stats"] == {"total": 0, "pending": 0, "resolved": 0, "researching": 0}
    for query in ("xylophone quantum sandwiches", "how do I verify a webhook?"):
        call.json("POST", "/knowledge/gap", {"query": query})
    stats = call.json("GET", "/knowledge/gap")["stats"]
    assert (stats["total"], stats["pending"], stats["resolved"]) == (2, 1, 1)


def test_a_topic_that_is_unknown_needs_research(call):
    unknown, known = (
        call.json("POST", "/knowledge/needs-research", {"topic": topic})["assessment"]
        for topic in ("xylophones", "streams")
    )
    assert (unknown["needsResearch"], unknown["confidenceInExisting"]) == (True, 0)
    assert (known["needsResearch"], known["confidenceInExisting"]) == (False, 1)
