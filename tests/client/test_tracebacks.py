"""Tracebacks end where a method was called, unless `INFINITY_ASSISTANT_DEBUG` asks for the frames behind it."""

from __future__ import annotations

import traceback
from typing import Any, Callable, Dict

import pytest

import infinity_assistant as ia
from infinity_assistant import webhooks

from .conftest import Connect
from .wire import DONE, START, WireServer, event

QUESTION = "Where did I leave the keys of the house?"
CALLS: Dict[str, Callable[[Any], Any]] = {
    "an error status": lambda client: client.chat(QUESTION),
    "an argument of the wrong type": lambda client: client.chat(QUESTION, preferences={"communication_style": 5}),
}


@pytest.fixture(params=CALLS)
def fail(request: pytest.FixtureRequest, wire: WireServer, connect: Connect) -> Callable[[], ia.InfinityAssistantError]:
    """Make a call that fails, by the client of the runtime at hand, and return its error."""
    wire.say({"error": "Not found"}, status=404)
    client = connect(base_url=wire.url)

    def fail() -> ia.InfinityAssistantError:
        with pytest.raises(ia.InfinityAssistantError) as caught:
            CALLS[request.param](client)
        return caught.value

    return fail


def frames(error: BaseException) -> str:
    """The frames of the package in a traceback, with their local variables."""
    stack = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), capture_locals=True)
    inside = [frame for frame in stack if frame.filename.startswith(ia.__path__[0])]
    return "\n".join(f"{frame.name} {frame.locals}" for frame in inside)


@pytest.mark.parametrize("value", [None, "", "0", "false", "no", "debug"])
def test_an_error_shows_no_frame_that_holds_what_was_said(
    value: Any, fail: Callable[[], ia.InfinityAssistantError], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one frame of the package is that of the wrapper, which has let go of its arguments."""
    monkeypatch.delenv("INFINITY_ASSISTANT_DEBUG", raising=False)
    if value is not None:
        monkeypatch.setenv("INFINITY_ASSISTANT_DEBUG", value)
    shown = frames(fail())
    assert shown.split()[0] == "outer"
    assert "\n" not in shown
    assert QUESTION not in shown


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_the_variable_keeps_all_frames(
    value: str, fail: Callable[[], ia.InfinityAssistantError], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read when a call fails, so a client that is there already follows it."""
    monkeypatch.setenv("INFINITY_ASSISTANT_DEBUG", value)
    shown = frames(fail())
    assert shown.count("\n") >= 3
    assert "\n_send " in shown
    assert QUESTION in shown


def test_a_delivery_that_is_refused_shows_its_frames_only_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INFINITY_ASSISTANT_DEBUG", raising=False)
    secret = "the secret of a webhook"
    for shows in (False, True):
        if shows:
            monkeypatch.setenv("INFINITY_ASSISTANT_DEBUG", "1")
        with pytest.raises(ia.InfinityAssistantWebhookVerificationError) as caught:
            webhooks.parse(b"{}", {"X-Infinity-Signature": "0" * 64}, secret)
        assert (secret in frames(caught.value)) is shows


@pytest.mark.parametrize("value", ["0", "1"])
def test_an_error_of_a_stream_follows_the_variable_as_well(
    value: str, wire: WireServer, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_DEBUG", value)
    wire.say({"error": "Not found"}, status=404)
    with pytest.raises(ia.InfinityAssistantNotFoundError) as caught:
        connect(base_url=wire.url).chat_stream(QUESTION).collect()
    assert ("receive_head" in frames(caught.value)) is (value == "1")


def test_the_end_of_a_stream_is_logged(wire: WireServer, connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "infinity_assistant")
    wire.stream(START, event("chunk", {"text": "Hello"}), DONE).stream(START)
    client = connect(base_url=wire.url)
    client.chat_stream(QUESTION).collect()
    with pytest.raises(ia.InfinityAssistantStreamInterruptedError):
        client.chat_stream(QUESTION).collect()
    ends = [record.getMessage() for record in caplog.records if "the stream is over" in record.getMessage()]
    assert [message.partition(" after ")[0] for message in ends] == [
        "chat_stream: the stream is over, complete",
        "chat_stream: the stream is over, InfinityAssistantStreamInterruptedError",
    ]
    assert QUESTION not in caplog.text
