"""`bulk`: a call for each row of a file."""

from __future__ import annotations

import io
import json
import os
import signal
import threading
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Sequence

import pytest

from infinity_assistant.bulk import Progress
from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.cli._bulk.reporting import format_progress, format_rows, format_seconds
from infinity_assistant.testing import Emulator, EmulatorServer

from .conftest import Run, pipe


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose clock goes on: quotas end tonight."""
    with Emulator(seed=1) as made:
        yield made


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: EmulatorServer) -> Path:
    server.emulator.quota(-1)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def list_sent(emulator: Emulator) -> List[Any]:
    return [request.json for request in emulator.requests]


def read_written(path: Path) -> List[Dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


INPUTS = {
    "prompts.txt": "Hello\n\nGood night\n",
    "rows.jsonl": '{"text": "Hello"}\n\n"Good night"\n',
    "rows.csv": "id,text\n1,Hello\n2,Good night\n",
    "bom.csv": "\ufefftext\nHello\nGood night\n",
}


@pytest.mark.parametrize("name", INPUTS)
def test_a_line_comes_out_for_each_row_in_order(run: Run, folder: Path, emulator: Emulator, name: str) -> None:
    (folder / name).write_text(INPUTS[name], "utf-8")
    outcome = run("bulk", name, "-o", "out.jsonl", "--concurrency", "1")
    assert outcome.code == 0 and outcome.out == "" and "2 done, 0 failed, 0 in doubt." in outcome.err
    lines = read_written(folder / "out.jsonl")
    assert [line["number"] for line in lines] == [1, 2] and {line["state"] for line in lines} == {"done"}
    assert all(line["text"] == line["response"]["response"] and line["conversationId"] for line in lines)
    assert [one["message"] for one in list_sent(emulator)] == ["Hello", "Good night"]
    assert run("bulk", name, "-o", "out.jsonl").code == 0
    assert len(emulator.requests) == 2 and read_written(folder / "out.jsonl") == lines


def test_a_template_takes_columns(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "rows.csv").write_text("word,to\ncat,French\n", "utf-8")
    assert run("bulk", "rows.csv", "-o", "out", "--message", "Translate {word} into {to}: {word}!").code == 0
    assert list_sent(emulator) == [{"message": "Translate cat into French: cat!"}]


def test_columns_of_the_names_of_arguments_are_arguments(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "rows.jsonl").write_text('{"message": "Hello", "mode": "build", "note": "mine"}\n', "utf-8")
    assert run("bulk", "rows.jsonl", "-o", "out").code == 0
    assert list_sent(emulator) == [{"message": "Hello", "mode": "build"}]


def test_a_column_names_the_conversation(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "rows.csv").write_text("text,where\nOne,conv_1\nTwo,conv_1\nThree,\n", "utf-8")
    assert run("bulk", "rows.csv", "-o", "out", "--conversation-from", "where").code == 0
    made = sorted((one.get("conversationId", ""), one["message"]) for one in list_sent(emulator))
    assert made == [("", "Three"), ("conv_1", "One"), ("conv_1", "Two")]


def test_other_operations_are_called(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "topics.txt").write_text("streams\n", "utf-8")
    for operation in ("search_knowledge", "research"):
        assert run("bulk", "topics.txt", "-o", operation, "--operation", operation).code == 0
    assert [request.operation for request in emulator.requests] == ["search_knowledge", "research"]


def test_standard_input_is_read_and_standard_output_written(
    run: Run, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Hello\n"))
    outcome = run("bulk", "-", "--journal", "job.db")
    assert outcome.code == 0 and json.loads(outcome.out)["state"] == "done"


def test_standard_input_may_have_a_byte_order_mark(
    run: Run, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As programs of Windows write one; line breaks within a cell of CSV stay."""
    pipe(b'\xef\xbb\xbftext\r\n"one\ntwo"\r\n', monkeypatch)
    assert run("bulk", "-", "--format", "csv", "--journal", "job.db").code == 0
    assert [one["message"] for one in list_sent(emulator)] == ["one\ntwo"]


def test_closed_standard_input_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    outcome = run("bulk", "-", "--journal", "job.db")
    assert outcome.code == 2 and "standard input: is closed" in outcome.err


def test_without_a_place_for_the_journal_nothing_is_sent(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "prompts.txt").write_text("Hello\n", "utf-8")
    outcome = run("bulk", "prompts.txt")
    assert outcome.code == 2 and "give --journal FILE, or -o OUT" in outcome.err and emulator.requests == []


