"""`chat` without a message."""

from __future__ import annotations

import json
import signal
from typing import Any, Iterator, List

import pytest

from infinity_assistant.cli._chat.displays import PlainDisplay
from infinity_assistant.cli._chat.repl import Repl
from infinity_assistant.cli._chat.session import ChatSession
from infinity_assistant.testing import Emulator, EmulatorServer

from .process import Terminal

LONG = ["word "] * 400


@pytest.fixture
def terminal(server: EmulatorServer) -> Iterator[Terminal]:
    """A conversation that has begun."""
    with Terminal("chat") as begun:
        begun.wait_for_prompt()
        yield begun


def messages(emulator: Emulator) -> List[Any]:
    """The bodies of the requests so far."""
    return [json.loads(request.request.body) for request in emulator.requests]


def test_a_conversation_keeps_its_id(emulator: Emulator, terminal: Terminal) -> None:
    """The second message belongs to the conversation that the first one began."""
    emulator.on_chat().reply("Yes?", "Indeed.")
    terminal.press("first\n")
    terminal.wait_for("Yes?")
    terminal.wait_for_prompt()
    terminal.press("second\n")
    terminal.wait_for("Indeed.")
    terminal.wait_for_prompt()
    terminal.press("/quit\n")
    assert terminal.leave() == 0
    first, second = messages(emulator)
    assert "conversationId" not in first
    assert second["conversationId"] in emulator.conversations
    assert f"To continue: --conversation-id {second['conversationId']}" in terminal.shown


def test_the_end_of_input_ends_the_conversation(terminal: Terminal) -> None:
    """Ctrl-D leaves with exit code 0."""
    terminal.press(Terminal.END)
    assert terminal.leave() == 0
    assert "To continue" not in terminal.shown


def test_ctrl_c_stops_a_response_but_not_the_program(emulator: Emulator, terminal: Terminal) -> None:
    """After a response was stopped the conversation goes on, under the same id."""
    emulator.on_chat(matches="long").reply_stream(LONG, delay=0.05)
    emulator.on_chat(matches="short").reply("Done.")
    terminal.press("long\n")
    terminal.wait_for("word word")
    terminal.press(Terminal.INTERRUPT)
    terminal.wait_for("(stopped)")
    terminal.wait_for_prompt()
    terminal.press("short\n")
    terminal.wait_for("Done.")
    terminal.wait_for_prompt()
    terminal.press(Terminal.END)
    assert terminal.leave() == 0
    assert messages(emulator)[1]["conversationId"] in emulator.conversations
    assert "Traceback" not in terminal.shown
    assert terminal.shown.rfind("\x1b[?25l") <= terminal.shown.rfind("\x1b[?25h")  # the cursor is there again


def test_ctrl_c_twice_at_the_prompt_leaves(terminal: Terminal) -> None:
    terminal.press(Terminal.INTERRUPT)
    terminal.wait_for("Ctrl-C again")
    terminal.wait_for_prompt()
    terminal.press(Terminal.INTERRUPT)
    assert terminal.leave() == 130
    assert "Traceback" not in terminal.shown


def test_a_message_between_them_makes_two_ctrl_c_two_first_ones(emulator: Emulator, terminal: Terminal) -> None:
    """Only Ctrl-C twice in a row leaves."""
    emulator.on_chat().reply("Yes?")
    terminal.press(Terminal.INTERRUPT)
    terminal.wait_for("Ctrl-C again")
    terminal.wait_for_prompt()
    terminal.press("hi\n")
    terminal.wait_for("Yes?")
    terminal.wait_for_prompt()
    terminal.press(Terminal.INTERRUPT)
    terminal.wait_for("Ctrl-C again")


def test_an_error_does_not_end_the_conversation(emulator: Emulator, terminal: Terminal) -> None:
    """The error is explained, and the next message is sent."""
    emulator.fail("chat_stream", status=401, body={"error": "Invalid API key"})
    emulator.on_chat().reply("Back again.")
    terminal.press("hi\n")
    terminal.wait_for("Invalid API key")
    terminal.wait_for_prompt()
    terminal.press("hi\n")
    terminal.wait_for("Back again.")


def test_control_characters_of_a_response_do_not_reach_the_terminal(emulator: Emulator, terminal: Terminal) -> None:
    """A response cannot rename the window or repaint what stands above it."""
    emulator.on_chat().reply("\x1b]0;owned\x07 and\ttabs stay.")
    terminal.press("hi\n")
    terminal.wait_for(r"\x1b]0;owned\x07 and")
    terminal.wait_for("tabs stay.")


class Typed:
    """Stands for `input`: gives lines, and raises what is an exception."""

    def __init__(self, *lines: Any) -> None:
        self._lines = list(lines)

    def __call__(self, prompt: str = "") -> str:
        line = self._lines.pop(0)
        if isinstance(line, BaseException):
            raise line
        return str(line)


def conversation(emulator: Emulator, monkeypatch: pytest.MonkeyPatch, *lines: Any) -> Repl:
    """A conversation in this process, in which `lines` will be typed."""
    monkeypatch.setattr("builtins.input", Typed(*lines))
    return Repl(ChatSession(emulator.client(), None, {}, PlainDisplay()))


def test_blank_lines_are_not_sent(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The prompt goes to standard error when standard output is not a terminal."""
    emulator.on_chat().reply("Fine.")
    assert conversation(emulator, monkeypatch, "", "   ", "hi", "/exit").run() == 0
    assert len(emulator.requests) == 1
    assert capsys.readouterr() == ("Fine.\n", "> " * 4)


def test_the_end_of_input_is_a_way_to_leave(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    assert conversation(emulator, monkeypatch, EOFError()).run() == 0


def test_one_ctrl_c_is_forgiven_and_the_second_is_not(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        conversation(emulator, monkeypatch, KeyboardInterrupt(), KeyboardInterrupt()).run()
    assert "Ctrl-C again" in capsys.readouterr().err


def test_what_cannot_be_decoded_is_explained(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    assert conversation(emulator, monkeypatch, wrong, "/quit").run() == 0
    assert "what was typed is not" in capsys.readouterr().err


def test_an_interrupted_response_keeps_what_was_printed(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The signal arrives between two events; the line is ended, and the conversation known."""
    emulator.on_chat(matches="long").reply_stream(["one ", "two ", "three"])
    emulator.on_chat(matches="short").reply("Done.")
    talking = conversation(emulator, monkeypatch, "long", "short", "/quit")
    written: List[str] = []

    def write(text: str) -> None:
        written.append(text)
        if text == "two ":
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("infinity_assistant.cli._chat.displays.write", write)
    assert talking.run() == 0
    assert written == ["one ", "two ", "\n", "Done.", "\n"]
    assert "(stopped)" in capsys.readouterr().err
    assert messages(emulator)[1]["conversationId"] in emulator.conversations


@pytest.mark.parametrize("word", ["/quit", "/exit", "/q"])
def test_words_for_help_and_for_the_end_are_not_sent(word: str, emulator: Emulator, terminal: Terminal) -> None:
    """Each message costs quota."""
    terminal.press("/help\n")
    terminal.wait_for("leaves.")
    terminal.wait_for_prompt()
    terminal.press(f"{word}\n")
    assert terminal.leave() == 0
    assert messages(emulator) == []
