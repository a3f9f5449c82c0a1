"""The shell of the workflow that proposes a regenerated package, run against a repository of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.package import ROOT
from generator.regenerate.body import shorten_body

_WORKFLOW = ROOT / ".github/workflows/regenerate.yml"
_BOT = "41898282+github-actions[bot]@users.noreply.github.com"


class Repository:
    """A bare repository, what the job that makes the package hands over, and a `gh` that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin, self.material, self.bin = folder / "origin.git", folder / "material", folder / "bin"
        self.material.mkdir()
        self.bin.mkdir()
        (self.bin / "gh").write_text(f'#!/bin/sh\necho "$@" >> {folder}/asked\n', encoding="utf-8")
        (self.bin / "gh").chmod(0o755)
        self.git(folder, "init", "-q", "--bare", "-b", "main", str(self.origin))
        work = self.clone("first")
        (work / "openapi.yaml").write_text("openapi: 3.1.0\n", encoding="utf-8")
        self.commit(work, "someone@example.org")
        self.git(work, "push", "-q", "origin", "HEAD:main")

    def git(self, where: Path, *arguments: str, email: str = "someone@example.org") -> str:
        who = {f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in
               (("NAME", "n"), ("EMAIL", email))}  # fmt: skip
        environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(["git", *arguments], cwd=where, env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    def clone(self, name: str) -> Path:
        self.git(self.folder, "clone", "-q", str(self.origin), name)
        return self.folder / name

    def commit(self, work: Path, email: str) -> None:
        self.git(work, "add", "-A")
        self.git(work, "commit", "-q", "-m", "A change", email=email)

    def asked(self) -> list[str]:
        """What `gh` was asked for."""
        return (self.folder / "asked").read_text(encoding="utf-8").splitlines()

    def propose(self, name: str, changed: str, folder: str = "") -> subprocess.CompletedProcess[str]:
        """Change a file, and run the step on a fresh clone."""
        work = self.clone(f"make-{folder or name}")
        (work / changed).parent.mkdir(parents=True, exist_ok=True)
        (work / changed).write_text(f"{name}\n", encoding="utf-8")
        self.git(work, "add", "--intent-to-add", ".")
        (self.material / "regenerated.patch").write_text(self.git(work, "diff", "--binary"), encoding="utf-8")
        (self.material / "pull-request.md").write_text("# 1.1.0\n", encoding="utf-8")
        environment = {
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}", "HOME": str(self.folder), "VERSION": "1.1.0",
            "BASE": "main", "MATERIAL": str(self.material), "GIT_CONFIG_NOSYSTEM": "1",
        }  # fmt: skip
        command = ["bash", "-e", "-o", "pipefail", "-c", _script("Push and propose")]
        clone = self.clone(f"propose-{folder or name}")
        return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)

    def branches(self) -> dict[str, str]:
        lines = self.git(self.origin, "for-each-ref", "--format=%(refname:short) %(objectname)").splitlines()
        return dict(line.split(" ") for line in lines)


def _script(step: str) -> str:
    workflow: Any = yaml.safe_load(_WORKFLOW.read_text(encoding="utf-8"))
    steps = [found for job in workflow["jobs"].values() for found in job["steps"] if found.get("name") == step]
    return str(steps[0]["run"])


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_later_run_replaces_what_the_job_itself_proposed(repository: Repository) -> None:
    assert repository.propose("one", "openapi.yaml").returncode == 0
    before = repository.branches()["regenerate/1.1.0"]
    done = repository.propose("two", "openapi.yaml")
    assert done.returncode == 0, done.stderr
    assert set(repository.branches()) == {"main", "regenerate/1.1.0"}
    assert repository.branches()["regenerate/1.1.0"] != before


def test_a_later_run_with_the_same_result_touches_neither_branch_nor_text(repository: Repository) -> None:
    """A person may have ticked the boxes of the text."""
    repository.propose("one", "openapi.yaml")
    before, asked = repository.branches(), repository.asked()
    assert repository.propose("one", "openapi.yaml", "again").returncode == 0
    assert repository.branches() == before
    assert [line for line in repository.asked()[len(asked) :] if "pr create" in line or "pr edit" in line] == []


@pytest.mark.parametrize("how", [("-m", "By hand"), ("--amend", "--no-edit")], ids=["another commit", "an amended one"])
def test_a_later_run_leaves_alone_what_people_added(how: tuple[str, ...], repository: Repository) -> None:
    repository.propose("one", "openapi.yaml")
    work = repository.clone("person")
    repository.git(work, "switch", "-q", "regenerate/1.1.0")
    (work / "overlays").mkdir()
    (work / "overlays/chat.py").write_text("by hand\n", encoding="utf-8")
    repository.git(work, "add", "-A")
    repository.git(work, "commit", "-q", *how, email="person@example.org")
    repository.git(work, "push", "-q", "--force", "origin", "HEAD:regenerate/1.1.0")
    before = repository.branches()
    assert repository.propose("one", "openapi.yaml", "same").returncode == 0
    assert repository.branches() == before, "they have this document already"
    for name in ("two", "three"):
        done = repository.propose(name, "openapi.yaml")
        assert done.returncode == 0, done.stderr
        assert repository.branches()["regenerate/1.1.0"] == before["regenerate/1.1.0"]
    assert repository.branches().keys() - before.keys() == {"regenerate/1.1.0-2"}, "one branch beside it, not many"


@pytest.mark.parametrize("path", [".github/workflows/x.yml", "generator/parser.py", "overlays/call.py"])
def test_a_patch_of_other_files_is_not_applied(path: str, repository: Repository) -> None:
    done = repository.propose("evil", path)
    assert done.returncode == 1
    assert "files that regenerate does not write" in done.stdout
    assert set(repository.branches()) == {"main"}


def test_the_text_fits_into_a_pull_request_and_says_where_the_rest_is() -> None:
    text = "# 1.1.0\n\n```\n" + "- a line of the difference\n" * 5_000 + "```\n"
    short = shorten_body(text, file="the artifact")
    assert len(short) < 65_536 - 1_000
    assert short.startswith("# 1.1.0\n")
    assert short.count("```") % 2 == 0, "a block that is cut is closed"
    assert f"the whole text has {len(text)} characters and stands in the artifact" in short
    assert shorten_body("short") == "short"


def test_a_release_is_built_where_no_test_ran_and_from_the_default_branch() -> None:
    workflow: Any = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    steps = {name: " ".join(str(step.get("run", "")) for step in job["steps"]) for name, job in jobs.items()}
    assert "make test" in steps["verify"] and "merge-base --is-ancestor" in steps["verify"]
    assert "make build" in steps["build"] and "make test" not in steps["build"]
    assert jobs["build"]["needs"] == "verify" and jobs["publish"]["needs"] == "build"
