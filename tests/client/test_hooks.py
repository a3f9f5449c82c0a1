"""Hooks are told of every attempt and every call, sync and async, and never break one."""

from __future__ import annotations

import functools
import logging
import pickle
from typing import Any, Iterator, List

import attrs
import pytest

from infinity_assistant import AttemptEvent, CallEvent, InfinityAssistantClient, api, errors
from infinity_assistant._core import hooks

from .conftest import Connect
from .wire import CHAT, DONE, START, WireServer, event

TEXT = event("chunk", {"content": "Hello"})
#: What no event may show.
KEY, PROSE = "ia_" + "CAN" + "ARY", "PROSE of a user"


@pytest.fixture(autouse=True)
def nothing_reported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(hooks, "_reported", set())
    yield


def test_a_hook_is_told_of_each_attempt_and_then_of_the_call(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "busy"}, 503, {"x-request-id": "r1"}).say(CHAT, headers={"x-request-id": "r2"})
    told: List[Any] = []
    connect(base_url=wire.url, on_attempt=told.append, on_call=told.append).chat("Hi", retry_unsafe=True)
    first, second, call = told
    assert (first.operation, first.number, first.outcome, first.status_code) == ("chat", 1, "503", 503)
    assert (first.error, first.request_id) == ("InfinityAssistantServerError", "r1")
    assert 0 < first.deadline_left <= 5 and first.elapsed > 0
    assert (second.number, second.outcome, second.error, second.wait) == (2, "200", None, 0.0)
    assert (second.request_id, second.conversation_id) == ("r2", "conv_1")
    assert isinstance(call, CallEvent) and call.elapsed >= first.elapsed + second.elapsed
    assert [attempt.outcome for attempt in call.attempts] == ["503", "200"]
    assert (call.operation, call.status_code, call.error, call.tokens) == ("chat", 200, None, 42)
    assert (call.request_id, call.conversation_id, call.first_event_after) == ("r2", "conv_1", None)


def test_the_wait_before_the_next_attempt_is_told(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "slow down"}, 429, {"retry-after": "0.01"}).say(CHAT)
    told: List[AttemptEvent] = []
    connect(base_url=wire.url, on_attempt=told.append).request(api.chat(message="Hi"), max_retries=1, timeout=None)
    assert told[0].wait >= 0.01
    assert told[0].deadline_left is None


def test_a_call_that_fails_is_told_with_its_error(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "no"}, 404)
    told: List[Any] = []
    client = connect(base_url=wire.url, on_attempt=told.append, on_call=told.append)
    with pytest.raises(errors.InfinityAssistantNotFoundError):
        client.get_conversation("conv_7")
    attempt, call = told
    assert (attempt.outcome, attempt.conversation_id) == ("404", "conv_7")
    assert (call.status_code, call.error, call.conversation_id) == (404, "InfinityAssistantNotFoundError", "conv_7")


def test_a_call_that_is_not_sent_has_no_attempts(connect: Connect, wire: WireServer) -> None:
    quota = {"allowed": False, "limit": 1, "remaining": 0, "reset_at": "2999-01-01T00:00:00Z"}
    wire.say({"error": "used up", "rateLimit": quota}, 429)
    told: List[Any] = []
    client = connect(base_url=wire.url, on_attempt=told.append, on_call=told.append)
    for _ in range(2):
        with pytest.raises(errors.InfinityAssistantRateLimitError):
            client.chat("Hi")
    assert [type(event) for event in told] == [AttemptEvent, CallEvent, CallEvent]
    assert (told[2].attempts, told[2].error) == ((), "InfinityAssistantRateLimitError")
    assert len(wire.heard) == 1


def test_a_service_that_is_not_there_is_told_by_the_name_of_the_failure(connect: Connect) -> None:
    told: List[AttemptEvent] = []
    client = connect(base_url="http://127.0.0.1:9/api", on_attempt=told.append, max_retries=1)
    with pytest.raises(errors.InfinityAssistantNetworkError):
        client.health()
    assert [(event.number, event.outcome, event.status_code) for event in told] == [
        (1, "NetworkError", None),
        (2, "NetworkError", None),
    ]