def test_a_dry_run_checks_all_rows_and_sends_nothing(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "prompts.txt").write_text("Hello\nGood night\n", "utf-8")
    outcome = run("bulk", "prompts.txt", "--dry-run")
    assert outcome.code == 0 and "2 rows can be sent; nothing was." in outcome.err
    assert emulator.requests == [] and [path.name for path in folder.iterdir()] == ["prompts.txt"]


WRONG = {
    '{"other": 1}\n': "line 1 of the input lacks a column text, prompt, message or query; use --message; it has other",
    '{"text": "Hello"}\n[]\n': "line 2 of the input must be a JSON object or a string",
    '{"text": "Hello"}\n{\n': "line 2 of the input is not JSON",
    '{"text": " "}\n': "line 1 of the input cannot be sent: message",
    '{"text": null}\n': "line 1 of the input has no text in the column text, but null",
    '{"text": "Hello"}\n{"prompt": {"a": 1}}\n': "line 2 of the input has no text in the column prompt, but an object",
    '{"text": ["Hello"]}\n': "line 1 of the input has no text in the column text, but a list",
    '{"text": NaN}\n': "line 1 of the input is not JSON: NaN is no number of JSON",
}


@pytest.mark.parametrize("content", WRONG)
def test_a_row_that_makes_no_sense_is_named_before_anything_is_sent(
    run: Run, folder: Path, emulator: Emulator, content: str
) -> None:
    (folder / "rows.jsonl").write_text(content, "utf-8")
    for options in (("--dry-run",), ("-o", "out")):
        outcome = run("bulk", "rows.jsonl", *options)
        assert outcome.code == 2 and WRONG[content] in outcome.err
    assert emulator.requests == [] and [path.name for path in folder.iterdir()] == ["rows.jsonl"]


WRONG_CSV = {
    "text,id\nHello,1\nHello\n": "line 3 of the input has 1 columns, and the first line 2",
    "text\nHello\n\nHello, you\n": "line 4 of the input has 2 columns, and the first line 1",
    "text,text\nHello,you\n": "line 1 of the input names a column twice",
    "text\nHello\ncaf\udce9\n": "line 3 of the input is not UTF-8 text",
    'text\n"Hello\nyou\n': "line 3 of the input is no CSV: unexpected end of data",
    "text\n" + "x" * 200_000 + "\n": "line 2 of the input is no CSV: field larger than field limit",
}


@pytest.mark.parametrize("content", WRONG_CSV, ids=WRONG_CSV.get)
@pytest.mark.parametrize("is_piped", [False, True])
def test_a_row_of_csv_that_makes_no_sense_is_named(
    run: Run, folder: Path, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, content: str, is_piped: bool
) -> None:
    (folder / "rows.csv").write_bytes(content.encode("utf-8", "surrogateescape"))
    pipe((folder / "rows.csv").read_bytes(), monkeypatch)
    options = ("-", "--format", "csv", "--journal", "job.db") if is_piped else ("rows.csv", "-o", "out")
    outcome = run("bulk", *options)
    assert outcome.code == 2 and WRONG_CSV[content] in outcome.err and emulator.requests == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_is_read_once_and_its_rows_checked_before_the_first_is_sent(
    run: Run, folder: Path, emulator: Emulator
) -> None:
    for content, code in ((b'"Hello"\n[]\n', 2), (b'"Hello"\n"Good night"\n', 0)):
        reading, writing = os.pipe()
        os.write(writing, content)
        os.close(writing)
        outcome = run("bulk", f"/dev/fd/{reading}", "--format", "jsonl", "-o", "out", "--concurrency", "1")
        os.close(reading)
        assert outcome.code == code
    assert [one["message"] for one in list_sent(emulator)] == ["Hello", "Good night"]


def test_a_template_with_an_unknown_column_is_refused(run: Run, folder: Path) -> None:
    (folder / "rows.csv").write_text("text\nHello\n", "utf-8")
    outcome = run("bulk", "rows.csv", "--dry-run", "--message", "{word}")
    assert outcome.code == 2 and "line 2 of the input lacks the column word; it has text" in outcome.err


def test_an_input_that_cannot_be_read_is_named(run: Run, folder: Path) -> None:
    assert "none.txt cannot be read" in run("bulk", "none.txt", "--dry-run").err
    (folder / "latin.txt").write_bytes(b"caf\xe9\n")
    outcome = run("bulk", "latin.txt", "--dry-run")
    assert outcome.code == 2 and "line 1 of the input is not UTF-8 text" in outcome.err


