"""The chat completions protocol of OpenAI, as the emulator speaks it."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Tuple

import pytest

from infinity_assistant.testing import Emulator
from infinity_assistant.testing._http.messages import CUT, Request, Response
from infinity_assistant.testing._server.site import Site

HELLO = {"role": "user", "content": "Hello!"}


class Speaker:
    """Speaks the protocol with an emulator."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.site = Site(emulator, openai=True)

    def send(self, body: Any, path: str = "/v1/chat/completions", method: str = "POST") -> Response:
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = (("content-type", "application/json"), ("authorization", f"Bearer {self.emulator.api_key}"))
        return self.site.respond(Request(method, path, "", headers, sent))

    def complete(self, *messages: Dict[str, Any], **more: Any) -> Tuple[int, Any]:
        response = self.send({"model": "infinity-agent", "messages": list(messages), **more})
        return response.status, json.loads(response.body)

    def stream(self, *messages: Dict[str, Any], **more: Any) -> Tuple[Response, List[Any]]:
        response = self.send({"model": "m", "messages": list(messages), "stream": True, **more})
        lines = [line[len("data: ") :] for line in response.body.decode().splitlines() if line]
        return response, [line if line == "[DONE]" else json.loads(line) for line in lines]


@pytest.fixture
def speaker(emulator: Emulator) -> Speaker:
    return Speaker(emulator)


def reply_of(completion: Any) -> Dict[str, Any]:
    return {"role": "assistant", "content": completion["choices"][0]["message"]["content"]}


def test_a_completion_has_the_reply_and_the_tokens(speaker: Speaker) -> None:
    speaker.emulator.on_chat().reply("Good morning.")
    status, completion = speaker.complete(HELLO, temperature=0.5, max_tokens=100, n=1, tools=[], logprobs=None)
    assert status == 200 and completion["object"] == "chat.completion" and completion["model"] == "infinity-agent"
    assert completion["choices"][0]["message"] == {"role": "assistant", "content": "Good morning.", "refusal": None}
    assert completion["choices"][0]["finish_reason"] == "stop"
    usage = completion["usage"]
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"] > 0


def test_a_streamed_completion_comes_in_pieces(speaker: Speaker) -> None:
    speaker.emulator.on_chat().reply_stream(["It", " rains", "."], delay=0.25)
    response, parts = speaker.stream(HELLO)
    assert response.header("content-type") == "text/event-stream" and parts[-1] == "[DONE]"
    deltas = [part["choices"][0]["delta"] for part in parts[:-1]]
    assert deltas[0] == {"role": "assistant", "content": "It"}
    assert "".join(delta.get("content", "") for delta in deltas) == "It rains."
    assert [part["choices"][0]["finish_reason"] for part in parts[:-1]] == [None, None, None, "stop"]
    assert sum(delay for delay, _ in response.chunks) >= 0.5
    assert len({part["id"] for part in parts[:-1]}) == 1


def test_the_usage_of_a_stream_comes_last_if_it_is_asked_for(speaker: Speaker) -> None:
    _, parts = speaker.stream(HELLO, stream_options={"include_usage": True})
    assert parts[-2]["choices"] == [] and parts[-2]["usage"]["total_tokens"] > 0


def test_a_stream_that_is_cut_or_fails_is_no_whole_one(speaker: Speaker) -> None:
    speaker.emulator.on_chat().reply_stream(["It", " rains", "."])
    speaker.emulator.cut_stream(after=2)
    response, parts = speaker.stream(HELLO)
    assert response.ending == CUT and parts[-1] != "[DONE]"
    speaker.emulator.on_chat().reply_stream(["It"], error="529 Overloaded")
    _, parts = speaker.stream(HELLO)
    assert parts[-1]["error"]["type"] == "server_error" and "[DONE]" not in parts


@pytest.mark.parametrize("streamed", [False, True])
def test_earlier_turns_of_a_conversation_here_are_carried(speaker: Speaker, streamed: bool) -> None:
    told = {"role": "user", "content": "Remember this: our deployment day is Thursday"}
    if streamed:
        _, parts = speaker.stream(told)
        text = "".join(part["choices"][0]["delta"].get("content", "") for part in parts[:-1])
        reply = {"role": "assistant", "content": text}
    else:
        reply = reply_of(speaker.complete(told)[1])
    status, completion = speaker.complete(told, reply, {"role": "user", "content": "When is our deployment day?"})
    assert status == 200 and "Thursday" in reply_of(completion)["content"]
    assert len(speaker.emulator.conversations) == 1