def test_a_stream_is_told_with_the_time_to_its_first_event(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "busy"}, 503).stream(START, TEXT, DONE)
    told: List[Any] = []
    client = connect(base_url=wire.url, on_attempt=told.append, on_call=told.append, retry_unsafe=True)
    stream = client.chat_stream("Hi")
    list(stream)
    assert [event.outcome for event in told[:2]] == ["503", "200"]
    call = told[2]
    assert (call.operation, call.status_code, call.error, call.tokens) == ("chat_stream", 200, None, 2)
    assert 0 < call.first_event_after <= call.elapsed
    assert call.conversation_id == "conv_1"
    stream.close()
    assert len(told) == 3


def test_a_cut_stream_is_told_with_its_error(connect: Connect, wire: WireServer) -> None:
    wire.stream(START, TEXT)
    told: List[CallEvent] = []
    with pytest.raises(errors.InfinityAssistantStreamInterruptedError):
        list(connect(base_url=wire.url, on_call=told.append).chat_stream("Hi"))
    assert [(call.error, call.status_code) for call in told] == [("InfinityAssistantStreamInterruptedError", 200)]
    assert told[0].first_event_after and told[0].conversation_id == "conv_1"


def test_a_stream_that_reports_an_error_is_told_with_it(connect: Connect, wire: WireServer) -> None:
    wire.stream(START, event("error", {"error": "upstream", "message": PROSE}))
    told: List[CallEvent] = []
    with pytest.raises(errors.InfinityAssistantStreamError):
        list(connect(base_url=wire.url, on_call=told.append).chat_stream("Hi"))
    assert [call.error for call in told] == ["InfinityAssistantStreamError"]


def test_a_stream_that_is_closed_early_is_told_without_an_error(connect: Connect, wire: WireServer) -> None:
    wire.stream(START, TEXT, DONE)
    told: List[CallEvent] = []
    client = connect(base_url=wire.url, on_call=told.append)
    with client.chat_stream("Hi") as stream:
        next(iter(stream))
    client.chat_stream("never begun").close()
    assert [(call.error, call.status_code, len(call.attempts)) for call in told] == [(None, 200, 1)]


def test_a_dropped_stream_is_told(wire: WireServer) -> None:
    wire.stream(START, TEXT, DONE)
    told: List[CallEvent] = []
    with InfinityAssistantClient(base_url=wire.url, on_call=told.append) as client:
        for _ in client.chat_stream("Hi"):
            break
    assert [call.error for call in told] == [None]


def test_hooks_of_a_copy_and_of_one_call_take_the_place_of_the_others(connect: Connect, wire: WireServer) -> None:
    wire.say({"status": "ok"})
    told: List[str] = []

    def note(name: str) -> Any:
        return lambda event: told.append(name)

    client = connect(base_url=wire.url, on_call=note("client"))
    copy = client.with_options(on_call=note("copy"))
    client.health()
    copy.health()
    copy.health(on_call=note("call"))
    client.request(api.health(), on_attempt=note("attempt"), on_call=None)
    copy.with_options(on_call=None).health()
    assert told == ["client", "copy", "call", "attempt"]


