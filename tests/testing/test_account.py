"""Preferences, usage, feedback, keys, exports, health."""

from __future__ import annotations

import pytest

from infinity_assistant.testing import Emulator


def test_preferences_are_replaced_as_a_whole(call):
    call("POST", "/chat", {"message": "Hi"})
    for preferences in ({"theme": "dark", "n": [1, {"a": None}]}, {"other": 1.5}, []):
        assert call.json("POST", "/user/preferences", {"preferences": preferences}) == {"success": True}
        assert call.json("GET", "/user/preferences") == {"preferences": preferences}


def test_preferences_belong_to_somebody(call):
    assert call.json("GET", "/user/preferences") == {"preferences": {}}
    rejected = call.json("POST", "/user/preferences", b"not even read", 400)
    assert rejected == {"error": "User identification required"}


@pytest.mark.parametrize("preferences", [None, 5, "text", False])
def test_preferences_are_an_object(call, emulator, preferences):
    body = {"preferences": preferences}
    rejected = call.json("POST", "/user/preferences", body, 400, x_api_key=emulator.api_key)
    assert rejected == {"error": "Invalid preferences"}


def test_deployed_a_session_or_a_token_says_who_is_calling_and_a_key_does_not(strict):
    body = {"preferences": {"a": 1}}
    strict.emulator.add_key("a-token", "user_1")
    for header in ({"authorization": "Bearer user_abc"}, {"authorization": "Bearer a-token"}, {"cookie": "session=me"}):
        assert strict("POST", "/user/preferences", body, **header).status == 200
    assert strict("POST", "/user/preferences", body, cookie="infinity_session=s; infinity_user_id=u").status == 200
    assert strict("POST", "/user/preferences", body, authorization=f"Bearer {strict.emulator.api_key}").status == 400
    assert strict("POST", "/user/preferences", body, x_api_key=strict.emulator.api_key).status == 400


def test_a_cookie_header_that_cannot_be_read_is_no_cookie(strict):
    assert strict("POST", "/user/preferences", {"preferences": {}}, cookie="[;x").status == 400


def test_usage_counts_messages_and_tokens(call, emulator):
    key = {"x_api_key": emulator.api_key}
    assert "tokensUsed" not in call.json("GET", "/user/usage")["usage"]
    call("POST", "/chat", {"message": "Hi"}, **key)
    emulator.clock.advance(86_400)
    call.stream({"message": "Hi"}, **key)
    usage = call.json("GET", "/user/usage", **key)
    assert (usage["usage"]["today"], usage["usage"]["thisMonth"]) == (1, 2)
    assert usage["usage"]["tokensUsed"] > 0
    assert usage["limits"] == {"daily": 10, "monthly": 100}
    assert usage["remaining"] == {"daily": 9, "monthly": 98}


def test_an_unlimited_tier_reports_minus_one(call, emulator):
    emulator.set_tier("user_emulator", "enterprise")
    usage = call.json("GET", "/user/usage", x_api_key=emulator.api_key)
    assert usage["tier"] == "enterprise" and usage["remaining"] == {"daily": -1, "monthly": -1}


def test_feedback_is_taken_or_rejected_in_the_words_of_the_service(call):
    assert call.json("POST", "/feedback", {"message": "Nice", "rating": 5}) == {"success": True}
    assert call.json("POST", "/feedback", {"message": " "}, 400) == {"error": "Message is required"}
    too_long = {"error": "Message too long (max 5000 chars)"}
    assert call.json("POST", "/feedback", {"message": "x" * 5001}, 400) == too_long
    assert call.json("POST", "/feedback", {"message": 5}, 500) == {"error": "Failed to submit feedback"}


def test_a_key_is_made_used_and_revoked(call):
    made = call.json("POST", "/api-keys", {"name": " ci "})["apiKey"]
    assert made["name"] == "ci" and len(made["key"]) == 46 and made["key"].startswith(made["prefix"])
    assert call("POST", "/chat", {"message": "Hi"}, x_api_key=made["key"]).status == 200
    listed = call.json("GET", "/api-keys")["apiKeys"]
    assert [(key["id"], key["isActive"], "lastUsed" in key) for key in listed] == [(made["id"], True, True)]
    assert made["key"] not in str(listed)
    assert call.json("DELETE", f"/api-keys?id={made['id']}") == {"success": True, "message": "API key revoked"}
    assert call("POST", "/chat", {"message": "Hi"}, x_api_key=made["key"]).status == 401
    assert call.json("GET", "/api-keys")["apiKeys"][0]["isActive"] is False


