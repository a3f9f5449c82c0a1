"""Completion in shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

from infinity_assistant.cli._commands.completion import SHELLS
from infinity_assistant.cli._parser import COMMANDS

from .conftest import Run

#: What bash does when Tab is pressed: it calls the function of the command with the words so far.
_PRESS_TAB = """
set -eu
eval "$1"; shift
complete -p infinity-assistant > /dev/null
function_name=$(complete -p infinity-assistant | sed 's/.*-F \\([^ ]*\\).*/\\1/')
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
"$function_name" infinity-assistant "${!#}" "" || true
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def script(run: Run) -> str:
    pytest.importorskip("shtab", reason="the extra cli is not installed")
    outcome = run("completion", "bash")
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def press_tab(script: str, *words: str, cwd: Path) -> List[str]:
    """Press Tab after the words, the last of which is half typed."""
    bash = shutil.which("bash")
    assert bash is not None
    command = [bash, "--norc", "-c", _PRESS_TAB, "bash", script, "infinity-assistant", *words]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


@pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ([""], set(COMMANDS)),
        (["re"], {"research"}),
        (["keys", ""], {"list", "create", "delete"}),
        (["chat", "--mo"], {"--mode"}),
        (["chat", "--mode", ""], {"search", "assist", "build"}),
        (["memory", "store", "--type", ""], {"wisdom", "pattern", "gotcha", "fact"}),
        (["completion", ""], set(SHELLS)),
        (["--api-key-file", ""], {"file.key"}),
        (["bulk", "-o", ""], {"file.key"}),
    ],
)
def test_bash_completes(words: List[str], offered: set[str], script: str, tmp_path: Path) -> None:
    """Commands, actions, options, words of the API, and files, in a real bash."""
    (tmp_path / "file.key").touch()
    assert offered <= set(press_tab(script, *words, cwd=tmp_path))


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_take_their_script(shell: str, run: Run, tmp_path: Path) -> None:
    """Where the shell is there, it reads the script without a complaint."""
    shtab = pytest.importorskip("shtab", reason="the extra cli is not installed")
    outcome = run("completion", shell)
    if shell not in shtab.SUPPORTED_SHELLS:
        assert outcome.code == 2 and f"does not know {shell}" in outcome.err
        return
    assert outcome.code == 0 and "infinity-assistant" in outcome.out and "research" in outcome.out
    program = shutil.which(shell)
    if program is not None:
        (tmp_path / "script").write_text(outcome.out, "utf-8")
        done = subprocess.run([program, "-n", str(tmp_path / "script")], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_without_the_extra_the_remedy_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    outcome = run("completion", "bash")
    assert (outcome.code, outcome.out) == (2, "")
    assert "pip install 'infinity-assistant[cli]'" in outcome.err


def test_an_old_shtab_is_told_by_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shtab = pytest.importorskip("shtab", reason="the extra cli is not installed")
    monkeypatch.setattr(shtab, "SUPPORTED_SHELLS", ["bash", "zsh"])
    outcome = run("completion", "fish")
    assert outcome.code == 2 and "does not know fish: pip install --upgrade" in outcome.err
