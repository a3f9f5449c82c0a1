"""`--help` and `--version`."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
from typing import Iterator

import pytest

from infinity_assistant import __version__
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._parser import COMMANDS, build_parser, parse_args

from .conftest import Run


def test_help_lists_every_command_and_every_exit_code(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    for name, purpose in COMMANDS.items():
        assert f"    {name} " in outcome.out
        assert purpose.split(",")[0] in outcome.out
    for code, meaning in exit_codes.MEANINGS.items():
        assert f"  {code:<5} {meaning}" in outcome.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, run: Run) -> None:
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"usage: infinity-assistant {name}")


def test_every_exit_code_is_explained() -> None:
    codes = {value for name, value in vars(exit_codes).items() if name.isupper() and isinstance(value, int)}
    assert codes == exit_codes.MEANINGS.keys()


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == (0, f"infinity-assistant {__version__}\n", "")


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS if name != "serve"), ["webhooks", "listen"]])
def test_help_imports_nothing_that_is_slow(words: list[str]) -> None:
    """Neither the client nor what it stands on is imported before it is needed."""
    program = (
        f"import sys; from infinity_assistant.cli import main; main({[*words, '--help']}); "
        "slow = {'httpx', 'attrs', 'attr', 'asyncio', 'ssl', 'sqlite3', 'infinity_assistant.client', "
        "'infinity_assistant.models', 'infinity_assistant.testing'}; "
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_the_words_of_the_process_are_read_by_default(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from infinity_assistant.cli import main

    monkeypatch.setattr("sys.argv", ["infinity-assistant", "--version"])
    assert main() == 0
    assert __version__ in capsys.readouterr().out


def test_the_bare_command_shows_the_help(run: Run) -> None:
    """On standard error, and with the exit code of wrong usage, as a script may expect."""
    assert run() == (2, "", run("--help").out)


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A parser, and those of its commands and actions."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


PARSERS = {parser.prog: parser for parser in parsers(build_parser(COMMANDS))}


@pytest.mark.parametrize("name", PARSERS)
def test_every_help_has_examples_that_can_be_typed(name: str) -> None:
    """A command that consists of actions has them in the helps of these."""
    parser = PARSERS[name]
    examples = re.findall(
        r"^  (.*infinity-assistant .*)$", parser.format_help().partition("examples:")[2], re.MULTILINE
    )
    assert examples or [one for one in PARSERS if one.startswith(f"{name} ")]
    for example in examples:
        words = shlex.split(re.sub(r'^eval "\$\((.*)\)"', r"\1", example), comments=True)
        words = words[words.index("infinity-assistant") + 1 :]
        words = words[: next((place for place, word in enumerate(words) if word in ("<", ">", "|")), None)]
        if "COMMAND" not in words:
            assert parse_args(words).run


def test_the_lines_of_an_example_are_not_wrapped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """They can be copied; paragraphs are as wide as the terminal."""
    monkeypatch.setenv("COLUMNS", "50")
    shown = run("chat", "--help").out
    assert 'infinity-assistant chat "How do I leave a stream early?"\n' in shown
    assert "Send a message, or have a conversation if there" in shown.splitlines()
