"""`docs/regeneration.md` tells the truth: the walk through a change is walked, and the table is the one that judges."""

from __future__ import annotations

import re

import pytest

from generator.__main__ import generate, main
from generator.diff.table import format_table
from generator.package import ROOT
from tests.generator.conftest import Project
from tests.generator.probes import FEWER_MODES, MODE, MORE_MODES

#: The page, in which the walk adds names that no service has to the modes as they are today.
PAGE = re.sub(r"\b(tone|plan)\b", r"probe_\1", (ROOT / "docs/regeneration.md").read_text(encoding="utf-8"))
PAGE = re.sub(r"enum: \[.*probe_plan\]", MORE_MODES, PAGE)


def block(command: str, after: str = "") -> list[str]:
    """The lines that the page shows below a command, without those that are left out."""
    text = PAGE[PAGE.index(after) :]
    shown = re.search(rf"```console\n\$ {re.escape(command)}\n(.*?)```", text, re.DOTALL)
    assert shown, command
    return [line for line in shown[1].splitlines() if line.strip() and line != "…"]


def changes() -> list[str]:
    """The pieces of YAML that the page has one write."""
    return re.findall(r"```yaml change\n(.*?)```", PAGE, re.DOTALL)


def test_the_table_is_the_one_that_judges() -> None:
    assert format_table() in PAGE


def test_the_walk_can_be_walked(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command of the page, with the output that the page shows."""
    enum, field = changes()
    project.replace("openapi.yaml", enum.replace(", probe_plan", ""), enum)
    project.replace("openapi.yaml", "        userContext:\n", f"{field}        userContext:\n")
    assert main(["diff", "HEAD"], project.root) == 3
    _shows(capsys, block("python -m generator diff HEAD"))
    generate(project.root)
    capsys.readouterr()
    assert main(["--check"], project.root) == 1
    suggested = block("python -m generator --check")
    told = _shows(capsys, [re.sub(r":\d+:", ":", line) for line in suggested])
    assert told.count("lacks the keyword probe_tone") == 2
    _paste(project, [line for line in suggested if line.strip().startswith("probe_tone")])
    generate(project.root)
    capsys.readouterr()
    assert main(["--check"], project.root) == 0
    assert main(["release", "--dry-run"], project.root) == 0
    _shows(capsys, block("python -m generator release --dry-run"))
    assert main(["release"], project.root) == 0
    project.commit("v1.1.0")
    assert main(["release", "--verify", "v1.1.0"], project.root) == 0


def test_what_breaks_is_refused_until_the_note_of_the_page_stands_there(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.replace("openapi.yaml", MODE, FEWER_MODES)
    assert main(["release"], project.root) == 1
    _shows(capsys, block("python -m generator release", after="## When something breaks"))
    note = re.search(r"```markdown\n## Unreleased\n\n(.*?)```", PAGE, re.DOTALL)
    assert note
    project.replace("CHANGELOG.md", "## Unreleased\n", f"## Unreleased\n\n{note[1]}")
    assert main(["release"], project.root) == 0


def _shows(capsys: pytest.CaptureFixture[str], lines: list[str]) -> str:
    told = re.sub(r"(\.py):\d+:", r"\1:", capsys.readouterr().out)
    assert [line for line in lines if line not in told] == []
    return told


def _paste(project: Project, lines: list[str]) -> None:
    """Add the lines to both methods, in the signature, in the docstring and in the call."""
    signature, explanation, call = lines
    path = project.root / "overlays/_client/async_chat.py"
    text = path.read_text(encoding="utf-8")
    for method in ("def chat(", "def chat_stream("):
        before, start, rest = text.partition(method)
        for place, line in (
            ("        **options: t.Unpack", signature),
            ("            **options: For", explanation),
            ("            user_id=user_id,\n            user_tier", call),
        ):
            rest = rest.replace(place, f"{line}\n{place}", 1)
        text = before + start + rest
    path.write_text(text, encoding="utf-8", newline="\n")
