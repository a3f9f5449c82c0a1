"""The package is a pure function of its inputs, and `--check` says which output is not what its source makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import package
from generator.__main__ import check, generate, main
from generator.labels import LICENSE_LINE
from tests.generator.copies import copy_of

INPUTS = ("openapi.yaml", "generator", "overlays")


def checkout(folder: Path, *, crlf: bool = False) -> Path:
    """The inputs alone, in another folder; with the line ends of Windows if asked."""
    for name in INPUTS:
        source = package.ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            shutil.copy(source, folder / name)
    if crlf:
        for path in folder.rglob("*"):
            if path.suffix in (".py", ".yaml", ".jinja", ".md", ".sql"):
                path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return folder


def make_in_another_process(folder: Path, **environment: str) -> package.Files:
    """The package that `python -m generator` writes there."""
    command = [sys.executable, "-m", "generator"]
    subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True, capture_output=True)
    return package.read_present(folder)


def change(path: Path, old: str, new: str) -> None:
    """Replace a text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture(autouse=True)
def _complete_client(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the client offers what the contract does has tests of its own."""
    monkeypatch.setattr("generator.facade.check", lambda root, files: [])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with its package made."""
    folder = checkout(tmp_path_factory.mktemp("checkout"))
    assert generate(folder) == 0
    return folder


@pytest.fixture
def changed(project: Path, tmp_path: Path) -> Path:
    """A copy of the project, to be changed."""
    return copy_of(project, tmp_path / "copy")


def test_the_same_bytes_come_out_anywhere(project: Path, tmp_path: Path) -> None:
    """In another folder, with CRLF, another hash seed, locale and time zone, from another process."""
    other = checkout(tmp_path, crlf=True)
    files = make_in_another_process(other, PYTHONHASHSEED="12345", LC_ALL="C", TZ="Asia/Kathmandu", PYTHONUTF8="0")
    assert files == package.read_present(project)


def test_generating_again_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    assert generate(project) == generate(project, overlays_only=True) == check(project) == 0
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()} == before
    assert capsys.readouterr().out == ""


def test_lines_stay_where_they_are_sync_and_async(project: Path) -> None:
    """So that a traceback points at the source."""
    for path in (project / "overlays").rglob("*.py"):
        name = path.relative_to(project / "overlays")
        lines = path.read_bytes().count(b"\n")
        for output in (name, name.with_name(name.name.removeprefix("async_"))):
            if not (project / "overlays" / output).exists() or output == name:
                assert (project / package.PACKAGE / output).read_bytes().count(b"\n") == lines, output