def test_a_key_needs_a_name_and_a_revocation_an_id(call):
    assert call.json("POST", "/api-keys", {}, 400) == {"error": "API key name is required"}
    assert call.json("DELETE", "/api-keys", status=400) == {"error": "API key ID is required"}
    assert call("DELETE", "/api-keys?id=nope").status == 200


def test_no_key_is_stored_or_shown(call, tmp_path):
    with Emulator(tmp_path / "state.db") as emulator:
        made = type(call)(emulator).json("POST", "/api-keys", {"name": "ci"})["apiKey"]
        type(call)(emulator)("GET", "/health", x_api_key=made["key"])
        assert made["key"] not in repr(emulator.requests) + repr(emulator.services.keys.create("x", "u"))
        assert made["key"] not in str(emulator.requests[-1].request.masked_headers())
    assert made["key"].encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_deployed_keys_webhooks_and_exports_are_closed_after_the_body_is_checked(strict):
    closed = {"error": "Authentication required"}
    assert strict.json("POST", "/api-keys", {}, 400) == {"error": "API key name is required"}
    for path in ("/api-keys", "/webhooks", "/export/conversations", "/export/usage"):
        assert strict.json("GET", path, status=401, x_api_key=strict.emulator.api_key) == closed
    assert strict.json("POST", "/api-keys", {"name": "x"}, 401) == closed
    assert strict.json("DELETE", "/webhooks?id=x", status=401) == closed


def test_a_key_can_be_required(call):
    with Emulator(require_key=True) as emulator:
        locked = type(call)(emulator)
        assert locked.json("POST", "/chat", {"message": "Hi"}, 401) == {"error": "Authentication required"}
        assert locked("GET", "/health").status == 200
        assert locked("POST", "/chat", {"message": "Hi"}, x_api_key=emulator.api_key).status == 200


def test_conversations_are_exported_to_their_user(call, emulator):
    key = {"x_api_key": emulator.api_key}
    for name in ("first", "second"):
        call("POST", "/chat", {"message": f"Say {name}", "conversationId": name}, **key)
        emulator.clock.advance(60)
    export = call.json("GET", "/export/conversations", **key)
    assert [(one["id"], one["title"], one["messageCount"]) for one in export["conversations"]] == [
        ("second", "Say second", 2),
        ("first", "Say first", 2),
    ]
    later = call.json("GET", "/export/conversations?startDate=2026-01-01T00:00:30.000Z", **key)
    assert (later["recordCount"], later["conversations"][0]["id"]) == (1, "second")
    assert call.json("GET", "/export/conversations?conversationId=first", **key)["recordCount"] == 1
    assert call.json("GET", "/export/conversations?endDate=2025-01-01", **key)["recordCount"] == 0


def test_usage_is_exported_as_json_and_as_csv(call, emulator):
    key = {"x_api_key": emulator.api_key}
    call("POST", "/chat", {"message": "Hi"}, **key)
    record = call.json("GET", "/export/usage", **key)["data"][0]
    assert (record["endpoint"], record["requests"], record["status"]) == ("/chat", 1, "success")
    csv = call("GET", "/export/usage?format=csv", **key)
    assert csv.header("content-disposition") == 'attachment; filename="usage-export-2026-01-01.csv"'
    assert csv.body.decode().split("\n") == [
        "date,endpoint,requests,tokens,cost,model,status",
        f'"2026-01-01T00:00:00.000Z","/chat",1,{record["tokens"]},0,"infinity-agent","success"',
    ]


def test_health_tells_that_there_is_no_model(call):
    health = call.json("GET", "/health")
    assert health["status"] == "healthy" and health["checks"]["anthropic"] == {"status": "not_configured"}
