"""How results are shown."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest

from infinity_assistant.cli._terminal import formatting, output


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


class Latin(io.StringIO):
    """An output that knows few characters."""

    encoding = "latin-1"  # type: ignore[assignment]


def on_screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """From now on standard output and standard error are one terminal of 40 columns."""
    made = Screen()
    monkeypatch.setattr("sys.stdout", made)
    monkeypatch.setattr("sys.stderr", made)
    monkeypatch.setenv("COLUMNS", "40")
    return made


def test_a_terminal_gets_colors(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_screen(monkeypatch)
    formatting.print_heading("Title")
    output.print_note("aside")
    assert screen.getvalue() == "\x1b[1mTitle\x1b[0m\n\x1b[2maside\x1b[0m\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colors_for_those_who_want_none(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_screen(monkeypatch)
    monkeypatch.setenv(name, value)
    formatting.print_heading("Title")
    assert screen.getvalue() == "Title\n"


def test_a_file_gets_neither_colors_nor_notes(capsys: pytest.CaptureFixture[str]) -> None:
    formatting.print_heading("Title")
    output.print_note("aside")
    assert capsys.readouterr() == ("Title\n", "")


def test_control_characters_are_shown_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Line breaks and tabulators are harmless; a line break of Windows is one line break."""
    screen = on_screen(monkeypatch)
    output.write("a\x1b[2J\tb\r\nc\rd\x9b")
    assert screen.getvalue() == "a\\x1b[2J\tb\nc\\x0dd\\x9b"


def test_a_file_gets_the_text_as_it_came(capsys: pytest.CaptureFixture[str]) -> None:
    output.write("a\x1b[2J")
    assert capsys.readouterr().out == "a\x1b[2J"


def test_an_output_that_lacks_a_character_gets_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = Latin()
    monkeypatch.setattr("sys.stdout", latin)
    output.print_line("Grüße 👋")
    assert latin.getvalue() == "Grüße \\U0001f44b\n"


def test_half_a_character_does_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON may hold half of a surrogate pair, which no encoding expresses."""
    output.print_line("\ud83d")
    output.print_json({"text": "\ud83d"})
    assert capsys.readouterr().out == '\\ud83d\n{"text": "\\ud83d"}\n'


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "-"),
        (True, "yes"),
        (False, "no"),
        (0.123456, "0.123"),
        (["a", "b"], "a, b"),
        (7, "7"),
        (dt.datetime(2026, 1, 2, 3, 4), "2026-01-02 03:04"),
    ],
)
def test_cells_are_short(value: Any, shown: str) -> None:
    assert formatting.format_value(value) == shown


def test_columns_are_as_wide_as_they_must_be(capsys: pytest.CaptureFixture[str]) -> None:
    formatting.print_table(("id", "name"), [("1", "Ada"), ("200", None)])
    assert capsys.readouterr().out == "id   name\n1    Ada\n200  -\n"


def test_long_texts_are_wrapped_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_screen(monkeypatch)
    formatting.print_entry("Title", "word " * 12 + "\n\nend", score=1.0, source=None)
    formatting.print_list("More", ["word " * 12, ""])
    assert max(len(line) for line in screen.getvalue().splitlines()) <= 40
    assert screen.getvalue().count("word") == 24


def test_long_texts_are_left_alone_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    formatting.print_entry(None, "word " * 50)
    formatting.print_list("More", [])
    title, text = capsys.readouterr().out.splitlines()
    assert title == "  -"
    assert text.split() == ["word"] * 50
