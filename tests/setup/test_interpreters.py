"""The one search for interpreters: which Python is taken, and what is said where none can be."""

from __future__ import annotations

from typing import Dict

import pytest

from .machine import Machine

SEARCH = ".ci/interpreters"


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        ({"python3": "3.12", "python3.11": "3.11"}, "python3"),
        ({"python3": "3.8", "python3.11": "3.11", "python3.13": "3.13"}, "python3.13"),
        ({"python3": "3.99", "python3.12": "3.12"}, "python3.12"),
        ({"python3": "3.99", "python": "2.7"}, "python3"),
    ],
    ids=["the usual one", "a newer one than the usual", "one that the locks know", "a newer one than they know"],
)
def test_the_search_takes_the_python_that_suits_best(machine: Machine, there: Dict[str, str], taken: str) -> None:
    for name, version in there.items():
        machine.install(name, version)
    assert machine.run("sh", SEARCH, "choose")[1] == [str(machine.programs / taken)]


def test_the_search_lists_each_version_once_and_in_order(machine: Machine) -> None:
    for name, version in [("python3", "3.9"), ("python3.9", "3.9"), ("python3.11", "3.11"), ("python", "2.7")]:
        machine.install(name, version)
    status, listed, _ = machine.run("sh", SEARCH, "list")
    assert (status, listed) == (0, [f"3.9 {machine.programs}/python3", f"3.11 {machine.programs}/python3.11"])


def test_a_python_of_pyenv_is_found_under_its_name(machine: Machine) -> None:
    folder = machine.checkout.parent / "pyenv" / "versions" / "3.12.1" / "bin"
    folder.mkdir(parents=True)
    for name in ("python", "python3.12"):
        machine.install(name, "3.12").rename(folder / name)
    pyenv = machine.programs / "pyenv"
    pyenv.write_text(f'#!/bin/sh\necho "{folder.parents[2]}"\n', "utf-8")
    pyenv.chmod(0o755)
    shim = machine.programs / "python3.12"
    shim.write_text("#!/bin/sh\nexit 127\n", "utf-8")
    shim.chmod(0o755)
    assert machine.run("sh", SEARCH, "choose", "python3.12")[0] == 0
    assert machine.run("sh", SEARCH, "list")[1][0].startswith("3.12 ")


@pytest.mark.parametrize(
    ("name", "reason"), [("python3.8", "python3.8 is Python 3.8"), ("nope", "nope is not a Python that runs")]
)
def test_a_wrong_python_is_refused_in_one_line_that_names_what_was_found(
    machine: Machine, name: str, reason: str
) -> None:
    machine.install("python3.8", "3.8")
    machine.install("python3.12", "3.12")
    status, printed, complaint = machine.run("make", "test", f"PYTHON={name}")
    first, *rest = complaint.splitlines()
    assert status != 0 and printed == []
    assert first.startswith(reason) and "needs Python 3.11 or newer. Found: 3.8, 3.12." in first
    assert all(line.startswith("make: ***") for line in rest)
    assert not (machine.checkout / ".venv").exists()


def test_no_python_at_all_is_one_line(machine: Machine) -> None:
    status, _, complaint = machine.run("make", "demo")
    assert status != 0
    assert complaint.startswith(
        "No Python was found that can be used: development needs Python 3.11 or newer. Found: none."
    )


def test_an_environment_of_the_wanted_python_stays(machine: Machine) -> None:
    machine.install("python3", "3.12")
    assert machine.run("sh", SEARCH, "make", ".venv")[0] == 0
    for wanted in ("", "python3"):
        assert machine.run("sh", SEARCH, "stale", ".venv", wanted) == (0, [], "")


@pytest.mark.parametrize("spoilt", ["too old", "another", "gone", "moved"])
def test_a_wrong_environment_is_made_anew(machine: Machine, spoilt: str) -> None:
    machine.install("python3", "3.12")
    machine.install("python3.13", "3.13")
    machine.run("sh", SEARCH, "make", ".venv")
    folder = machine.checkout / ".venv"
    (folder / "left-over").touch()
    wanted = []
    if spoilt == "too old":
        (folder / "pyvenv.cfg").write_text("version = 3.8.18\n", "utf-8")
    elif spoilt == "another":
        wanted = ["PYTHON=python3.13"]
    elif spoilt == "gone":
        (folder / "bin" / "python").unlink()
    else:
        machine.checkout = machine.checkout.rename(machine.checkout.parent / "moved")
        folder = machine.checkout / ".venv"
    status, _, complaint = machine.run("make", ".venv/python", *wanted)
    assert status == 0, complaint
    assert not (folder / "left-over").exists()
    assert f"version = {'3.13' if wanted else '3.12'}.1" in (folder / "pyvenv.cfg").read_text("utf-8")
