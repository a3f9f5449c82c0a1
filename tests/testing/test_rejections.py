"""What the service rejects, the emulator rejects: a green test that fails in production is the worst it could cause."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from infinity_assistant.testing import Emulator, Request
from infinity_assistant.testing._assistant.composer import APOLOGY
from infinity_assistant.testing._server.gate import Gate
from infinity_assistant.testing._server.site import Site

PROFILES = ["default", "strict"]
ORIGIN = ("origin", "http://localhost:3000")
PREFLIGHT = ("access-control-request-method", "POST"), ("access-control-request-headers", "content-type,x-api-key")
NESTED = [
    {"essence": {"personalityTraits": "witty"}},
    {"essence": {"childSafetyLevel": 5}},
    {"essence": {"voiceTone": ["playful"]}},
    {"essence": {"familyMode": "yes"}},
    {"preferences": {"name": 5}},
    {"preferences": {"interests": 5}},
    {"preferences": {"communicationStyle": {}}},
    {"preferences": {"primaryGoals": "one"}},
    {"drivingMode": {"enabled": True, "batteryPercent": "80"}},
    {"drivingMode": {"enabled": True, "destination": 7}},
    {"drivingMode": {"enabled": True, "currentRange": True}},
]
HARMLESS = [
    {"essence": {"personalityTraits": ["witty"], "childSafetyLevel": "no such level", "unknown": 5}},
    {"essence": {"childSafetyLevel": None, "personalityTraits": ""}},
    {"preferences": {"interests": "a text is spread", "anything": {"else": 1}}},
    {"drivingMode": {"enabled": True, "batteryPercent": 80, "isEV": False}},
    {"drivingMode": True},
]


@pytest.fixture(params=PROFILES)
def caller(request, call):
    """A caller on an emulator of either profile."""
    with Emulator(profile=request.param, frozen=True) as emulator:
        yield type(call)(emulator)


@pytest.mark.parametrize("nested", NESTED, ids=json.dumps)
def test_a_nested_field_of_the_wrong_type_is_charged_and_gets_an_apology(caller, nested):
    response = caller.json("POST", "/chat", {"message": "Hi", "userId": "ana", **nested})
    assert (response["response"], response["metadata"]["tokensUsed"]) == (APOLOGY, 0)
    assert response["rateLimit"]["remaining"] == 49
    assert caller.json("POST", "/chat", {"message": "Hi", "userId": "ana"})["rateLimit"]["remaining"] == 48


@pytest.mark.parametrize("nested", NESTED, ids=json.dumps)
def test_a_nested_field_of_the_wrong_type_ends_a_stream_with_an_error_event(caller, nested):
    ((name, data),) = caller.stream({"message": "Hi", **nested})
    assert name == "error" and data["message"] == "An error occurred during response generation"
    assert "is not a function" in data["error"] or "to be a function" in data["error"]


@pytest.mark.parametrize("nested", HARMLESS, ids=json.dumps)
def test_other_nested_values_are_accepted(caller, nested):
    assert caller.json("POST", "/chat", {"message": "Hi", **nested})["response"] != APOLOGY
    assert caller.stream({"message": "Hi", **nested})[-1][0] == "done"


@pytest.mark.parametrize(("size", "status"), [(10_000, 200), (17_000, 431)])
def test_headers_over_16_kib_are_431(caller, size, status):
    response = caller("GET", "/health", x_padding="a" * size)
    assert response.status == status
    assert status == 200 or response.body == b""


def test_the_query_counts_towards_the_head(caller):
    assert caller("GET", f"/search?q={'a' * 17_000}").status == 431


@pytest.mark.parametrize(("size", "status"), [(10 * 1024 * 1024 - 100, 400), (10 * 1024 * 1024, 500)])
def test_a_body_over_10_mib_breaks_the_service(caller, size, status):
    body = json.dumps({"message": "a" * size}).encode()
    response = caller("POST", "/chat", body)
    assert response.status == status
    assert status == 400 or json.loads(response.body)["error"]["code"] == "INTERNAL_ERROR"


def test_a_page_of_another_origin_is_kept_out_as_deployed():
    with Emulator(profile="strict", frozen=True) as emulator:
        site = Site(emulator, Gate(origins=frozenset({ORIGIN[1]})))
        allowed = site.respond(Request("OPTIONS", "/api/chat", headers=(ORIGIN, *PREFLIGHT)))
        assert allowed.header("access-control-allow-headers") == "Content-Type, Authorization"
        for response in (allowed, site.respond(Request("GET", "/api/health", headers=(ORIGIN,)))):
            assert response.header("access-control-allow-origin") == "*"
            assert response.header("access-control-allow-credentials") is None


def test_health_names_the_parts_of_the_service(caller):
    names = ["supabase", "stripe", "anthropic", "openai", "ollama", "mesh", "uaa2_service", "fallback_llm"]
    assert list(caller.json("GET", "/health")["checks"]) == names


def test_the_processing_time_is_what_was_waited():
    with Emulator(frozen=True, latency=0.5) as emulator:
        emulator.delay(2, "chat")
        response = emulator.handle(Request("POST", "/api/chat", body=b'{"message": "Hi"}'))
        assert response.delay == 2.5
        assert json.loads(response.body)["metadata"]["processingTime"] == 2500


def test_the_processing_time_of_a_stream_contains_its_pauses(caller):
    caller.emulator.on_chat().reply_stream(["a", "b", "c"], delay=0.25)
    assert caller.stream({"message": "Hi"})[-1][1]["metadata"]["processingTime"] == 750


def test_without_a_wait_there_is_no_processing_time(caller):
    assert caller.json("POST", "/chat", {"message": "Hi"})["metadata"]["processingTime"] == 0


def test_the_counts_of_a_search_are_of_what_was_found_before_the_limit(caller):
    everything = caller.json("POST", "/search", {"query": "client error stream", "limit": 50})
    limited = caller.json("POST", "/search", {"query": "client error stream", "limit": 1})
    assert limited["counts"] == everything["counts"] and limited["counts"]["total"] > 3
    assert [len(group) for group in limited["results"].values()] == [1, 1, 1]


@pytest.mark.parametrize("kind", ["gibberish", "wisdoms", 5, ["wisdom"], None])
def test_a_search_for_an_unknown_type_finds_everything(caller, kind):
    found = caller.json("POST", "/search", {"query": "client error stream", "type": kind})["counts"]
    assert found == caller.json("POST", "/search", {"query": "client error stream"})["counts"]
    only = caller.json("POST", "/search", {"query": "client error stream", "type": "wisdom"})["counts"]
    assert only["total"] == only["wisdom"] > 0


def test_deleting_an_unknown_key_succeeds(call):
    revoked = call.json("DELETE", "/api-keys?id=nobody", x_api_key=call.emulator.api_key)
    assert revoked == {"success": True, "message": "API key revoked"}


@pytest.mark.parametrize("conversation", ["c", "unknown"])
def test_a_fact_is_not_deleted_without_its_id(caller, conversation):
    caller("POST", "/memory", {"conversationId": "c", "content": "tea"})
    body = {"conversationId": conversation, "type": "critical"}
    assert caller.json("DELETE", "/memory", body, 400) == {"error": "Invalid delete request"}


def test_a_stream_can_be_scripted_to_fail_after_its_start(caller):
    caller.emulator.on_chat().reply_stream(["It ", "ra"], error="529 Overloaded")
    events = caller.stream({"message": "Hi"})
    assert [name for name, _ in events] == ["start", "chunk", "chunk", "error"]
    assert events[-1][1] == {"message": "An error occurred during response generation", "error": "529 Overloaded"}


def test_a_chat_scripted_to_fail_gets_an_apology_and_is_charged(caller):
    caller.emulator.on_chat().reply_stream([], error="529 Overloaded")
    response = caller.json("POST", "/chat", {"message": "Hi"})
    assert (response["response"], response["rateLimit"]["remaining"]) == (APOLOGY, 49)


def test_the_client_raises_what_a_stream_failed_with_and_has_the_text_before_it():
    import infinity_assistant as ia

    with Emulator(frozen=True) as emulator, emulator.client(retry_delay=0) as client:
        emulator.on_chat().reply_stream(["It ", "ra"], error="529 Overloaded")
        texts = []
        with closing(client.chat_stream("Hi")) as stream, pytest.raises(ia.InfinityAssistantError) as caught:
            texts.extend(stream.text)
        assert texts == ["It ", "ra"] and not isinstance(caught.value, ia.InfinityAssistantNetworkError)
