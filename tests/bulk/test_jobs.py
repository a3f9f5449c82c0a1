"""A job makes each call once, sync and async, and says what became of it."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import sqlite3
import stat
import threading
from pathlib import Path
from typing import Any, Iterator, List

import pytest

import infinity_assistant as ia
from infinity_assistant import api, bulk
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.bulk._settings import Settings
from infinity_assistant.testing import Emulator
from tests.bulk.jobs import Run, both, list_sent, run_blocking


def chats(count: int, first: int = 1) -> List[Any]:
    return [api.chat(message=f"Message {number}") for number in range(first, first + count)]


@both
@pytest.mark.parametrize("ordered", [True, False])
def test_each_call_is_made_once_and_has_its_result(run: Run, emulator: Emulator, journal: Path, ordered: bool) -> None:
    results = run(emulator, chats(40), journal=journal, ordered=ordered)
    assert sorted(list_sent(emulator)) == sorted(f"Message {number}" for number in range(1, 41))
    assert {result.state for result in results} == {"done"}
    numbers = [result.index for result in results]
    assert (numbers if ordered else sorted(numbers)) == list(range(40))
    assert all(
        isinstance(result.response.response, str) and result.conversation_id and result.tokens for result in results
    )
    assert bulk.status(journal).done == 40


@both
def test_a_finished_job_sends_nothing_and_says_the_same(run: Run, emulator: Emulator, journal: Path) -> None:
    first = run(emulator, chats(10), journal=journal)
    count = len(emulator.requests)
    second = run(emulator, chats(10), journal=journal)
    assert len(emulator.requests) == count
    assert [result.response for result in second] == [result.response for result in first]
    assert all(result.is_replayed for result in second)


@both
def test_new_calls_at_the_end_are_made_and_others_are_refused(run: Run, emulator: Emulator, journal: Path) -> None:
    run(emulator, chats(3), journal=journal)
    results = run(emulator, chats(5), journal=journal)
    assert [result.is_replayed for result in results] == [True, True, True, False, False]
    with pytest.raises(bulk.BulkInputError, match="call 2 is not the one that the journal"):
        run(emulator, [*chats(1), api.chat(message="Another")], journal=journal)
    assert len(emulator.requests) == 5


@both
def test_equal_messages_are_all_sent_and_equal_searches_once(run: Run, emulator: Emulator, journal: Path) -> None:
    calls = [
        api.chat(message="Hi"),
        api.chat(message="Hi"),
        api.search_knowledge(query="fish"),
        api.search_knowledge(query="fish"),
    ]
    results = run(emulator, calls, journal=journal, concurrency=1)
    assert [request.operation for request in emulator.requests] == ["chat", "chat", "search_knowledge"]
    assert results[2].response == results[3].response
    run(emulator, calls[:2], journal=journal.with_name("other.db"), concurrency=1, dedupe=True)
    assert len(emulator.requests) == 4


@both
def test_the_calls_of_one_conversation_are_made_in_order(run: Run, emulator: Emulator, journal: Path) -> None:
    with emulator.client() as client:
        ids = [client.chat("Hello").conversation_id for _ in range(3)]
    before = len(emulator.requests)
    calls = [api.chat(message=f"{number}", conversation_id=ids[number % 3]) for number in range(30)]
    run(emulator, calls, journal=journal, concurrency=8)
    made = [(one.json["conversationId"], int(one.json["message"])) for one in emulator.requests[before:]]
    for identifier in ids:
        numbers = [number for conversation, number in made if conversation == identifier]
        assert numbers == sorted(numbers) and len(numbers) == 10


@both
def test_what_the_service_refuses_has_failed_and_is_made_again_on_request(
    run: Run, emulator: Emulator, journal: Path
) -> None:
    emulator.fail("chat", status=400, times=1)
    results = run(emulator, chats(3), journal=journal, concurrency=1)
    assert [result.state for result in results] == ["failed", "done", "done"]
    assert results[0].exception is not None and "400" in str(results[0].error)
    again = run(emulator, chats(3), journal=journal)
    assert [result.state for result in again] == ["failed", "done", "done"] and len(emulator.requests) == 3
    assert "400" in str(again[0].error)
    retried = run(emulator, chats(3), journal=journal, retry_failed=True)
    assert [result.state for result in retried] == ["done"] * 3 and len(emulator.requests) == 4


@both
def test_what_may_have_been_carried_out_is_in_doubt_and_repeated_on_request(
    run: Run, emulator: Emulator, journal: Path
) -> None:
    emulator.fail("chat", status=502, times=1)
    assert [result.state for result in run(emulator, chats(2), journal=journal, concurrency=1)] == ["in_doubt", "done"]
    assert run(emulator, chats(2), journal=journal)[0].state == "in_doubt" and len(emulator.requests) == 2
    assert (
        run(emulator, chats(2), journal=journal, in_doubt="repeat")[0].state == "done" and len(emulator.requests) == 3
    )


@both
def test_the_quota_stops_the_job_which_goes_on_later(run: Run, emulator: Emulator, journal: Path) -> None:
    emulator.quota(5)
    with pytest.raises(bulk.BulkQuotaError, match="run the same job again") as caught:
        run(emulator, chats(20), journal=journal, concurrency=2)
    assert caught.value.reset_at is not None and caught.value.reset_at > dt.datetime.now(dt.timezone.utc)
    refused = [request for request in emulator.requests if request.status == 429]
    assert len(refused) <= 2
    status = bulk.status(journal)
    # The service counts a message when it has responded: of two at once, the second may be one too many.
    assert status.done == sum(request.status == 200 for request in emulator.requests) in (5, 6)
    assert (status.failed, status.in_doubt, status.sent) == (0, 0, 0)
    emulator.quota(-1)
    assert [result.state for result in run(emulator, chats(20), journal=journal)] == ["done"] * 20
    assert sum(request.status == 200 for request in emulator.requests) == 20


@both
@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, ia.InfinityAssistantAuthenticationError), (403, ia.InfinityAssistantPermissionError)],
)
def test_a_wrong_key_stops_the_job_at_its_first_response(
    run: Run, emulator: Emulator, journal: Path, status: int, kind: Any
) -> None:
    emulator.fail("chat", status=status, times=1000)
    with pytest.raises(kind):
        run(emulator, chats(50), journal=journal, concurrency=3)
    assert len(emulator.requests) <= 3
    assert bulk.status(journal).failed == bulk.status(journal).in_doubt == 0


@both
def test_the_input_is_read_as_it_is_needed(run: Run, emulator: Emulator, journal: Path) -> None:
    read = 0

    def calls() -> Iterator[Any]:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield api.chat(message=f"Message {number}")

    emulator.fail("chat", status=401, times=1)
    with pytest.raises(ia.InfinityAssistantAuthenticationError):
        run(emulator, calls(), journal=journal, concurrency=2)
    assert read <= 10


@both
def test_progress_tells_how_far_the_job_is_and_of_the_quota(run: Run, emulator: Emulator, journal: Path) -> None:
    emulator.quota(100)
    told: List[bulk.Progress] = []
    run(emulator, chats(10), journal=journal, concurrency=1, on_progress=told.append)
    assert [progress.done for progress in told] == list(range(1, 11))
    first, last = told[0], told[-1]
    assert (first.total, first.quota_limit, first.days) == (10, 100, 1) and first.quota_remaining == 99
    assert first.seconds_left is not None and last.seconds_left == 0 and last.tokens > 0 and last.rate > 0


@both
def test_a_quota_that_lasts_for_part_of_the_job_takes_days(run: Run, emulator: Emulator, journal: Path) -> None:
    emulator.quota(10)
    told: List[bulk.Progress] = []
    with pytest.raises(bulk.BulkQuotaError):
        run(emulator, chats(35), journal=journal, concurrency=1, on_progress=told.append)
    assert told[0].days == 4


@both
def test_an_exception_of_the_callers_stops_the_job(run: Run, emulator: Emulator, journal: Path) -> None:
    def fail(progress: bulk.Progress) -> None:
        raise LookupError("a fault of the caller's")

    with pytest.raises(LookupError, match="a fault of the caller's"):
        run(emulator, chats(50), journal=journal, concurrency=2, on_progress=fail)
    assert len(emulator.requests) <= 4


@both
@pytest.mark.parametrize("call", ["Hello", api.chat_stream(message="Hello"), None])
def test_what_cannot_be_part_of_a_job_is_named(run: Run, emulator: Emulator, journal: Path, call: Any) -> None:
    with pytest.raises(bulk.BulkInputError, match="call 2 is .*give calls of infinity_assistant.api"):
        run(emulator, [api.chat(message="Hi"), call], journal=journal)


WRONG = {
    "concurrency": (0, True, 1.5),
    "rate": (0, "fast"),
    "in_doubt": ("skip",),
    "on_progress": (1,),
    "should_stop": (None,),
    "stop_file": (5,),
}


@both
@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_setting_that_cannot_be_is_named(run: Run, emulator: Emulator, journal: Path, name: str, value: Any) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError) as caught:
        run(emulator, chats(1), journal=journal, **{name: value})
    assert caught.value.argument == name
    assert not journal.exists()


@both
def test_a_rate_spaces_the_calls(run: Run, emulator: Emulator, journal: Path) -> None:
    told: List[bulk.Progress] = []
    run(emulator, chats(5), journal=journal, rate=50, on_progress=told.append)
    assert told[-1].rate <= 65  # five calls take at least four fiftieths of a second


def test_a_journal_holds_neither_key_nor_words_that_were_sent(emulator: Emulator, journal: Path) -> None:
    emulator.on_chat().reply("Short.")
    run_blocking(emulator, [api.chat(message="a very secret prompt")], journal=journal)
    content = b"".join(path.read_bytes() for path in journal.parent.iterdir())
    assert b"very secret" not in content and emulator.api_key.encode() not in content
    run_blocking(
        emulator, [api.chat(message="a very secret prompt")], journal=journal.with_name("b.db"), store_requests=True
    )
    with sqlite3.connect(str(journal.with_name("b.db"))) as connection:
        (request,) = connection.execute("SELECT request FROM calls").fetchone()
    connection.close()
    assert "a very secret prompt" in request


@pytest.mark.skipif(os.name == "nt", reason="files of Windows have no such modes")
def test_a_journal_is_its_owners_alone(emulator: Emulator, journal: Path) -> None:
    run_blocking(emulator, chats(1), journal=journal)
    assert {stat.S_IMODE(path.stat().st_mode) for path in journal.parent.iterdir()} == {0o600}


def test_two_jobs_cannot_have_one_journal(emulator: Emulator, journal: Path) -> None:
    with emulator.client() as client:
        first = bulk.run(client, chats(2), journal=journal)
        next(first)
        with pytest.raises(bulk.BulkError, match="another process uses it"):
            list(bulk.run(client, chats(2), journal=journal))
        assert [result.index for result in first] == [1]


def test_a_journal_that_is_none_is_an_error(tmp_path: Path, emulator: Emulator) -> None:
    (tmp_path / "text.db").write_text("This is no database, but a text of some length." * 100)
    with pytest.raises(bulk.BulkError, match="cannot be used"):
        run_blocking(emulator, chats(1), journal=tmp_path / "text.db")
    with pytest.raises(bulk.BulkError, match="is no journal"):
        bulk.status(tmp_path / "text.db")
    with pytest.raises(bulk.BulkError, match="there is no journal"):
        bulk.status(tmp_path / "none.db")
    with pytest.raises(bulk.BulkError, match="cannot be used"):
        run_blocking(emulator, chats(1), journal=tmp_path / "no" / "folder.db")


def test_leaving_a_job_waits_for_what_is_under_way(emulator: Emulator, journal: Path) -> None:
    with emulator.client() as client:
        results = bulk.run(client, chats(100), journal=journal, concurrency=4, rate=100)
        next(results)
        results.close()  # type: ignore[attr-defined]
    status = bulk.status(journal)
    assert status.sent == status.in_doubt == 0 and status.done == len(emulator.requests) < 100
    assert len(run_blocking(emulator, chats(100), journal=journal)) == 100
    assert len(emulator.requests) == 100


def test_a_job_that_is_asked_to_stop_ends_what_is_under_way(emulator: Emulator, journal: Path) -> None:
    stop = threading.Event()

    def note(progress: bulk.Progress) -> None:
        if progress.done == 3:
            stop.set()

    options = {"journal": journal, "concurrency": 1, "on_progress": note, "should_stop": stop.is_set}
    results = run_blocking(emulator, chats(50), **options)
    assert [result.state for result in results] == ["done"] * 3


def test_a_job_on_asyncio_that_is_cancelled_leaves_its_calls_in_doubt(emulator: Emulator, journal: Path) -> None:
    async def cancelled() -> None:
        async with emulator.async_client() as client:
            async for _ in bulk.arun(client, chats(50), journal=journal, concurrency=2):
                raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())
    results = run_blocking(emulator, chats(50), journal=journal)
    states = [result.state for result in results]
    assert states.count("in_doubt") <= 2 and states.count("done") + states.count("in_doubt") == 50
    assert len(set(list_sent(emulator))) == len(list_sent(emulator))


@both
def test_a_job_that_waits_goes_on_when_the_quota_starts_anew(
    run: Run, emulator: Emulator, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    emulator.quota(3)

    def begin_anew(ledger: Any) -> Any:
        if ledger.stop is None:
            return None
        emulator.quota(-1)
        return 0.0

    monkeypatch.setattr("infinity_assistant.bulk._ledger.Ledger.begin_pause", begin_anew)
    monkeypatch.setattr("infinity_assistant._core.quota_memory.QuotaMemory.check", lambda *_: None)
    results = run(emulator, chats(10), journal=journal, concurrency=1, wait=True)
    assert [result.state for result in results] == ["done"] * 10
    assert sum(request.status == 200 for request in emulator.requests) == 10


@both
def test_a_gateway_that_is_asked_too_quickly_is_no_quota(run: Run, emulator: Emulator, journal: Path) -> None:
    emulator.fail("chat", status=429, retry_after=0, times=1)
    results = run(emulator, chats(3), journal=journal, concurrency=1)
    assert [result.state for result in results] == ["failed", "done", "done"]
    assert run(emulator, chats(3), journal=journal, retry_failed=True)[0].state == "done"


def test_a_job_knows_how_long_to_wait(emulator: Emulator, journal: Path) -> None:
    kept = Journal(journal)
    ledger = Ledger([], kept, Settings(wait=True))
    assert ledger.begin_pause() is None
    ledger.stop = bulk.BulkQuotaError("used up")
    assert ledger.begin_pause() is None
    ledger.stop.reset_at = dt.datetime.now(dt.timezone.utc) + dt.timedelta(seconds=10)
    assert 10 < (ledger.begin_pause() or 0) < 12
    kept.close()


@both
def test_the_order_of_a_conversation_outlasts_the_quota(
    run: Run, emulator: Emulator, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The call that was refused goes before those that waited behind it, whoever makes them."""
    with emulator.client() as client:
        ids = [client.chat("Hello").conversation_id for _ in range(2)]
    emulator.quota(3)
    monkeypatch.setattr("infinity_assistant.bulk._ledger.Ledger.begin_pause", lambda ledger: begin_anew(ledger))
    monkeypatch.setattr("infinity_assistant._core.quota_memory.QuotaMemory.check", lambda *_: None)

    def begin_anew(ledger: Any) -> Any:
        emulator.quota(-1)
        return None if ledger.stop is None else 0.0

    calls = [api.chat(message=f"{number}", conversation_id=ids[number % 2]) for number in range(20)]
    results = run(emulator, calls, journal=journal, concurrency=4, wait=True)
    assert [result.state for result in results] == ["done"] * 20
    made = [one.json for one in emulator.requests if one.status == 200 and "conversationId" in one.json]
    for identifier in ids:
        numbers = [int(one["message"]) for one in made if one["conversationId"] == identifier]
        assert numbers == sorted(numbers) and len(numbers) == 10


