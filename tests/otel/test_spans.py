"""A call is a span with a child for each attempt, by the names of the semantic conventions."""

from __future__ import annotations

import json
import traceback
from typing import Any, List

import anyio
import pytest
from opentelemetry import trace
from opentelemetry.trace import StatusCode

from infinity_assistant import AsyncInfinityAssistantClient, CallEvent, InfinityAssistantClient, errors
from infinity_assistant.otel import Telemetry
from tests.client.conftest import Connect
from tests.client.wire import CHAT, DONE, START, WireServer, event

from .recorder import RecordedSpan, Recorder

SWITCH = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"
TEXT = event("chunk", {"content": "Hello"})
KEY, PROSE = "ia_" + "CAN" + "ARY", "PROSE of a user"


def telemetry(recorder: Recorder) -> Telemetry:
    return Telemetry(recorder, recorder)


def test_each_attempt_of_a_call_is_a_child_of_its_span(connect: Connect, wire: WireServer, recorder: Recorder) -> None:
    wire.say({"error": "slow down"}, 429, {"retry-after": "0.01"}).cut().say(CHAT, headers={"x-request-id": "r3"})
    client = connect(base_url=wire.url, telemetry=telemetry(recorder), retry_unsafe=True)
    client.chat("Hi", conversation_id="conv_0")
    assert recorder.tree() == {"chat": ["POST", "POST", "POST"]}
    call, *attempts = recorder.spans
    assert [span.attributes.get("http.response.status_code") for span in attempts] == [429, None, 200]
    assert [span.attributes.get("http.request.resend_count") for span in attempts] == [None, 1, 2]
    assert [span.attributes.get("error.type") for span in attempts] == ["429", "InfinityAssistantNetworkError", None]
    assert [span.attributes["url.full"] for span in attempts] == [f"{wire.url}/chat"] * 3
    assert [bool(span.status) for span in attempts] == [True, True, False]
    (wait,) = attempts[0].events
    assert wait[0] == "infinity_assistant.wait" and wait[1]["infinity_assistant.wait.duration"] >= 0.01
    assert attempts[2].events == []
    assert call.attributes == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "infinity_assistant",
        "gen_ai.conversation.id": "conv_1",
        "gen_ai.response.model": "infinity-agent",
        "infinity_assistant.operation": "chat",
        "infinity_assistant.attempts": 3,
        "infinity_assistant.request.id": "r3",
        "infinity_assistant.usage.total_tokens": 42,
        "server.address": "127.0.0.1",
        "server.port": wire.server_port,
    }
    assert call.status is None
    assert [span.ended for span in recorder.spans] == [1, 1, 1, 1]


def test_each_attempt_names_its_own_span_to_the_service(connect: Connect, wire: WireServer, recorder: Recorder) -> None:
    wire.say({"error": "busy"}, 503).say(CHAT)
    client = connect(base_url=wire.url, telemetry=telemetry(recorder), retry_unsafe=True)
    client.chat("Hi", headers={"traceparent": "00-" + "1" * 32 + "-" + "2" * 16 + "-01"})
    assert [heard.headers["traceparent"] for heard in wire.heard] == [span.traceparent for span in recorder.spans[1:]]


def test_the_span_of_a_call_is_a_child_of_the_current_one(wire: WireServer, recorder: Recorder) -> None:
    wire.say({"status": "ok"})
    outer: Any = RecordedSpan("outer", None, {}, sampled=True)
    seen: List[Any] = []
    with trace.use_span(outer), InfinityAssistantClient(base_url=wire.url, telemetry=telemetry(recorder)) as client:
        client.health(on_call=lambda event: seen.append(trace.get_current_span()))
    assert recorder.spans[0].parent == outer.get_span_context()
    assert seen == [outer]


def test_calls_that_are_no_generation_have_spans_without_such_names(
    connect: Connect, wire: WireServer, recorder: Recorder
) -> None:
    wire.say({"status": "ok"})
    connect(base_url=wire.url, telemetry=telemetry(recorder)).health()
    assert recorder.tree() == {"health": ["GET"]}
    assert not [name for name in recorder.spans[0].attributes if name.startswith("gen_ai.")]
    assert recorder.of("gen_ai.client.operation.duration") == []
    assert [value for value, _ in recorder.of("infinity_assistant.client.attempts")] == [1]