def test_earlier_turns_of_elsewhere_are_refused_and_not_dropped(speaker: Speaker) -> None:
    made_up = {"role": "assistant", "content": "I never said that."}
    status, error = speaker.complete(HELLO, made_up, HELLO)
    assert status == 400 and error["error"]["code"] == "unknown_turns" and error["error"]["param"] == "messages"
    assert speaker.emulator.requests == []


def test_the_turns_of_another_caller_are_not_known(speaker: Speaker) -> None:
    reply = reply_of(speaker.complete(HELLO)[1])
    speaker.emulator.add_key("ia_other", "user_other")
    body = json.dumps({"model": "m", "messages": [HELLO, reply, HELLO]}).encode()
    headers = (("content-type", "application/json"), ("authorization", "Bearer ia_other"))
    assert speaker.site.respond(Request("POST", "/v1/chat/completions", "", headers, body)).status == 400


def test_instructions_are_handed_over_as_context(speaker: Speaker) -> None:
    assert speaker.complete({"role": "system", "content": "Be brief."}, HELLO)[0] == 200
    assert speaker.emulator.requests[-1].json == {"message": "Hello!", "userContext": "Be brief."}


def test_texts_in_parts_are_joined(speaker: Speaker) -> None:
    parts = [{"type": "text", "text": "Hel"}, {"type": "text", "text": "lo!"}]
    assert speaker.complete({"role": "user", "content": parts})[0] == 200
    assert speaker.emulator.requests[-1].json == {"message": "Hello!"}


@pytest.mark.parametrize(
    ("more", "parameter"),
    [
        ({"n": 2}, "n"),
        ({"logprobs": True}, "logprobs"),
        ({"tools": [{"type": "function", "function": {"name": "f"}}]}, "tools"),
        ({"response_format": {"type": "json_object"}}, "response_format"),
        ({"stop": ["x"]}, "stop"),
        ({"audio": {"voice": "x"}}, "audio"),
        ({"model": ""}, "model"),
        ({"messages": []}, "messages"),
        ({"messages": "Hi"}, "messages"),
        ({"messages": [{"role": "assistant", "content": "Hi"}]}, "messages"),
        ({"messages": [{"role": "tool", "content": "Hi"}]}, "messages[0].role"),
        ({"messages": [7]}, "messages[0].role"),
        ({"messages": [{"role": "user", "content": None}]}, "messages[0].content"),
        ({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {}}]}]}, "messages[0].content"),
        ({"messages": [{"role": "user", "content": "x", "tool_calls": [{}]}]}, "messages[0].tool_calls"),
        ({"messages": [{"role": "user", "content": "x", "name": 7}]}, "messages[0].name"),
        ({"stream": "yes"}, "stream"),
        ({"stream": 1}, "stream"),
        ({"stream": True, "stream_options": 7}, "stream_options"),
        ({"stream": True, "stream_options": {"include_usage": "yes"}}, "stream_options.include_usage"),
        ({"stream_options": {"include_usage": True}}, "stream_options"),
        ({"temperature": "hot"}, "temperature"),
        ({"temperature": 2.5}, "temperature"),
        ({"temperature": True}, "temperature"),
        ({"max_tokens": 1.5}, "max_tokens"),
        ({"max_completion_tokens": 0}, "max_completion_tokens"),
        ({"user": 7}, "user"),
        ({"metadata": "x"}, "metadata"),
    ],
)
def test_what_the_service_does_not_have_is_refused_by_name(speaker: Speaker, more: Any, parameter: str) -> None:
    response = speaker.send({"model": "m", "messages": [HELLO], **more})
    error = json.loads(response.body)["error"]
    assert response.status == 400 and error["param"] == parameter and error["type"] == "invalid_request_error"
    assert speaker.emulator.requests == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7"])
def test_a_body_that_is_no_object_is_refused(speaker: Speaker, body: bytes) -> None:
    response = speaker.send(body)
    assert response.status == 400 and json.loads(response.body)["error"]["param"] == "body"


CODES = {
    429: "rate_limit_exceeded",
    503: "server_error",
    401: "invalid_api_key",
    402: "invalid_request",
    418: "invalid_request",
}