@both
def test_a_rate_holds_for_calls_that_waited_for_their_turn(run: Run, emulator: Emulator, journal: Path) -> None:
    """Workers without work reserve no moments, which they would use all at once later."""
    with emulator.client() as client:
        identifier = client.chat("Hello").conversation_id
    told: List[bulk.Progress] = []
    calls = [api.chat(message=f"{number}", conversation_id=identifier) for number in range(6)]
    run(emulator, calls, journal=journal, rate=50, concurrency=16, on_progress=told.append)
    assert told[-1].rate <= 75  # six calls take at least five fiftieths of a second


def test_a_call_that_waits_for_its_moment_is_not_noted_as_sent(emulator: Emulator, journal: Path) -> None:
    kept = Journal(journal)
    ledger = Ledger(chats(2), kept, Settings(rate=1))
    for _ in range(2):
        assert ledger.begin_read()
        ledger.end_read(ledger.read())
    first, second = ledger.take(), ledger.take()
    assert first is not None and second is not None and ledger.start_rate.reserve_start() == 0 and ledger.begin(first)
    assert 0.5 < ledger.start_rate.reserve_start() <= 1
    ledger.stop = bulk.BulkError("stopped")
    assert not ledger.begin(second)
    kept.close()
    status = bulk.status(journal)
    assert (status.sent, status.planned, status.done) == (1, 0, 0)