def test_a_call_that_fails_is_measured_and_marked(connect: Connect, wire: WireServer, recorder: Recorder) -> None:
    wire.say({"error": PROSE}, 400)
    client = connect(base_url=wire.url, telemetry=telemetry(recorder))
    with pytest.raises(errors.InfinityAssistantBadRequestError):
        client.chat("Hi")
    call = recorder.spans[0]
    assert call.status.status_code is StatusCode.ERROR and call.status.description is None
    ((seconds, attributes),) = recorder.of("gen_ai.client.operation.duration")
    assert seconds > 0
    assert attributes["error.type"] == call.attributes["error.type"] == "InfinityAssistantBadRequestError"


def test_durations_tokens_and_attempts_are_measured(connect: Connect, wire: WireServer, recorder: Recorder) -> None:
    wire.say({"error": "busy"}, 503).say(CHAT)
    told: List[CallEvent] = []
    client = connect(base_url=wire.url, telemetry=telemetry(recorder), retry_unsafe=True, on_call=told.append)
    client.chat("Hi")
    assert [value for value, _ in recorder.of("gen_ai.client.operation.duration")] == [told[0].elapsed]
    ((tokens, attributes),) = recorder.of("gen_ai.client.token.usage")
    assert (tokens, attributes["gen_ai.token.type"], attributes["gen_ai.response.model"]) == (
        42,
        "total",
        "infinity-agent",
    )
    attempts = recorder.of("infinity_assistant.client.attempts")
    assert [(count, found["http.response.status_code"]) for count, found in attempts] == [(1, 503), (1, 200)]
    assert len(recorder.of("http.client.request.duration")) == 2


def test_a_stream_is_a_span_that_ends_with_its_last_event(
    connect: Connect, wire: WireServer, recorder: Recorder
) -> None:
    wire.say({"error": "busy"}, 503).stream(START, TEXT, DONE)
    client = connect(base_url=wire.url, telemetry=telemetry(recorder), retry_unsafe=True)
    client.chat_stream("Hi").collect()
    assert recorder.tree() == {"chat": ["POST", "POST"]}
    call = recorder.spans[0]
    assert call.attributes["gen_ai.request.stream"] is True
    assert call.attributes["gen_ai.response.time_to_first_chunk"] > 0
    assert call.attributes["infinity_assistant.usage.total_tokens"] == 2
    assert call.attributes["gen_ai.conversation.id"] == "conv_1"
    ((seconds, _),) = recorder.of("gen_ai.client.operation.time_to_first_chunk")
    assert seconds == call.attributes["gen_ai.response.time_to_first_chunk"]
    assert [span.ended for span in recorder.spans] == [1, 1, 1]


def test_a_cut_stream_is_marked(connect: Connect, wire: WireServer, recorder: Recorder) -> None:
    wire.stream(START, TEXT)
    client = connect(base_url=wire.url, telemetry=telemetry(recorder))
    with pytest.raises(errors.InfinityAssistantStreamInterruptedError):
        client.chat_stream("Hi").collect()
    call, attempt = recorder.spans
    assert call.attributes["error.type"] == "InfinityAssistantStreamInterruptedError"
    assert attempt.attributes["http.response.status_code"] == 200 and attempt.status is None
    assert (call.ended, attempt.ended) == (1, 1)


def test_a_stream_that_is_left_early_ends_its_span(connect: Connect, wire: WireServer, recorder: Recorder) -> None:
    wire.stream(START, TEXT, DONE)
    with connect(base_url=wire.url, telemetry=telemetry(recorder)).chat_stream("Hi") as stream:
        next(iter(stream))
    assert [(span.ended, span.status) for span in recorder.spans] == [(1, None), (1, None)]


@pytest.mark.parametrize("streams", [False, True])
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_call_ends_its_spans(backend: str, streams: bool, wire: WireServer, recorder: Recorder) -> None:
    """The service never responds; the call is cancelled once it has heard the request."""

    async def call(client: AsyncInfinityAssistantClient) -> None:
        if streams:
            async with client.chat_stream("Hi") as events:
                await events.collect()
        else:
            await client.chat("Hi")

    async def main() -> None:
        async def serve(stream: anyio.abc.SocketStream) -> None:
            async with stream:
                await stream.receive()
                group.cancel_scope.cancel()

        listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
        port = listener.extra(anyio.abc.SocketAttribute.local_port)
        client = AsyncInfinityAssistantClient(base_url=f"http://127.0.0.1:{port}", telemetry=telemetry(recorder))
        async with listener, client, anyio.create_task_group() as group:
            group.start_soon(listener.serve, serve)
            await call(client)

    anyio.run(main, backend=backend)
    assert [span.ended for span in recorder.spans] == [1, 1]
    # Who leaves a stream does no wrong, and might have come back to it.
    assert streams or all("Cancelled" in span.attributes["error.type"] for span in recorder.spans)
    assert trace.get_current_span() is trace.INVALID_SPAN


