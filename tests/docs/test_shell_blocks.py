"""Commands that set things up, or never end, are not run here; but what they name is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any, List

import pytest

from infinity_assistant.cli._parser import parse_args

from .pages import PAGES, ROOT, sections

_EXTRAS = set(re.findall(r"^(\w+) = \[", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE))
_TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def _commands() -> List[Any]:
    """The commands of all blocks of shell, as words."""
    found: List[Any] = []
    for page in PAGES:
        for section in sections(page):
            for snippet in (*section.of("sh"), *section.of("bash"), *section.of("shell")):
                commands = (shlex.split(line, comments=True) for line in snippet.code.splitlines())
                found += [pytest.param(words, id=f"{page.name}: {' '.join(words)}") for words in commands if words]
    return found


@pytest.mark.parametrize("words", _commands())
def test_what_a_command_names_is_there(words: List[str]) -> None:
    """Targets of make, extras of the package, files, and options of the command line."""
    while re.fullmatch(r"\w+=.*", words[0]):
        words = words[1:]
    _CHECKS.get(Path(words[0]).name, _do_nothing)(words[1:])
    assert [word for word in words[1:] if word.endswith(".py") and not (ROOT / word).exists()] == []


def _make(words: List[str]) -> None:
    assert {word for word in words if "=" not in word} <= _TARGETS


def _pip(words: List[str]) -> None:
    for extras in re.findall(r"infinity-assistant\[(.+?)\]", " ".join(words)):
        assert set(extras.split(",")) <= _EXTRAS


def _command_line(words: List[str]) -> None:
    redirected = [place for place, word in enumerate(words) if word in ("<", ">", "|")]
    assert callable(parse_args(words[: redirected[0] if redirected else None]).run)


def _do_nothing(words: List[str]) -> None:
    """Nothing is known of this program."""


_CHECKS = {"make": _make, "pip": _pip, "infinity-assistant": _command_line}
