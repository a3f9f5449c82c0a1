"""A project in a folder of its own, with a history, to try commands on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.package import ROOT

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

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace the one place where `old` stands."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def first_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one commit, tagged v1.0.0."""
    root = tmp_path_factory.mktemp("project")
    for name in _NAMES:
        ignored = shutil.ignore_patterns("__pycache__", ".mypy_cache")
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=ignored)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, root / name)
    (root / "generator").mkdir()
    (root / "CHANGELOG.md").write_text(_CHANGELOG, encoding="utf-8")
    (root / "overlays/_version.py").write_text('"""The version."""\n\n__version__ = "1.0.0"\n', encoding="utf-8")
    project = Project(root)
    project.git("init", "-q", "-b", "main")
    project.commit("v1.0.0")
    return root


@pytest.fixture
def project(first_release: Path, tmp_path: Path) -> Project:
    """A copy of that project."""
    shutil.copytree(first_release, tmp_path / "project", symlinks=True)
    return Project(tmp_path / "project")
