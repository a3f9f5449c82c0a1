"""POST and GET /chat, and who is taken for whom."""

from __future__ import annotations

import json

import pytest

from infinity_assistant.testing._assistant.composer import APOLOGY, SIGNATURE

REQUIRED = {"error": "Message is required and must be a non-empty string"}


def test_a_response_comes_from_the_knowledge_and_says_that_no_model_wrote_it(call):
    """Useful, and honest about being an emulator."""
    response = call.json("POST", "/chat", {"message": "What happens to a cut stream?"})
    assert "InfinityAssistantStreamInterruptedError" in response["response"]
    assert response["response"].endswith(SIGNATURE)


def test_two_emulators_give_the_same_responses_in_the_same_words(call, emulator):
    """Frozen time and seeded identifiers make responses comparable as a whole."""
    with type(emulator)(frozen=True) as other:
        asked = {"message": "How do retries work?"}
        assert call("POST", "/chat", asked) == type(call)(other)("POST", "/chat", asked)


def test_a_question_about_nothing_known_gets_a_list_of_what_is_known(call):
    response = call.json("POST", "/chat", {"message": "Who won the cup in 1954?"})
    assert "I have nothing about that" in response["response"]


@pytest.mark.parametrize("message", ["", "  \n\t ", 5, True, None, {"a": 1}, ["a"], 0])
def test_a_message_that_says_nothing_is_rejected(call, message):
    assert call.json("POST", "/chat", {"message": message}, 400) == REQUIRED


def test_the_limit_of_a_message_counts_utf16_code_units(call):
    """2500 emoji are 5000 units: allowed; one more letter is too much."""
    assert call("POST", "/chat", {"message": "🚀" * 2500}).status == 200
    error = call.json("POST", "/chat", {"message": "🚀" * 2500 + "a"}, 400)
    assert error == {"error": "Message too long. Maximum 5000 characters."}


@pytest.mark.parametrize("body", [b"", b'{"message":', b"null", b"NaN", b"[" * 100_000, b'{"message": "\xff'])
def test_malformed_json_breaks_the_service(call, body):
    error = call.json("POST", "/chat", body, 500)
    assert error["error"]["code"] == "INTERNAL_ERROR"


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"5", b'\xef\xbb\xbf{"message": ""}'])
def test_json_without_a_message_is_a_missing_message(call, body):
    assert call.json("POST", "/chat", body, 400) == REQUIRED


@pytest.mark.parametrize("given", ["my-own", 123, {"a": 1}, [], True, "\ud83d"])
def test_a_conversation_id_is_echoed_whatever_its_type(call, given):
    assert call.json("POST", "/chat", {"message": "Hi", "conversationId": given})["conversationId"] == given


@pytest.mark.parametrize("given", [None, "", 0, False])
def test_a_conversation_without_an_id_gets_one(call, given):
    made = call.json("POST", "/chat", {"message": "Hi", "conversationId": given})["conversationId"]
    assert made.startswith("conv_1767225600000_")


def test_a_wrong_mode_is_ignored(call):
    assert call("POST", "/chat", {"message": "Hi", "mode": 7}).status == 200


def test_modes_shape_the_response(call):
    found = call.json("POST", "/chat", {"message": "webhook signature", "mode": "search"})["response"]
    built = call.json("POST", "/chat", {"message": "webhook signature", "mode": "build"})["response"]
    assert found.startswith("I found:") and built.startswith("Build it in these steps:")


def test_driving_and_conciseness_make_a_response_short(call):
    driving = call.json("POST", "/chat", {"message": "What is a webhook?", "drivingMode": {"enabled": True}})
    assert driving["metadata"]["drivingMode"] is True
    concise = {"message": "What is a webhook?", "preferences": {"communicationStyle": "concise"}}
    assert call.json("POST", "/chat", concise)["response"] == driving["response"]
    assert driving["response"].endswith("(Emulator.)") and len(driving["response"]) < 200


def test_a_bare_boolean_is_no_driving_mode(call):
    assert "drivingMode" not in call.json("POST", "/chat", {"message": "Hi", "drivingMode": True})["metadata"]


def test_a_name_is_used_in_a_greeting(call):
    response = call.json("POST", "/chat", {"message": "Hello", "preferences": {"name": "Ana"}})
    assert response["response"].startswith("Hello, Ana!")


def test_preferences_that_break_the_service_get_an_apology_that_counts(call):
    broken = {"message": "Hi", "preferences": {"role": "dev", "interests": 5}}
    response = call.json("POST", "/chat", broken)
    assert response["response"] == APOLOGY
    assert response["metadata"]["tokensUsed"] == 0 and response["rateLimit"]["remaining"] == 49


@pytest.mark.parametrize("body", [{"userTier": 5}, {"userId": 5}])
def test_a_user_that_is_no_string_breaks_the_service(call, body):
    assert call("POST", "/chat", {"message": "Hi", **body}).status == 500


def test_what_was_asked_to_be_remembered_is_confirmed_first_and_known_later(call):
    remember = {"message": "Remember this: my cat is called Momo", "conversationId": "c"}
    told = call.json("POST", "/chat", remember)
    assert told["response"].startswith("*I've stored that in my memory.*\n\n")
    asked = call.json("POST", "/chat", {"message": "What is my cat called?", "conversationId": "c"})
    assert "You asked me to remember: my cat is called Momo." in asked["response"]


