"""`chat` with one message."""

from __future__ import annotations

import json

import pytest

from infinity_assistant.testing import Emulator

from .conftest import Run, pipe

pytestmark = pytest.mark.usefixtures("server")


def test_the_response_alone_is_on_standard_output(emulator: Emulator, run: Run) -> None:
    """A script can use what `chat` prints as it is."""
    emulator.on_chat().reply_stream(["All", " is", " well."])
    assert run("chat", "How are you?") == (0, "All is well.\n", "")


def test_words_need_no_quotes(emulator: Emulator, run: Run) -> None:
    """Words that are typed one by one are one message."""
    emulator.on_chat(matches="how are you").reply("Fine.")
    assert run("chat", "how", "are", "you").out == "Fine.\n"


def test_a_response_that_ends_its_line_gets_no_second_line_break(emulator: Emulator, run: Run) -> None:
    emulator.on_chat().reply("Fine.\n")
    assert run("chat", "hi").out == "Fine.\n"


def test_an_empty_response_prints_nothing(emulator: Emulator, run: Run) -> None:
    emulator.on_chat().reply_stream([])
    assert run("chat", "hi") == (0, "", "")


def test_without_streaming_the_same_is_printed(emulator: Emulator, run: Run) -> None:
    """`--no-stream` asks POST /chat and prints what the stream would have."""
    emulator.on_chat().reply_stream(["All", " is", " well."])
    assert run("chat", "hi", "--no-stream") == (0, "All is well.\n", "")
    assert [request.operation for request in emulator.requests] == ["chat"]


def test_json_lines_are_the_events_of_the_stream(emulator: Emulator, run: Run) -> None:
    """Events are printed as the client hands them over, in wire names."""
    emulator.on_chat().reply_stream(["Grüße", "!"])
    outcome = run("chat", "hi", "--jsonl")
    assert outcome.out.isascii()
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert [event["type"] for event in events] == ["start", "text", "text", "metadata", "done"]
    assert "".join(event.get("content", "") for event in events) == "Grüße!"
    assert events[-1]["conversationId"] == events[0]["conversationId"]


@pytest.mark.parametrize("words", [["--json", "chat", "hi"], ["chat", "hi", "--json", "--no-stream"]])
def test_json_is_one_document_the_response(words: list[str], emulator: Emulator, run: Run) -> None:
    emulator.on_chat().reply("Fine.")
    outcome = run(*words)
    assert outcome.out.count("\n") == 1
    response = json.loads(outcome.out)
    assert response["response"] == "Fine."
    assert response["rateLimit"]["limit"] == 50


def test_options_go_into_the_request(emulator: Emulator, run: Run) -> None:
    """What the options say is what the service receives."""
    run("chat", "hi", "--conversation-id", "conv_1", "--mode", "build", "--user-id", "ada")
    body = json.loads(emulator.requests[-1].request.body)
    assert body == {"message": "hi", "conversationId": "conv_1", "mode": "build", "userId": "ada"}


@pytest.mark.parametrize("other", ["--json", "--no-stream"])
def test_events_and_the_whole_response_exclude_each_other(other: str, emulator: Emulator, run: Run) -> None:
    outcome = run("chat", "hi", "--jsonl", other)
    assert (outcome.code, outcome.out, emulator.requests) == (2, "", [])
    assert "--jsonl" in outcome.err


@pytest.mark.parametrize("words", [["-"], []])
def test_a_message_can_be_piped_in(
    words: list[str], emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`echo hi | infinity-assistant chat -` sends what is piped, line breaks within included, the last one not."""
    pipe(b"first\nsecond\n", monkeypatch)
    assert run("chat", *words).code == 0
    assert json.loads(emulator.requests[-1].request.body)["message"] == "first\nsecond"


def test_standard_input_that_is_no_text_is_rejected(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(b"\x81\xff", monkeypatch)
    monkeypatch.setattr("locale.getpreferredencoding", lambda _: "ascii")
    outcome = run("chat", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert "standard input: is not UTF-8 or ASCII text" in outcome.err


def test_closed_standard_input_is_rejected(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    outcome = run("chat")
    assert outcome.code == 2
    assert "standard input: is closed" in outcome.err


def test_a_cut_response_is_shown_and_reported_as_cut(emulator: Emulator, run: Run) -> None:
    """What arrived is printed, its line ended, and the exit code tells that it is not the response."""
    emulator.on_chat().reply_stream(["All", " is", " well."])
    emulator.cut_stream(after=3)
    outcome = run("chat", "hi")
    assert (outcome.code, outcome.out) == (3, "All is\n")
    assert "not the whole response" in outcome.err


def test_a_rejected_stream_prints_nothing(emulator: Emulator, run: Run) -> None:
    """Not even half a JSON document."""
    emulator.add_fault("chat_stream:503")
    outcome = run("chat", "hi", "--jsonl", "--max-retries", 0)
    assert (outcome.code, outcome.out) == (1, "")
    assert "HTTP 503" in outcome.err
