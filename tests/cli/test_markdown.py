"""Markdown on a terminal: how a response looks there, while it comes and afterwards."""

from __future__ import annotations

import io
import re
import sys
import time
from typing import Iterator, List

import pytest

from infinity_assistant.cli._chat.blocks import split_finished
from infinity_assistant.cli._chat.displays import PlainDisplay, choose_display
from infinity_assistant.cli._terminal import waiting
from infinity_assistant.testing import Emulator, EmulatorServer

from .process import PATIENCE, Terminal

TEXT = """# Title

It is **bold** and List<String>.

1. one
2. two

```python
x = 1

y = 2
```

| a | b |
|---|---|
| 1 | 2 |
"""


class Screen(io.StringIO):
    """A terminal that keeps what was written."""

    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


def on_screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """From now on standard output is a terminal of 60 columns and 8 lines."""
    made = Screen()
    monkeypatch.setattr("sys.stdout", made)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "8")
    return made


def visible(written: str) -> List[str]:
    """The lines that a terminal shows in the end: it obeys the sequences that rich writes."""
    lines, row, column = [""], 0, 0
    for kind, text in _pieces(written):
        if kind == "text":
            line = lines[row].ljust(column)
            lines[row] = line[:column] + text + line[column + len(text) :]
            column += len(text)
        elif kind == "\n":
            row, column = row + 1, 0
            lines += [""] * (row + 1 - len(lines))
        elif kind == "\r":
            column = 0
        elif kind == "A":
            row = max(0, row - int(text or 1))
        elif kind == "K":
            lines[row] = ""
    return [line.rstrip() for line in lines]


def _pieces(written: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"\x1b\[([\d;?]*)([A-Za-z])|(\n)|(\r)|([^\x1b\n\r]+)", written):
        if found[2]:
            yield found[2], found[1]
        elif found[5]:
            yield "text", found[5]
        else:
            yield found[0], ""


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_a_response_looks_the_same_however_it_is_cut(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks are gone, fences are code, tables are tables; what looks like HTML stays."""
    pytest.importorskip("rich", reason="the extra cli is not installed")
    screen = on_screen(monkeypatch)
    display = choose_display(False)
    for start in range(0, len(TEXT), size):
        display.write(TEXT[start : start + size])
    display.end()
    shown = "\n".join(visible(screen.getvalue()))
    assert "It is bold and List<String>." in shown
    assert " 1 one\n 2 two\n" in shown
    assert "x = 1" in shown and "y = 2" in shown and "```" not in shown and "**" not in shown
    assert shown.count("It is bold") == 1 and shown.count("x = 1") == 1
    assert "|---|" not in shown


def test_a_block_is_seen_before_it_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last lines of one that is higher than the window, and all of it in the end."""
    pytest.importorskip("rich", reason="the extra cli is not installed")
    screen = on_screen(monkeypatch)
    display = choose_display(False)
    display.write("\n".join(f"- item {number}" for number in range(20)))
    until = time.monotonic() + PATIENCE
    while "item 19" not in screen.getvalue() and time.monotonic() < until:
        time.sleep(0.01)
    assert len([line for line in visible(screen.getvalue()) if line]) == 7
    display.end()
    shown = visible(screen.getvalue())
    assert [line for line in shown if line] == [f" • item {number}" for number in range(20)]


def test_two_responses_do_not_run_into_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rich", reason="the extra cli is not installed")
    screen = on_screen(monkeypatch)
    display = choose_display(False)
    for text in ("first", "second"):
        display.write(text)
        display.end()
    display.end()
    assert [line for line in visible(screen.getvalue()) if line] == ["first", "second"]


def test_control_characters_and_links_are_shown_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a link leads to is seen."""
    pytest.importorskip("rich", reason="the extra cli is not installed")
    screen = on_screen(monkeypatch)
    display = choose_display(False)
    display.write("\x1b]0;owned\x07 [bank](https://elsewhere.example)")
    display.end()
    assert "\x1b]" not in screen.getvalue()
    assert visible(screen.getvalue())[0] == r"\x1b]0;owned\x07 bank (https://elsewhere.example)"


@pytest.mark.parametrize("why", ["plain", "dumb", "pipe", "absent", "ascii"])
def test_the_text_is_written_as_it_is(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is asked for, where a terminal can do nothing or lacks signs, in a pipe, and without the extra."""
    screen: io.StringIO = on_screen(monkeypatch)
    if why == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    elif why == "pipe":
        screen = io.StringIO()
        monkeypatch.setattr("sys.stdout", screen)
    elif why == "ascii":
        screen.encoding = "ascii"  # type: ignore[misc]
    elif why == "absent":
        monkeypatch.delitem(sys.modules, "infinity_assistant.cli._chat.markdown", raising=False)
        monkeypatch.setitem(sys.modules, "rich.console", None)
    display = choose_display(why == "plain")
    assert isinstance(display, PlainDisplay)
    display.write("**bold**")
    display.end()
    assert screen.getvalue() == "**bold**\n"


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("", ""),
        ("one", ""),
        ("one\n\n", ""),
        ("one\n\ntwo", "one\n\n"),
        ("one\n\n  two", ""),
        ("- one\n\n  still one\n\n- two", "- one\n\n  still one\n\n"),
        ("```\na\n\nb\n", ""),
        ("```\na\n\nb\n```\n\nc", "```\na\n\nb\n```\n\n"),
        ("````\n```\n\nb\n````\n\nc", "````\n```\n\nb\n````\n\n"),
        ("~~~\n```\n\nb\n~~~\n\nc", "~~~\n```\n\nb\n~~~\n\n"),
        ("```\na\n``` b\n\nc", ""),
    ],
)
def test_what_cannot_change_any_more_is_finished(text: str, finished: str) -> None:
    assert split_finished(text) == (finished, text[len(finished) :])