def test_every_python_file_names_the_file_to_edit(project: Path) -> None:
    for path in (project / package.PACKAGE).rglob("*.py*"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        source = first.partition("Generated from ")[2].partition(":")[0]
        assert (project / source).is_file() or path.name == "py.typed", path


def test_outputs_are_read_only_and_replaced_all_the_same(changed: Path) -> None:
    """Also where git wrote them, which forgets it."""
    output = changed / "infinity_assistant/sse.py"
    assert output.stat().st_mode & 0o777 == 0o444
    output.chmod(0o644)
    with (changed / "overlays/errors.py").open("a", encoding="utf-8") as file:
        file.write("NEW = 1\n")
    assert generate(changed) == 0
    for path in (output, changed / "infinity_assistant/errors.py"):
        assert path.stat().st_mode & 0o777 == 0o444
    assert "NEW = 1" in (changed / "infinity_assistant/errors.py").read_text(encoding="utf-8")


def test_what_an_editor_keeps_beside_a_file_is_no_input(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (".sse.py.swp", "sse.py~", "#sse.py#", ".#sse.py", ".DS_Store"):
        (changed / "overlays" / name).write_text("x", encoding="utf-8")
    assert check(changed) == 0
    assert capsys.readouterr().out == ""


def test_a_changed_contract_is_named(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(changed / package.CONTRACT, "Ask how the service is.", "Ask.")
    assert check(changed) == 1
    assert capsys.readouterr().out.splitlines() == [
        "infinity_assistant/api/_service.py differs from what openapi.yaml makes",
        "infinity_assistant/openapi.json differs from what openapi.yaml makes",
        "run `make generate`, and commit what it writes",
    ]


def test_overlays_that_came_and_went_are_named(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (changed / "overlays/async_new.py").write_text(f"{LICENSE_LINE}\nasync def f(): ...\n", encoding="utf-8")
    (changed / "overlays/sse.py").unlink()
    assert check(changed, overlays_only=True) == 1
    assert capsys.readouterr().out.splitlines() == [
        "infinity_assistant/async_new.py is missing: overlays/async_new.py makes it",
        "infinity_assistant/new.py is missing: overlays/async_new.py makes it",
        "infinity_assistant/sse.py comes from no input",
        "run `make generate`, and commit what it writes",
    ]
    assert generate(changed, overlays_only=True) == check(changed) == 0
    assert not (changed / "infinity_assistant/sse.py").exists()
    assert (changed / "infinity_assistant/new.py").read_text(encoding="utf-8").endswith("\ndef f(): ...\n")


def test_an_edit_in_the_package_is_named_with_the_file_to_edit(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("sse.py", "models/chat_mode.py"):
        (changed / "infinity_assistant" / name).unlink()
        (changed / "infinity_assistant" / name).write_text("", encoding="utf-8")
    (changed / "infinity_assistant/mine.py").write_text("", encoding="utf-8")
    assert check(changed) == 1
    assert capsys.readouterr().out.splitlines() == [
        "infinity_assistant/mine.py comes from no input",
        "infinity_assistant/models/chat_mode.py differs from what openapi.yaml makes",
        "infinity_assistant/sse.py differs from what overlays/sse.py makes",
        "run `make generate`, and commit what it writes",
    ]


def test_overlays_alone_leave_what_the_contract_makes(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A contract that changed is still named after the overlays were copied."""
    change(changed / package.CONTRACT, "Ask how the service is.", "Ask.")
    assert generate(changed, overlays_only=True) == 0
    assert capsys.readouterr().out == ""
    assert check(changed) == 1
    assert "infinity_assistant/api/_service.py differs from what openapi.yaml makes" in capsys.readouterr().out


def test_an_output_that_cannot_be_written_is_told_in_one_line(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (changed / "infinity_assistant/sse.py").unlink()
    (changed / "infinity_assistant/sse.py").mkdir()
    assert main(["--overlays-only"], changed) == 1
    told = capsys.readouterr().err
    assert told.startswith("error: ") and told.count("\n") == 1
    assert "infinity_assistant/sse.py: cannot be written: " in told
    assert list((changed / "infinity_assistant").glob(".*")) == []


def test_a_rule_that_nothing_needs_is_named(
    changed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(main.__globals__["NAMES"], "aunused", "unused")
    assert check(changed, overlays_only=True) == 1
    assert "generator/unasync.py: no overlay needs the rule 'aunused'; remove it" in capsys.readouterr().out


def test_an_error_of_a_document_is_one_line_and_writes_nothing(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = package.read_present(changed)
    change(changed / package.CONTRACT, "      operationId: health\n", "")
    assert main([], changed) == 1
    place, problem, remedy = "paths./health.get", "an operation without operationId", "the name becomes a method"
    assert capsys.readouterr().err == f"error: {place}: {problem}; name it: {remedy} of the client\n"
    assert package.read_present(changed) == before


def test_other_versions_of_the_tools_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.pins import PINS

    monkeypatch.setitem(PINS, "ruff", "0.0.1")
    monkeypatch.setitem(PINS, "no-such-tool", "1.0")
    assert main(["--check"]) == 1
    assert "error: ruff 0.0.1 is needed, " in capsys.readouterr().err
    monkeypatch.delitem(PINS, "ruff")
    assert main(["--check"]) == 1
    assert "error: no-such-tool 1.0 is needed, none is installed" in capsys.readouterr().err


def test_commands_are_found_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["diff", "--help"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("usage: python -m generator diff")