def test_failed_rows_are_told_by_the_exit_code_and_made_again_on_request(
    run: Run, folder: Path, emulator: Emulator
) -> None:
    (folder / "prompts.txt").write_text("Hello\nGood night\n", "utf-8")
    emulator.fail("chat", status=400, times=1)
    outcome = run("bulk", "prompts.txt", "-o", "out", "--concurrency", "1")
    assert outcome.code == 6 and "1 done, 1 failed" in outcome.err and "Failed: row 1." in outcome.err
    assert "400" in read_written(folder / "out")[0]["error"]
    assert run("bulk", "prompts.txt", "-o", "out").code == 6
    assert run("bulk", "prompts.txt", "-o", "out", "--retry-failed").code == 0


def test_the_end_of_the_quota_is_told_by_the_exit_code(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "prompts.txt").write_text("Hello\n" * 5, "utf-8")
    emulator.quota(2)
    outcome = run("bulk", "prompts.txt", "-o", "out", "--concurrency", "1")
    assert outcome.code == 5 and "the quota is used up, until 20" in outcome.err
    assert [request.status for request in emulator.requests] == [200, 200, 429]


def test_waiting_for_the_quota_goes_on_when_it_starts_anew(
    run: Run, folder: Path, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "prompts.txt").write_text("Hello\n" * 3, "utf-8")
    emulator.quota(1)

    begin_pause = Ledger.begin_pause

    def begin_short_pause(ledger: Ledger) -> Optional[float]:
        emulator.quota(-1)
        return None if begin_pause(ledger) is None else 0.0

    monkeypatch.setattr(Ledger, "begin_pause", begin_short_pause)
    monkeypatch.setattr("infinity_assistant._core.quota_memory.QuotaMemory.check", lambda *_: None)
    outcome = run("bulk", "prompts.txt", "-o", "out", "--concurrency", "1", "--wait")
    assert outcome.code == 0 and "3 done" in outcome.err and len(read_written(folder / "out")) == 3
    assert "The quota is used up: waiting until 20" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_ctrl_c_lets_what_is_under_way_end(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "prompts.txt").write_text("Hello\n" * 200, "utf-8")

    interrupted = threading.Event()

    def interrupt(message: str) -> bool:
        if len(emulator.requests) >= 5 and not interrupted.is_set():
            interrupted.set()  # A second one would end this process.
            os.kill(os.getpid(), signal.SIGINT)
        return False

    emulator.on_chat(matches=interrupt).reply("Never.")
    outcome = run("bulk", "prompts.txt", "-o", "out", "--concurrency", "2", "--rate", "200")
    assert outcome.code == 130 and "Ctrl-C again stops at once" in outcome.err and "goes on" in outcome.err
    assert {line["state"] for line in read_written(folder / "out")} == {"done"}
    assert len(read_written(folder / "out")) == len(emulator.requests) < 200


def test_figures_are_said_as_people_say_them() -> None:
    progress = Progress(5, 1, 2, 3, 100, 12.34, 210, 3725.0, 40, 50, 3)
    assert format_progress(progress) == (
        "5 done of 100, 1 failed, 2 in doubt, 12.3/s, 210 tokens, 1:02:05 left, 40 messages left today, 3 days"
    )
    assert format_seconds(65) == "1:05"
    assert format_rows([7]) == "row 7"
    assert format_rows(list(range(1, 24))).endswith("19, 20 and 3 more")


def test_numbers_are_texts(run: Run, folder: Path, emulator: Emulator) -> None:
    (folder / "rows.jsonl").write_text('{"text": 5}\n{"text": true}\n', "utf-8")
    assert run("bulk", "rows.jsonl", "-o", "out", "--concurrency", "1").code == 0
    assert [one["message"] for one in list_sent(emulator)] == ["5", "true"]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("-o", "./rows.jsonl"), "-o must not be the input"),
        (("-o", "link.jsonl"), "-o must not be the input"),
        (("-o", "out", "--journal", "rows.jsonl"), "--journal must be a file of its own"),
        (("-o", "out", "--journal", "out"), "--journal must be a file of its own"),
        (("-o", "no/folder"), "no/folder cannot be written: No such file"),
    ],
)
def test_no_file_of_a_job_is_written_over_another(
    run: Run, folder: Path, emulator: Emulator, options: Sequence[str], problem: str
) -> None:
    (folder / "rows.jsonl").write_text('"Hello"\n', "utf-8")
    os.link(folder / "rows.jsonl", folder / "link.jsonl")
    outcome = run("bulk", "rows.jsonl", *options)
    assert outcome.code == 2 and problem in outcome.err and emulator.requests == []
    assert (folder / "rows.jsonl").read_text("utf-8") == '"Hello"\n' and not (folder / "out").exists()
