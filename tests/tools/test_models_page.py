"""The programs of docs/models.md that need the packages of others run, each section from top to bottom."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict

import pytest

from infinity_assistant.testing import Emulator
from tests.docs.pages import Section, sections

PAGE = Path(__file__).parents[2] / "docs" / "models.md"
SECTIONS = [section for section in sections(PAGE) if section.of("py")]


@pytest.mark.parametrize("section", SECTIONS, ids=str)
def test_the_programs_of_a_section_run(section: Section) -> None:
    with Emulator(frozen=True) as emulator, emulator.client() as client:
        names: Dict[str, Any] = {"__name__": "__main__", "client": client, "response": client.chat("Hello!")}
        for snippet in section.of("py"):
            exec(compile("\n" * (snippet.line - 1) + snippet.code, str(PAGE), "exec"), names)


def test_there_are_programs_of_this_kind() -> None:
    assert len(SECTIONS) >= 4
