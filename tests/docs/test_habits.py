"""What contributors are given beside the code names what there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import List, Tuple

import pytest
import yaml

from .pages import HOME, ROOT

_FORMS = sorted((ROOT / ".github").rglob("*.*"))
_LOCK = (ROOT / "requirements" / "dev.txt").read_text("utf-8")


def _hooks() -> List[Tuple[str, List[str]]]:
    configuration = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = [hook for repository in configuration["repos"] for hook in repository["hooks"]]
    return [(hook["id"], shlex.split(hook["entry"])) for hook in hooks]


@pytest.mark.parametrize("command", [command for _, command in _hooks()], ids=[name for name, _ in _hooks()])
def test_a_hook_runs_a_tool_that_is_locked(command: List[str]) -> None:
    """Or the generator, with an option that it has."""
    program = command[0].rpartition("/")[2]
    if program == "python":
        assert command[1:3] == ["-m", "generator"]
        source = (ROOT / "generator" / "__main__.py").read_text("utf-8")
        assert [option for option in command[3:] if f'"{option}"' not in source] == []
    else:
        assert re.search(rf"^{program}==", _LOCK, re.MULTILINE)


@pytest.mark.parametrize("form", _FORMS, ids=lambda path: path.name)
def test_links_of_forms_lead_to_files(form: Path) -> None:
    targets = re.findall(rf"{re.escape(HOME)}([\w./-]*\w)", form.read_text("utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_dependabot_looks_where_versions_are_locked() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    folders = {update["package-ecosystem"]: update["directory"] for update in updates}
    assert list((ROOT / ".github" / "workflows").glob("*.yml")) and folders["github-actions"] == "/"
    assert list((ROOT / folders["pip"].strip("/")).glob("*.txt"))
    assert {update["schedule"]["interval"] for update in updates} == {"weekly"}