@pytest.mark.parametrize(("status", "code"), CODES.items())
def test_errors_are_those_of_the_protocol(speaker: Speaker, status: int, code: str) -> None:
    speaker.emulator.fail("chat", status=status, retry_after=7)
    response = speaker.send({"model": "m", "messages": [HELLO]})
    assert response.status == status and json.loads(response.body)["error"]["code"] == code
    assert status in (401, 402, 418) or response.header("retry-after") == "7"


def test_the_quota_of_the_day_is_told_from_a_passing_limit(speaker: Speaker) -> None:
    speaker.emulator.quota(1)
    assert speaker.complete(HELLO)[0] == 200
    status, error = speaker.complete(HELLO)
    assert status == 429 and error["error"]["type"] == error["error"]["code"] == "insufficient_quota"


@pytest.mark.parametrize("path", ["/v1/models", "/v1/models/infinity-agent"])
def test_the_models_are_for_those_with_a_key_where_one_is_required(path: str) -> None:
    with Emulator(require_key=True) as emulator:
        site = Site(emulator, openai=True)
        for headers in ((), (("authorization", "Bearer ia_unknown"),)):
            response = site.respond(Request("GET", path, "", headers))
            assert response.status == 401 and json.loads(response.body)["error"]["code"] == "invalid_api_key"
        assert Speaker(emulator).send(b"", path, "GET").status == 200


def test_the_models_are_listed(speaker: Speaker) -> None:
    (model,) = json.loads(speaker.send(b"", "/v1/models", "GET").body)["data"]
    assert json.loads(speaker.send(b"", f"/v1/models/{model['id']}", "GET").body) == model


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/v1/chat/completions", 405), ("POST", "/v1/embeddings", 404), ("GET", "/v1/models/gpt", 404)],
)
def test_the_rest_is_not_there(speaker: Speaker, method: str, path: str, status: int) -> None:
    response = speaker.send(b"", path, method)
    assert response.status == status and json.loads(response.body)["error"]["type"] == "invalid_request_error"


def test_it_is_behind_the_gate_and_only_where_it_is_asked_for(speaker: Speaker) -> None:
    headers: Tuple[Tuple[str, str], ...] = (("origin", "http://evil.example"), ("host", "127.0.0.1"))
    assert speaker.site.respond(Request("GET", "/v1/models", "", headers)).status == 403
    none: Optional[str] = Site(speaker.emulator).respond(Request("GET", "/v1/models")).header("content-type")
    assert none is not None and none.startswith("text/html")


def test_the_oldest_conversations_are_forgotten(speaker: Speaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infinity_assistant.testing._openai.conversations._MOST_CONVERSATIONS", 1)
    first = reply_of(speaker.complete(HELLO)[1])
    other = {"role": "user", "content": "Another"}
    second = reply_of(speaker.complete(other)[1])
    assert speaker.complete(HELLO, first, HELLO)[0] == 400
    assert speaker.complete(other, second, HELLO)[0] == 200


def test_a_turn_that_is_edited_does_not_go_on_in_a_conversation_that_has_moved_on(speaker: Speaker) -> None:
    reply = reply_of(speaker.complete(HELLO)[1])
    assert speaker.complete(HELLO, reply, {"role": "user", "content": "The word is zebrafish."})[0] == 200
    assert speaker.complete(HELLO, reply, {"role": "user", "content": "What is the word?"})[0] == 400


@pytest.mark.parametrize("fault", ["chat:malformed", "chat:html", "chat:cut@1"])
def test_a_fault_that_garbles_a_response_is_seen(speaker: Speaker, fault: str) -> None:
    speaker.emulator.add_fault(fault)
    response = speaker.send({"model": "m", "messages": [HELLO]})
    assert response.status == 200 and (response.ending == CUT or b"chat.completion" not in response.body)


def test_a_fault_that_garbles_a_stream_is_seen(speaker: Speaker) -> None:
    """What is no whole stream never ends as one does; nobody goes on with what it said."""
    for fault in ("malformed", "html", "200", "content-type"):
        speaker.emulator.add_fault(f"chat_stream:{fault}:x1")
        response = speaker.send({"model": "m", "messages": [HELLO], "stream": True})
        assert response.status == 200 and b"[DONE]" not in response.body
    assert speaker.emulator.faults == []
    speaker.emulator.add_fault("chat_stream:malformed:x1")
    *_, last = speaker.send({"model": "m", "messages": [HELLO], "stream": True}).body.decode().strip().split("\n\n")
    with pytest.raises(ValueError):
        json.loads(last[len("data: ") :])
