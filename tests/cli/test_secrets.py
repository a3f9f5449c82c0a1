"""Keys go where they belong, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from infinity_assistant.cli._terminal.masking import mask_keys
from infinity_assistant.testing import Emulator

from .conftest import Run

KEY = "ia_" + "k" * 43


@pytest.mark.parametrize(
    "words",
    [
        ["--api-key", KEY, "health"],
        ["health", "--api-key", KEY],
        ["health", f"--api-key={KEY}"],
        ["health", "--api-key"],
        ["keys", "list", "--api-key", KEY],
    ],
)
def test_a_key_on_the_command_line_is_rejected_and_not_repeated(words: list[str], run: Run) -> None:
    """Others can see command lines: the message says where a key may stand instead."""
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--api-key-file" in outcome.err
    assert KEY not in outcome.err


@pytest.mark.parametrize(
    "words", [["health", KEY], ["health", "--apikey", KEY], [KEY], ["search", "x", "--limit", KEY]]
)
def test_a_misplaced_key_is_masked_in_the_complaint(words: list[str], run: Run) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert KEY not in outcome.err


def test_text_that_looks_like_a_key_is_masked() -> None:
    assert mask_keys(f"the key {KEY}, media_query") == "the key ia_***, media_query"


def test_a_key_comes_from_a_file(
    emulator: Emulator, server: Any, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file wins over the environment; blanks around the key do no harm."""
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", "ia_of_somebody_else")
    path = tmp_path / "key"
    path.write_text(f"\n{emulator.api_key}\n")
    assert run("keys", "list", "--api-key-file", path).code == 0
    assert run("--api-key-file", path, "keys", "list").code == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_key_file_of_a_windows_program_is_read(
    encoding: str, emulator: Emulator, server: Any, run: Run, tmp_path: Path
) -> None:
    """Notepad and PowerShell write a byte order mark."""
    path = tmp_path / "key"
    path.write_bytes(f"{emulator.api_key}\r\n".encode(encoding))
    assert run("keys", "list", "--api-key-file", path).code == 0


@pytest.mark.parametrize(("content", "why"), [(b"", "is empty"), (b"\xff", "UTF-8"), (b"two words", "api_key")])
def test_a_file_without_a_key_is_rejected(content: bytes, why: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    outcome = run("health", "--api-key-file", path)
    assert outcome.code == 2
    assert why in outcome.err
    assert "two words" not in outcome.err


def test_a_new_key_alone_is_on_standard_output(server: Any, run: Run) -> None:
    """So that it can be stored without being seen; that it is shown once is said on standard error."""
    outcome = run("keys", "create", "ci")
    key = outcome.out.strip()
    assert outcome.code == 0
    assert key.startswith("ia_") and len(key) == 46
    assert "not shown again" in outcome.err
    assert key not in outcome.err


def test_the_log_holds_no_key(emulator: Emulator, server: Any, run: Run) -> None:
    """`--verbose` shows what was tried, on standard error, and neither keys nor messages."""
    outcome = run("chat", "a private question", "--verbose")
    assert "chat_stream: 200 in attempt 1" in outcome.err
    assert emulator.api_key not in outcome.err
    assert "private" not in outcome.err
    assert run("health").err == ""


def test_a_key_that_the_service_repeats_is_masked(emulator: Emulator, server: Any, run: Run) -> None:
    emulator.fail("list_api_keys", status=401, body={"error": f"bad key {KEY}"})
    outcome = run("keys", "list")
    assert outcome.code == 4
    assert "bad key ia_***" in outcome.err
