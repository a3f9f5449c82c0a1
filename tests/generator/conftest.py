"""A project in a folder of its own, with a history, to try commands on."""

from __future__ import annotations

import ast
import os
import pickle
import shutil
import subprocess
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from generator import document, package, render
from generator.package import ROOT
from generator.unasync import unasync
from tests.generator.copies import copy_of, leave_out
from tests.generator.shared import Generated
from tests.generator.type_checks import type_checker as type_checker

_NAMES = ("openapi.yaml", "overlays", "infinity_assistant", "CHANGELOG.md")
_CHANGELOG = "# Changelog\n\n## Unreleased\n\n## 1.0.0 (2026-01-01)\n\nThe first release.\n"


class Project:
    """A copy of the contract, the overlays and the package, under git."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str) -> str:
        """Run git, as nobody in particular."""
        identity = {
            f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        environment = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(["git", *arguments], cwd=self.root, env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    def commit(self, tag: str | None = None) -> None:
        """Commit everything, and tag it."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "A state")
        if tag:
            self.git("tag", tag)

    def read(self, path: str) -> str:
        """The text of a file."""
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str, count: int = 1) -> None:
        """Replace the one place where `old` stands, or as many as there are to be."""
        text = self.read(path)
        assert text.count(old) == count, f"{old!r} stands {text.count(old)} times in {path}"
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


#: Trees of large sources, such as `models.py`, are many megabytes: those of the last few are kept.
_parse_small, _parse_large = lru_cache(maxsize=1024)(ast.parse), lru_cache(maxsize=8)(ast.parse)


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse each source once: these tests read the same package again and again, and nobody changes a tree."""

    def parse(source: str, *arguments: Any, **options: Any) -> ast.AST:
        kept = _parse_small if len(source) < 50_000 else _parse_large
        return kept(source, *arguments, **options)

    monkeypatch.setattr(ast, "parse", parse)


@lru_cache(maxsize=64)
def _read_yaml(text: str, place: str, read: Callable[[str, str], Any]) -> bytes:
    return pickle.dumps(read(text, place))


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read each YAML document once: that takes a tenth of a second, and a copy of what came of it a hundredth."""
    read = document._parse_yaml
    monkeypatch.setattr(document, "_parse_yaml", lambda text, place: pickle.loads(_read_yaml(text, place, read)))


@pytest.fixture
def without_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out ruff, which changes the looks of generated code and nothing else."""
    monkeypatch.setattr(render, "format_files", lambda files: files)


@pytest.fixture(scope="session")
def first_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one commit, tagged v1.0.0."""
    root = tmp_path_factory.mktemp("project")
    for name in _NAMES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=leave_out)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, root / name)
    (root / "generator").mkdir()
    (root / "CHANGELOG.md").write_text(_CHANGELOG, encoding="utf-8")
    (root / "overlays/_version.py").write_text('"""The version."""\n\n__version__ = "1.0.0"\n', encoding="utf-8")
    project = Project(root)
    project.git("init", "-q", "-b", "main")
    project.commit("v1.0.0")
    return root


@pytest.fixture(scope="session")
def generated_once(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """What contracts make, each generated once for the run."""
    return Generated(tmp_path_factory.getbasetemp())


@lru_cache(maxsize=256)
def _synchronous(source: str) -> tuple[str, frozenset[str]]:
    """What unasync makes of a source, and the rules that it used: a pure function as well."""
    used: set[str] = set()
    return unasync(source, used), frozenset(used)


def _remember_unasync(source: str, used: set[str] | None = None) -> str:
    result, rules = _synchronous(source)
    if used is not None:
        used |= rules
    return result


@pytest.fixture
def project(first_release: Path, generated_once: Generated, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of that project, in which nothing is generated that was generated before."""
    monkeypatch.setattr(package, "collect_generated", generated_once)
    monkeypatch.setattr("generator.overlay_files.unasync", _remember_unasync)
    return Project(copy_of(first_release, tmp_path / "project"))