def test_seconds_are_shown_while_a_response_is_waited_for(server: EmulatorServer, emulator: Emulator) -> None:
    """They are gone when it comes."""
    emulator.delay(1.5, "chat_stream")
    emulator.on_chat().reply("Done.")
    with Terminal("chat", "hi") as terminal:
        terminal.wait_for("waiting, 1 s")
        terminal.wait_for("Done.")
        assert terminal.leave() == 0
    assert visible(terminal.shown)[0] == "Done."


def test_the_seconds_are_wiped_when_the_wait_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, however often it is said that it is over."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(waiting, "PATIENCE", 0.0)
    monkeypatch.setattr(waiting, "PERIOD", 0.005)
    with waiting.show_waiting() as stop:
        until = time.monotonic() + PATIENCE
        while screen.getvalue().count("waiting, 0 s") < 2 and time.monotonic() < until:
            time.sleep(0.005)
        stop()
        written = screen.getvalue()
    assert visible(written) == [""] and written.count("waiting, 0 s") >= 2
    assert screen.getvalue() == written


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_no_seconds_where_they_could_not_be_wiped(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal that can do nothing, and in a file; nor for a response that comes at once."""
    screen = Screen() if term == "dumb" else io.StringIO()
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(waiting, "PATIENCE", 0.0)
    with waiting.show_waiting():
        time.sleep(0.02)
    assert screen.getvalue() == ""


def test_markdown_comes_out_of_a_real_terminal(server: EmulatorServer, emulator: Emulator) -> None:
    pytest.importorskip("rich", reason="the extra cli is not installed")
    emulator.on_chat().reply_stream(["It is **bo", "ld**.\n\n", "And *more*."], delay=0.02)
    with Terminal("chat", "hi") as terminal:
        assert terminal.leave() == 0
    shown = [line for line in visible(terminal.shown) if line and not line.startswith("To continue")]
    assert shown == ["It is bold.", "And more."]


def test_a_response_that_is_cut_keeps_what_came(server: EmulatorServer, emulator: Emulator) -> None:
    emulator.on_chat().reply_stream(["All", " is", " well."])
    emulator.cut_stream(after=3)
    with Terminal("chat", "hi") as terminal:
        assert terminal.leave() == 3
    assert visible(terminal.shown)[0] == "All is"
