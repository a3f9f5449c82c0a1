"""`--help` and `--version`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from infinity_assistant import __version__
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._parser import COMMANDS

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
