"""POST /chat/stream: the events, their order, and what they carry."""

from __future__ import annotations

from infinity_assistant.testing import Emulator

QUESTION = {"message": "What happens to a cut stream?"}


def names(events):
    """Give the names of events, runs of one name as one."""
    return [name for n, (name, _) in enumerate(events) if n == 0 or events[n - 1][0] != name]


def text(events):
    """Join the text of a stream."""
    return "".join(data["text"] for name, data in events if name == "chunk")


def test_a_stream_has_the_text_of_the_response_piece_by_piece(call):
    events = call.stream(QUESTION)
    assert names(events) == ["start", "chunk", "done"]
    assert text(events) == call.json("POST", "/chat", QUESTION)["response"]
    assert len(events) > 10


def test_the_end_names_the_conversation_and_what_it_took(call):
    events = dict(call.stream({**QUESTION, "conversationId": 7}))
    assert events["start"] == {"conversationId": 7}
    assert events["done"]["conversationId"] == 7
    tokens = events["done"]["metadata"].pop("tokensUsed")
    assert tokens > 10 and events["done"]["metadata"] == {"processingTime": 0, "drivingMode": False}


def test_everything_that_is_noticed_comes_in_order_before_the_text(call):
    body = {
        "message": "Summarize this. Remember this: I am Ana's mommy",
        "essence": {"voiceTone": "playful"},
        "drivingMode": {"enabled": True, "isEV": True},
    }
    events = call.stream(body)
    assert names(events)[:6] == ["phase", "memory", "speaker", "essence", "driving", "start"]
    told = dict(events[:5])
    assert told["phase"] == {"from": "intake", "to": "compress", "confidence": 0.5}
    assert told["memory"] == {"stored": True, "content": "I am Ana's mommy"}
    assert told["speaker"]["ageGroup"] == "child"
    assert told["essence"] == {"applied": True, "voiceTone": "playful"}
    assert told["driving"] == {"enabled": True, "isEV": True}


def test_a_phase_is_announced_when_it_changes(call):
    body = {"message": "Summarize this", "conversationId": "c"}
    assert "phase" in dict(call.stream(body))
    assert "phase" not in dict(call.stream(body))


def test_text_in_chinese_characters_alone_is_noticed(call):
    assert dict(call.stream({"message": "你好世界"}))["language"] == {"detected": "zh", "confidence": 0.63}
    for other in ("你好 world", "Hola, ¿qué tal?", "안녕하세요"):
        assert "language" not in dict(call.stream({"message": other}))
    preferred = {"message": "你好世界", "preferences": {"preferredLanguage": "zh"}}
    assert "language" not in dict(call.stream(preferred))


def test_a_speaker_is_known_again_by_name_in_a_session(call):
    first = dict(call.stream({"message": "Hi, my name is Ana", "sessionId": "s"}))["speaker"]
    again = dict(call.stream({"message": "And now?", "sessionId": "s"}))["speaker"]
    assert first["speakerName"] == again["speakerName"] == "Ana"
    assert first["speakerId"] == again["speakerId"]
    assert "speaker" not in dict(call.stream({"message": "And now?", "sessionId": "other"}))


def test_teenagers_and_the_elderly_are_noticed_by_their_words(call):
    assert dict(call.stream({"message": "omg bruh"}))["speaker"]["ageGroup"] == "teen"
    assert dict(call.stream({"message": "a gift for my grandson"}))["speaker"]["ageGroup"] == "senior"


def test_an_empty_essence_is_applied_too(call):
    assert dict(call.stream({**QUESTION, "essence": {}}))["essence"] == {"applied": True}


def test_the_confirmation_of_a_memory_is_the_last_piece(call, emulator):
    events = call.stream({"message": "Remember this: my cat is Momo", "conversationId": "c"})
    assert [data for name, data in events if name == "chunk"][-1] == {"text": "\n\n*I've stored that in my memory.*"}
    assert "stored" not in emulator.conversations["c"].messages[-1].content


def test_errors_before_the_stream_are_not_streams(call, emulator):
    assert call.json("POST", "/chat/stream", {"message": ""}, 400)["error"].startswith("Message is required")
    assert call.json("POST", "/chat/stream", b"{", 500)["error"] == "Internal server error"
    assert call.json("POST", "/chat/stream", {**QUESTION, "userTier": 5}, 500)["error"] == "Internal server error"
    emulator.quota(0)
    assert "suggestion" not in call.json("POST", "/chat/stream", QUESTION, 429)


def test_preferences_that_break_the_service_are_an_error_event_without_a_start(call):
    events = call.stream({**QUESTION, "preferences": {"interests": 5}})
    assert names(events) == ["error"]
    assert set(events[0][1]) == {"message", "error"}


def test_a_stream_counts_against_the_quota(call):
    call.stream({**QUESTION, "userId": "ana"})
    assert call.json("POST", "/chat", {**QUESTION, "userId": "ana"})["rateLimit"]["remaining"] == 48


def test_the_pace_is_the_time_before_each_piece(call):
    with Emulator(frozen=True, pace=0.25) as slow:
        delays = [delay for delay, _ in type(call)(slow)("POST", "/chat/stream", QUESTION).chunks]
    assert delays[0] == delays[-1] == 0.0 and set(delays[1:-1]) == {0.25}


def test_deployed_a_stream_reads_no_key(strict):
    events = dict(strict.stream(QUESTION, x_api_key=strict.emulator.api_key))
    conversation = strict.emulator.conversations[events["start"]["conversationId"]]
    assert conversation.user_id.startswith("anon_")