def test_what_was_said_earlier_is_known_later(call):
    call("POST", "/chat", {"message": "The launch is in Lisbon", "conversationId": "c"})
    asked = call.json("POST", "/chat", {"message": "Where is the launch?", "conversationId": "c"})
    assert "You told me earlier: “The launch is in Lisbon”" in asked["response"]


@pytest.mark.parametrize("phrase", ["store this", "save this", "don't forget", "keep in mind", "always remember"])
def test_there_are_several_phrases_to_have_something_remembered(call, emulator, phrase):
    call("POST", "/chat", {"message": f"{phrase}: tea at five", "conversationId": "c"})
    assert emulator.conversations["c"].facts == ["tea at five"]


def test_remember_that_is_no_such_phrase(call, emulator):
    call("POST", "/chat", {"message": "Remember that my cat is called Momo", "conversationId": "c"})
    assert emulator.conversations["c"].facts == []


def test_something_personal_gets_an_offer_at_the_end(call):
    response = call.json("POST", "/chat", {"message": "Hello, my name is Ana"})["response"]
    assert response.endswith(
        '\n\n---\n*Would you like me to remember "my name is Ana"?'
        ' Just say "remember this" or "don\'t remember" to let me know.*'
    )
    assert "Would you like" not in call.json("POST", "/chat", {"message": "Forget this: my name is Ana"})["response"]


def test_a_stranger_gets_a_cookie_and_is_the_same_person_with_it(call, emulator):
    first = call("POST", "/chat", {"message": "Hi"})
    name, attributes = (first.header("set-cookie") or "").split("; ", 1)
    assert name.startswith("infinity_anon_user=anon_1767225600000_")
    assert attributes == "Path=/; Expires=Fri, 01 Jan 2027 00:00:00 GMT; Max-Age=31536000; HttpOnly; SameSite=strict"
    assert call.json("POST", "/chat", {"message": "Hi"})["rateLimit"]["remaining"] == 48


def test_somebody_who_says_who_they_are_gets_no_cookie(call):
    assert call("POST", "/chat", {"message": "Hi", "userId": "user_1"}).header("set-cookie") is None


def test_a_conversation_is_shown_to_its_user_alone(call):
    call("POST", "/chat", {"message": "Hi", "conversationId": "c", "userId": "ana"})
    shown = call.json("GET", "/chat?conversationId=c&userId=ana")
    assert [message["type"] for message in shown["messages"][0]["active_memory"]] == ["user", "assistant"]
    assert shown["messages"][0]["total_messages"] == 2
    assert call.json("GET", "/chat?conversationId=c&userId=bob") == {"conversationId": "c", "messages": []}
    assert call.json("GET", "/chat", status=400)["error"]["details"]["field"] == "conversationId"


def test_the_quota_of_a_day_ends_with_the_exact_response_of_the_service(call, emulator):
    emulator.quota(1)
    last = call.json("POST", "/chat", {"message": "Hi", "userId": "ana"})
    assert last["rateLimit"]["allowed"] is False and last["rateLimit"]["remaining"] == 0
    rejected = call.json("POST", "/chat", {"message": "Hi", "userId": "ana"}, 429)
    assert rejected["error"] == "Rate limit exceeded"
    assert rejected["suggestion"] == "Upgrade to Pro for unlimited access to the assistant"
    assert rejected["rateLimit"] == {
        "allowed": False,
        "limit": 1,
        "remaining": 0,
        "reset_at": "2026-01-02T00:00:00.000Z",
        "reason": "Daily limit of 1 requests reached. Reset at 2026-01-02T00:00:00.000Z",
    }


def test_the_quota_is_full_again_on_the_next_day(call, emulator):
    emulator.spend("ana", 50)
    assert call("POST", "/chat", {"message": "Hi", "userId": "ana"}).status == 429
    emulator.clock.advance(86_400)
    assert call.json("POST", "/chat", {"message": "Hi", "userId": "ana"})["rateLimit"]["remaining"] == 49


@pytest.mark.parametrize(("tier", "limit"), [("pro", 100), ("PRO", 100), ("team", -1), ("gibberish", 50)])
def test_the_tier_decides_on_the_quota(call, emulator, tier, limit):
    emulator.set_tier("ana", tier)
    assert call.json("POST", "/chat", {"message": "Hi", "userId": "ana"})["rateLimit"]["limit"] == limit
    assert call.json("POST", "/chat", {"message": "Hi", "userTier": tier})["rateLimit"]["limit"] == limit


def test_a_bad_key_is_rejected_as_documented_and_ignored_as_deployed(call, strict):
    rejected = call.json("POST", "/chat", {"message": "Hi"}, 401, x_api_key="ia_bad")
    assert rejected == {"error": "Invalid API key"}
    assert strict("POST", "/chat", {"message": "Hi"}, x_api_key="ia_bad").status == 200


@pytest.mark.parametrize("header", ["x_api_key", "authorization"])
def test_a_key_tells_who_is_calling(call, emulator, header):
    key = emulator.api_key if header == "x_api_key" else f"Bearer {emulator.api_key}"
    response = call("POST", "/chat", {"message": "Hi"}, **{header: key})
    assert (response.header("set-cookie") or "").startswith("infinity_anon_user=user_emulator;")
    assert json.loads(response.body)["rateLimit"]["limit"] == 50


@pytest.mark.parametrize(("message", "status"), [("\u00a0\ufeff\u2028\t", 400), ("\u001e", 200), ("\u0085", 200)])
def test_white_space_is_what_javascript_takes_for_it(call, message, status):
    """The service trims as JavaScript does, which knows a byte order mark and not the separators of ASCII."""
    assert call("POST", "/chat", {"message": message}).status == status
