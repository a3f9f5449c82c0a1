"""The locks are complete, agree with pyproject.toml, and are installed without a resolver everywhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Dict, List

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from .machine import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DEPENDENCIES = [*PROJECT["dependencies"], *sum(PROJECT["optional-dependencies"].values(), [])]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
INSTALLS = [
    *(ROOT / ".github" / "workflows").glob("*.yml"),
    ROOT / "Makefile",
    ROOT / ".ci" / "run",
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
]


def pins(name: str) -> Dict[str, List[str]]:
    """Read the versions that a lock has of each package: one, or one for each marker."""
    found: Dict[str, List[str]] = {}
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    for package, version in re.findall(r"^([a-zA-Z0-9._-]+)==([^ ]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(package), []).append(version)
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_for_everything_and_names_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    entries = re.findall(r"^\S.*(?:\\\n .*)+", text, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)) > 0
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|^--|^-", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["demo", "dev", "docs", "test", "tools", "lowest"])
def test_a_lock_satisfies_what_the_package_needs(name: str) -> None:
    locked = pins(name)
    for requirement in map(Requirement, PROJECT["dependencies"]):
        versions = locked[canonicalize_name(requirement.name)]
        assert all(version in requirement.specifier for version in versions), requirement


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_every_dependency_has_a_floor_and_the_lowest_lock_installs_it(dependency: str) -> None:
    requirement = Requirement(dependency)
    floors = [Version(one.version) for one in requirement.specifier if one.operator in (">=", "==")]
    assert len(floors) == 1, f"{dependency} has no floor"
    assert floors[0] in [Version(version) for version in pins("lowest")[canonicalize_name(requirement.name)]]


def test_the_demo_has_the_versions_of_development() -> None:
    development = pins("dev")
    assert [name for name, versions in pins("demo").items() if development.get(name) != versions] == []


@pytest.mark.parametrize("path", INSTALLS, ids=lambda path: path.name)
def test_a_lock_is_never_installed_by_a_resolver(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    installing = [line for line in lines if re.search(r"pip\)? install", line) and "infinity-assistant" not in line]
    locked = [line for line in installing if re.search(r" -r (requirements/|\$\(1\))", line)]
    assert [line for line in locked if not ("--no-deps" in line and "--require-hashes" in line)] == []
    # What else is installed is the checkout alone, or the tool that makes the locks.
    rest = [line for line in installing if line not in locked and not line.endswith(" uv")]
    assert [line for line in rest if "--no-deps" not in line] == []