def test_neither_the_key_nor_what_was_said_is_in_spans_or_metrics(
    connect: Connect, wire: WireServer, recorder: Recorder
) -> None:
    wire.say({"error": PROSE, "message": KEY}, 503).say({**CHAT, "response": PROSE})
    wire.stream(START, event("chunk", {"content": PROSE}), DONE).say({"suggestions": []})
    client = connect(KEY, base_url=wire.url, telemetry=telemetry(recorder), retry_unsafe=True)
    client.chat(PROSE, user_context=PROSE)
    client.chat_stream(PROSE).collect()
    with pytest.raises(errors.InfinityAssistantError):
        client.suggest_knowledge(PROSE)
    seen = repr([(span.name, span.attributes, span.events, span.status) for span in recorder.spans])
    assert len(recorder.spans) == 7
    for text in (seen, repr(recorder.measured)):
        assert KEY not in text and "PROSE" not in text


@pytest.mark.parametrize("value", ["true", "SPAN_ONLY", "span_and_event"])
def test_what_was_said_is_there_if_the_switch_of_the_conventions_is_on(
    connect: Connect, wire: WireServer, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(SWITCH, value)
    wire.say({**CHAT, "response": PROSE}).stream(START, TEXT)
    client = connect(KEY, base_url=wire.url, telemetry=telemetry(recorder))
    client.chat("Hi")
    with pytest.raises(errors.InfinityAssistantStreamInterruptedError):
        client.chat_stream("Ho").collect()
    whole, cut = (span.attributes for span in recorder.spans if span.name == "chat")
    assert json.loads(whole["gen_ai.input.messages"]) == [
        {"role": "user", "parts": [{"type": "text", "content": "Hi"}]},
    ]
    assert json.loads(whole["gen_ai.output.messages"]) == [
        {"role": "assistant", "parts": [{"type": "text", "content": PROSE}], "finish_reason": "stop"},
    ]
    assert json.loads(cut["gen_ai.output.messages"])[0]["finish_reason"] == "error"
    assert KEY not in repr([span.attributes for span in recorder.spans])


@pytest.mark.parametrize("value", ["", "false", "no_content", "event_only"])
def test_nothing_that_was_said_is_there_with_the_switch_off(
    wire: WireServer, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(SWITCH, value)
    wire.say(CHAT)
    with InfinityAssistantClient(base_url=wire.url, telemetry=telemetry(recorder)) as client:
        client.chat(PROSE)
    assert not [name for name in recorder.spans[0].attributes if name.endswith("messages")]


def test_a_span_that_is_not_sampled_costs_no_attributes_and_is_still_named(
    connect: Connect, wire: WireServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, "true")
    wire.say(CHAT)
    recorder = Recorder(sampled=False)
    connect(base_url=wire.url, telemetry=telemetry(recorder)).chat("Hi")
    call, attempt = recorder.spans
    assert not {"gen_ai.conversation.id", "gen_ai.input.messages"} & set(call.attributes)
    assert wire.heard[0].headers["traceparent"] == attempt.traceparent
    assert attempt.traceparent.endswith("-00")
    assert recorder.of("gen_ai.client.token.usage")
    assert (call.ended, attempt.ended) == (1, 1)


@pytest.mark.parametrize("place", ["start_span", "set_attributes", "end"])
def test_a_tracer_that_is_broken_breaks_no_call(
    connect: Connect, wire: WireServer, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("the collector is not there")

    monkeypatch.setattr(Recorder if place == "start_span" else RecordedSpan, place, fail)
    wire.say({"error": "busy"}, 503).say(CHAT)
    client = connect(base_url=wire.url, telemetry=telemetry(recorder), retry_unsafe=True)
    with pytest.warns(RuntimeWarning, match="raised OSError"):
        assert client.chat("Hi").response == "Hello!"


def test_the_log_of_a_broken_tracer_shows_no_frame_that_holds_what_was_said(
    connect: Connect, wire: WireServer, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    """Services that collect errors store the local variables of each frame."""

    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("the collector is not there")

    monkeypatch.setattr(RecordedSpan, "end", fail)
    wire.say({**CHAT, "response": PROSE})
    client = connect(KEY, base_url=wire.url, telemetry=telemetry(recorder))
    with pytest.warns(RuntimeWarning):
        client.chat(PROSE)
    assert caplog.records
    for record in caplog.records:
        shown = traceback.TracebackException(*record.exc_info, capture_locals=True)
        text = record.getMessage() + "".join(shown.format())
        assert "fail" in text and KEY not in text and "PROSE" not in text
