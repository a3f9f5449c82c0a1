"""Targets of make: what they say, and what they pass on."""

from __future__ import annotations

import os
import re
import time

import pytest

from .machine import ROOT, Machine

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DOCUMENTS = [
    "openapi.yaml",
    "a folder/openapi.yaml",
    "x; touch F",
    "https://example.com/openapi?format=yaml&version=2",
    "$(shell touch F)",
    "$$HOME ${HOME} $(HOME)",
    "`touch F` \"quoted\" 'twice' \\",
    "#comment | touch F",
]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("given", ["argument", "environment"])
def test_the_document_reaches_the_generator_as_it_was_given(machine: Machine, document: str, given: str) -> None:
    machine.set_up()
    if given == "argument":
        status, _, complaint = machine.run("make", "regenerate", f"SPEC={document}")
    else:
        status, _, complaint = machine.run("make", "regenerate", SPEC=document)
    assert status == 0, complaint
    called = (machine.checkout / "called").read_text("utf-8").splitlines()
    assert called == ["-m", "generator", "regenerate", "--spec", document]
    assert not (machine.checkout / "F").exists()


def test_a_failing_generator_fails_make(machine: Machine) -> None:
    machine.set_up()
    (machine.checkout / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    assert machine.run("make", "regenerate", "SPEC=https://example.com/?a=b&c=d")[0] != 0


def test_regenerate_without_a_document_says_how_to_give_one(machine: Machine) -> None:
    status, _, complaint = machine.run("make", "regenerate")
    assert status != 0 and "make regenerate SPEC=path" in complaint


def test_help_lists_every_target(machine: Machine) -> None:
    status, listed, _ = machine.run("make", "help")
    phony = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)", MAKEFILE, re.MULTILINE)
    assert status == 0 and phony
    targets = phony[1].replace("\\\n", " ").split()
    assert sorted(line.split()[0] for line in listed) == sorted(targets)
    assert set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE)) == set(targets)


def test_set_up_asks_no_resolver_and_builds_with_what_is_locked(machine: Machine) -> None:
    machine.install("python3", "3.12")
    for target in ("demo", "test"):
        commands = [line for line in machine.run("make", "--dry-run", target)[1] if " -m pip " in line]
        assert ["--require-hashes" in line or "--no-build-isolation" in line for line in commands[:2]] == [True, True]
        assert all("--no-deps" in line for line in commands[:2])
        assert commands[2].endswith(" check") and len(commands) == 3


@pytest.mark.parametrize(
    ("changed", "stays"), [("pyproject.toml", True), ("requirements/dev.txt", False)], ids=["the package", "the lock"]
)
def test_an_environment_of_another_lock_is_made_anew(machine: Machine, changed: str, stays: bool) -> None:
    machine.install("python3", "3.12")
    for target in (".venv/demo", ".venv/dev"):
        assert machine.run("make", target)[0] == 0
    left_over = machine.checkout / ".venv" / "left-over"
    left_over.touch()
    (machine.checkout / changed).write_text("# changed\n", "utf-8")
    later = time.time() + 60
    os.utime(machine.checkout / changed, (later, later))
    status, _, complaint = machine.run("make", ".venv/dev")
    assert status == 0, complaint
    assert left_over.exists() is stays
    assert (machine.checkout / ".venv" / "demo").exists()


def test_coverage_is_measured_where_it_is_asked_for(machine: Machine) -> None:
    machine.set_up()
    assert "--cov" not in " ".join(machine.run("make", "--dry-run", "test")[1])
    for command in (["make", "--dry-run", "coverage"], ["make", "--dry-run", "test", "COVERAGE=1"]):
        assert "--cov" in " ".join(machine.run(*command)[1])