def test_events_hold_neither_the_key_nor_what_was_said(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": PROSE, "message": KEY}, 503).say({**CHAT, "response": PROSE})
    wire.stream(START, event("chunk", {"content": PROSE}), DONE)
    told: List[Any] = []
    client = connect(KEY, base_url=wire.url, on_attempt=told.append, on_call=told.append, retry_unsafe=True)
    client.chat(PROSE, user_context=PROSE, headers={"x-mine": PROSE})
    client.chat_stream(PROSE).collect()
    assert len(told) == 5
    assert KEY not in repr(told) and PROSE not in repr(told)


def test_events_are_frozen_and_can_be_pickled(connect: Connect, wire: WireServer) -> None:
    wire.say({"status": "ok"})
    told: List[Any] = []
    connect(base_url=wire.url, on_attempt=told.append, on_call=told.append).health()
    assert pickle.loads(pickle.dumps(told)) == told
    for event_ in told:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            event_.operation = "other"


def test_a_hook_that_raises_breaks_no_call_and_is_told_once(
    connect: Connect, wire: WireServer, caplog: pytest.LogCaptureFixture
) -> None:
    wire.say({"status": "ok"})

    def broken(event: Any) -> None:
        raise KeyError(PROSE)

    client = connect(base_url=wire.url, on_attempt=broken, on_call=broken)
    with caplog.at_level(logging.ERROR), pytest.warns(RuntimeWarning, match=r"broken raised KeyError") as warned:
        client.health()
        client.health()
    assert len(warned) == 1
    (record,) = caplog.records
    assert "broken" in record.getMessage() and record.exc_info
    assert PROSE not in str(warned[0].message)


def test_a_warning_that_is_an_error_breaks_no_call(connect: Connect, wire: WireServer) -> None:
    """As it is in these tests: pytest has filterwarnings = error."""
    wire.say({"status": "ok"})
    assert connect(base_url=wire.url, on_call=lambda event: 1 / 0).health().status == "ok"


def test_a_hook_that_returns_a_coroutine_is_told_so(connect: Connect, wire: WireServer) -> None:
    wire.say({"status": "ok"})

    async def late(event: Any) -> None:
        raise AssertionError("nobody awaits it")

    with pytest.warns(RuntimeWarning, match="TypeError"):
        connect(base_url=wire.url, on_call=lambda event: late(event)).health()


def test_a_hook_that_returns_another_awaitable_is_told_so(connect: Connect, wire: WireServer) -> None:
    wire.say({"status": "ok"})

    class Later:
        def __await__(self) -> Any:
            raise AssertionError("nobody awaits it")

    with pytest.warns(RuntimeWarning, match="TypeError"):
        connect(base_url=wire.url, on_call=lambda event: Later()).health()


async def _function(event: Any) -> None: ...


class _Object:
    async def __call__(self, event: Any) -> None: ...

    async def method(self, event: Any) -> None: ...


@pytest.mark.parametrize("name", ["on_attempt", "on_call"])
@pytest.mark.parametrize("hook", [_function, _Object(), _Object().method, functools.partial(_function), "text", 1])
def test_a_hook_that_cannot_be_called_plainly_is_refused(connect: Connect, name: str, hook: Any) -> None:
    client = connect(base_url="http://127.0.0.1:9/api")
    for use in (lambda **o: connect(base_url=client.options.base_url, **o), client.with_options, client.health):
        with pytest.raises(errors.InfinityAssistantArgumentError, match=name) as caught:
            use(**{name: hook})
        assert caught.value.argument == name


def test_an_interrupt_in_a_hook_is_no_error_of_the_hook(wire: WireServer) -> None:
    wire.say({"status": "ok"})

    def interrupt(event: Any) -> None:
        raise KeyboardInterrupt

    with InfinityAssistantClient(base_url=wire.url) as client, pytest.raises(KeyboardInterrupt):
        client.health(on_call=interrupt)


def test_the_log_tells_the_same_as_the_hooks(
    connect: Connect, wire: WireServer, caplog: pytest.LogCaptureFixture
) -> None:
    wire.say({"error": "busy"}, 503).say({"status": "ok"})
    told: List[AttemptEvent] = []
    with caplog.at_level(logging.DEBUG, "infinity_assistant"):
        connect(base_url=wire.url, on_attempt=told.append, retry_delay=0.001).health()
    assert [f"health: {event.outcome} in attempt {event.number}" for event in told] == [
        record.getMessage().partition(",")[0] for record in caplog.records
    ]