@both
def test_a_durable_job_waits_for_the_disk(
    run: Run, emulator: Emulator, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synchronous: List[int] = []
    commit = Journal._commit

    def note(kept: Journal, notes: List[Any]) -> None:
        synchronous.extend(kept._connection.execute("PRAGMA synchronous").fetchone())
        commit(kept, notes)

    monkeypatch.setattr(Journal, "_commit", note)
    run(emulator, chats(2), journal=journal, durable=True)
    assert set(synchronous) == {2}  # FULL
    synchronous.clear()
    run(emulator, chats(2), journal=journal.with_name("other.db"))
    assert set(synchronous) == {1}  # NORMAL


@both
def test_calls_that_are_ready_at_once_share_a_commit(
    run: Run, emulator: Emulator, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is noted before it is sent, and its end before its result is handed over."""
    commits = 0
    commit = Journal._commit

    def count(kept: Journal, notes: List[Any]) -> None:
        nonlocal commits
        commits += 1
        commit(kept, notes)

    monkeypatch.setattr(Journal, "_commit", count)
    assert len(run(emulator, chats(50), journal=journal, concurrency=10)) == 50
    assert 2 <= commits <= 100


@both
def test_a_journal_that_cannot_be_written_stops_the_job(
    run: Run, emulator: Emulator, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = Journal._commit

    def commit_to_a_full_disk(kept: Journal, notes: List[Any]) -> None:
        kept._connection.execute("PRAGMA max_page_count = 1")  # as many as there are now
        commit(kept, notes)

    monkeypatch.setattr(Journal, "_commit", commit_to_a_full_disk)
    calls = [api.chat(message="Hello " * 500) for _ in range(50)]
    with pytest.raises(bulk.BulkError, match="cannot be written: database or disk is full"):
        run(emulator, calls, journal=journal, store_requests=True, concurrency=4)
    assert len(emulator.requests) < 50
