"""What a job is made of: the calls, which may come slowly or twice, and the file of its journal."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from queue import Queue
from types import SimpleNamespace
from typing import Any, Iterator, List, Optional

import pytest

import infinity_assistant as ia
from infinity_assistant import api, bulk
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.bulk._notes import Note
from infinity_assistant.bulk._settings import Settings
from infinity_assistant.testing import Emulator
from tests.bulk.jobs import Run, both, run_blocking


@pytest.mark.parametrize("ordered", [True, False])
def test_results_come_while_the_input_waits_for_more(emulator: Emulator, journal: Path, ordered: bool) -> None:
    """The next call is made of the last result: whoever holds results back until it comes waits for ever."""
    messages: Queue[Optional[str]] = Queue()

    def read() -> Iterator[Any]:
        for message in iter(lambda: messages.get(timeout=60), None):
            yield api.chat(message=message)

    for _ in range(2):  # The second time, the journal has the results.
        messages.put("Message 0")
        seen = 0
        with emulator.client() as client:
            for result in bulk.run(client, read(), journal=journal, ordered=ordered, concurrency=4):
                seen += result.state == "done"
                messages.put(f"Message {seen}" if seen < 5 else None)
        assert seen == 5
    assert len(emulator.requests) == 5


@both
def test_equal_calls_that_are_made_once_wait_for_the_first(run: Run, emulator: Emulator, journal: Path) -> None:
    calls = [api.search_knowledge(query="fish"), api.search_knowledge(query="bird")] * 20
    results = run(emulator, calls, journal=journal, concurrency=8)
    assert len(emulator.requests) == 2
    assert [result.state for result in results] == ["done"] * 40
    assert [result.is_replayed for result in results] == [False, False] + [True] * 38
    assert bulk.status(journal).done == 40


@both
def test_an_equal_call_that_failed_is_made_again_by_the_next(run: Run, emulator: Emulator, journal: Path) -> None:
    emulator.fail("search_knowledge", status=400, times=1)
    results = run(emulator, [api.search_knowledge(query="fish")] * 3, journal=journal, concurrency=3)
    assert [result.state for result in results] == ["failed", "done", "done"]
    assert len(emulator.requests) == 2


@both
@pytest.mark.parametrize(("name", "value"), [("calls", None), ("calls", api.chat(message="Hi")), ("journal", None)])
def test_what_is_no_job_is_named(run: Run, emulator: Emulator, journal: Path, name: str, value: Any) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError) as caught:
        run(emulator, **{"calls": [api.chat(message="Hi")], "journal": journal, name: value})
    assert caught.value.argument == name


def test_a_client_of_the_other_kind_is_refused_before_anything_is_noted(emulator: Emulator, journal: Path) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match="client must be an InfinityAssistantClient or"):
        list(bulk.run(emulator.async_client(), [api.chat(message="Hi")], journal=journal))  # type: ignore[arg-type]
    assert not journal.exists()
    with pytest.raises(ia.InfinityAssistantArgumentError, match="journal must be a path"):
        bulk.status(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("CREATE TABLE bookmarks (title TEXT)", "it is a database of something else"),
        ("CREATE TABLE calls (caller TEXT, minutes INTEGER)", "it is a database of something else"),
        ("PRAGMA user_version = 2", "a newer version of this package has written it"),
    ],
)
def test_a_database_of_others_is_left_as_it_is(emulator: Emulator, journal: Path, statement: str, reason: str) -> None:
    connection = sqlite3.connect(str(journal))
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = journal.read_bytes()
    with pytest.raises(bulk.BulkError, match=reason):
        run_blocking(emulator, [api.chat(message="Hi")], journal=journal)
    assert journal.read_bytes() == before and not emulator.requests


def test_a_stop_file_that_is_none_leaves_no_call_in_doubt(emulator: Emulator, journal: Path) -> None:
    """The file is read before a call is noted as sent."""
    stop_file = journal.with_name("stop")
    stop_file.write_text("not JSON")
    with pytest.raises(bulk.BulkError, match="remove it"):
        run_blocking(emulator, [api.chat(message="Hi")], journal=journal, stop_file=stop_file)
    assert not emulator.requests and bulk.status(journal) == bulk.Status(0, 0, 0, 0, 0, 0)


def test_what_sqlite_cannot_hold_does_not_stop_a_job(journal: Path) -> None:
    """Half of a surrogate pair in an error of the service, and a number of tokens of more than 64 bits."""
    kept = Journal(journal)
    ledger = Ledger([api.chat(message="Hi"), api.chat(message="Ho")], kept, Settings())
    response = SimpleNamespace(metadata=SimpleNamespace(tokens_used=2**70))
    for _ in range(2):
        assert ledger.begin_read()
        ledger.end_read(ledger.read())
        row = ledger.take()
        assert row is not None and ledger.begin(row)
        if row.number == 1:
            ledger.succeed(row, response, b"{}")
        else:
            ledger.fail(row, ia.InfinityAssistantBadRequestError("half \ud800 of it", status_code=400))
    kept.close()
    assert bulk.status(journal) == bulk.Status(planned=0, sent=0, done=1, failed=1, in_doubt=0, tokens=0)
    first, second = ledger.results.pop()
    assert first.tokens is None and "half \\ud800 of it" in str(second.error)


def test_threads_that_are_ready_when_a_commit_begins_share_it(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits: List[List[int]] = []
    commit = Journal._commit

    def count(kept: Journal, notes: List[Note]) -> None:
        commits.append([note.number for note in notes])
        commit(kept, notes)

    monkeypatch.setattr(Journal, "_commit", count)
    kept = Journal(journal, let_others_go=lambda: kept.note(Note(2, b"2", "sent")))
    kept.note(Note(1, b"1", "sent"))
    kept.flush()
    assert commits == [[1, 2]] and bulk.status(journal).sent == 2
    kept.close()
    assert commits == [[1, 2]]
