"""Jobs on executors, and in parts, in processes that have a client and a key of their own."""

from __future__ import annotations

import datetime as dt
import json
import os
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Dict

import pytest

import infinity_assistant as ia
from infinity_assistant import api, bulk
from infinity_assistant.bulk._remote import make_call
from infinity_assistant.bulk._stop_file import StopFile
from infinity_assistant.testing import EmulatorServer

from .jobs import chats, config_of
from .jobs import server as server


def test_a_process_pool_makes_the_calls(server: EmulatorServer, tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        results = list(bulk.run(config_of(server), chats(12), journal=tmp_path / "job.db", executor=executor))
    assert [result.state for result in results] == ["done"] * 12
    messages = [request.json["message"] for request in server.emulator.requests]
    assert sorted(messages) == sorted(f"Message {number}" for number in range(12))


def test_parts_go_on_where_they_stopped(server: EmulatorServer, tmp_path: Path) -> None:
    parts = list(bulk.partition(chats(10), 4))
    assert [len(part) for part in parts] == [4, 4, 2]
    with ThreadPoolExecutor(3) as executor:
        for _ in range(2):
            done = executor.map(lambda part: bulk.run_partition(part, config_of(server), tmp_path), parts)
            assert sum(len(results) for results in done) == 10
    assert len(server.emulator.requests) == 10


def test_all_parts_stop_when_the_quota_is_used_up(server: EmulatorServer, tmp_path: Path) -> None:
    server.emulator.quota(3)
    parts = list(bulk.partition(chats(20), 5))
    for part in parts:
        with pytest.raises(bulk.BulkQuotaError):
            bulk.run_partition(part, config_of(server), tmp_path, concurrency=1)
    assert [request.status for request in server.emulator.requests] == [200, 200, 200, 429]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, ia.InfinityAssistantAuthenticationError), (403, ia.InfinityAssistantPermissionError)],
)
def test_all_parts_stop_when_a_key_is_refused_and_go_on_with_another(
    server: EmulatorServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, kind: Any
) -> None:
    server.emulator.fail("chat", status=status, times=1000)
    parts = list(bulk.partition(chats(20), 5))
    for part in parts:
        with pytest.raises(kind) as caught:
            bulk.run_partition(part, config_of(server), tmp_path, concurrency=1)
    assert len(server.emulator.requests) == 1
    assert caught.value.status_code == status and "another part of the job was refused" in str(caught.value)
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert server.emulator.api_key.encode() not in content
    server.emulator.clear_faults()
    monkeypatch.setenv("JOB_KEY", "ia_another")
    server.emulator.add_key("ia_another")
    assert sum(len(bulk.run_partition(part, config_of(server), tmp_path)) for part in parts) == 20


def note(folder: Path, **noted: Any) -> StopFile:
    stop_file = StopFile(folder / "stop", "ia_x")
    stop_file.note(bulk.BulkQuotaError("used up"))
    written = json.loads((folder / "stop").read_text("ascii"))
    (folder / "stop").write_text(json.dumps({**written, **noted}), "ascii")
    return stop_file


@pytest.mark.parametrize("status", [429, 401, 403])
def test_what_is_over_stops_nobody(tmp_path: Path, status: int) -> None:
    assert note(tmp_path, status=status, until="2020-01-01T00:00:00+00:00").read() is None
    held = note(tmp_path, status=status, until="2220-01-01T00:00:00+00:00").read()
    assert held is not None and held.applied is False


def test_what_was_refused_to_another_key_stops_nobody(tmp_path: Path) -> None:
    assert note(tmp_path).read() is not None
    assert StopFile(tmp_path / "stop", "ia_y").read() is None


def test_a_part_without_its_key_is_refused(
    server: EmulatorServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JOB_KEY")
    with pytest.raises(ia.InfinityAssistantMissingKeyError, match="JOB_KEY is not set"):
        bulk.run_partition(chats(2), config_of(server), tmp_path)
    assert server.emulator.requests == []


def test_a_job_whose_processes_have_no_key_stops_at_once(
    server: EmulatorServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JOB_KEY")
    with ThreadPoolExecutor(2) as executor:
        job = bulk.run(config_of(server), chats(50), journal=tmp_path / "job.db", executor=executor, concurrency=2)
        with pytest.raises(ia.InfinityAssistantMissingKeyError, match="JOB_KEY is not set"):
            list(job)
    status = bulk.status(tmp_path / "job.db")
    assert status.failed == status.in_doubt == status.sent == 0 and server.emulator.requests == []


def test_what_travels_holds_no_key(server: EmulatorServer) -> None:
    assert server.emulator.api_key.encode() not in pickle.dumps((bulk.run_partition, config_of(server), chats(2)))


def test_an_executor_needs_a_configuration(server: EmulatorServer, tmp_path: Path) -> None:
    with ThreadPoolExecutor() as executor, server.emulator.client() as client:
        job = bulk.run(client, chats(1), journal=tmp_path / "job.db", executor=executor)
        with pytest.raises(ia.InfinityAssistantArgumentError, match="must be a bulk.BulkConfig"):
            next(job)


def test_an_executor_is_one(server: EmulatorServer, tmp_path: Path) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match="executor must be a concurrent.futures.Executor"):
        list(bulk.run(config_of(server), chats(1), journal=tmp_path / "job.db", executor=5))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [0, -1, True, 1.5])
def test_a_size_is_a_whole_number(size: Any) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match="size must be"):
        list(bulk.partition([], size))


def test_a_task_that_is_run_again_sends_nothing(server: EmulatorServer, tmp_path: Path) -> None:
    """As an engine does that loses a worker, or the result of a task that had ended."""
    permit = tmp_path / "permit"
    permit.touch()
    response, _ = make_call(config_of(server), chats(1)[0], str(permit))
    assert response.response and not permit.exists()
    with pytest.raises(ia.InfinityAssistantNetworkError, match="ended while it was under way") as caught:
        make_call(config_of(server), chats(1)[0], str(permit))
    assert caught.value.applied is None and len(server.emulator.requests) == 1


def test_a_worker_without_the_shared_disk_is_refused(server: EmulatorServer, tmp_path: Path) -> None:
    with pytest.raises(bulk.BulkError, match="a disk that all workers share") as caught:
        make_call(config_of(server), chats(1)[0], str(tmp_path / "none" / "permit"))
    assert caught.value.applied is False and server.emulator.requests == []


def _die(config: bulk.BulkConfig, call: Any, permit: str) -> Any:
    """Make the call, and end the process before its result is known."""
    make_call(config, call, permit)
    os._exit(1)


def test_a_worker_that_dies_ends_the_job_with_its_calls_in_doubt(
    server: EmulatorServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "job.db"
    with monkeypatch.context() as patch:
        patch.setattr("infinity_assistant.bulk._making.attempt_call", _die)
        with ProcessPoolExecutor(2, mp_context=get_context("fork" if os.name == "posix" else "spawn")) as executor:
            job = bulk.run(config_of(server), chats(8), journal=journal, executor=executor, concurrency=2)
            with pytest.raises(bulk.BulkError, match="the executor failed: BrokenProcessPool"):
                list(job)
    with server.emulator.client() as client:
        results = list(bulk.run(client, chats(8), journal=journal))
    states = [result.state for result in results]
    assert 1 <= states.count("in_doubt") <= 2 and states.count("done") + states.count("in_doubt") == 8
    messages = [request.json["message"] for request in server.emulator.requests]
    assert len(messages) == len(set(messages))


def test_equal_parts_have_journals_of_their_own(server: EmulatorServer, tmp_path: Path) -> None:
    """Samples are meant: the same prompt nine times is nine messages."""
    for part in bulk.partition([api.chat(message="Say something.") for _ in range(9)], 3):
        bulk.run_partition(pickle.loads(pickle.dumps(part)), config_of(server), tmp_path)
    assert len(server.emulator.requests) == 9


@pytest.mark.parametrize(
    "options", [{"api_key": "ia_x"}, {"headers": {"X-API-KEY": "ia_x"}}, {"headers": {"Cookie": "id=ia_x"}}]
)
def test_a_configuration_with_a_key_is_refused(options: Dict[str, Any]) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError, match="options must hold no key"):
        bulk.BulkConfig(options)


def test_a_note_is_read_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = bulk.BulkQuotaError("used up")
    error.reset_at = dt.datetime.now(dt.timezone.utc) + dt.timedelta(hours=1)
    stop_file = StopFile(tmp_path / "stop", "ia_x")
    stop_file.note(error)
    found = stop_file.read()
    assert isinstance(found, bulk.BulkQuotaError) and found.reset_at == error.reset_at
    assert [path.name for path in tmp_path.iterdir()] == ["stop"]
    (tmp_path / "stop").unlink()
    assert stop_file.read() is None


@pytest.mark.parametrize("content", [b"soon", b"\xff", b"{}", b"[]", b'{"status": 429, "key": "", "until": "soon"}'])
def test_a_note_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "stop").write_bytes(content)
    with pytest.raises(bulk.BulkError, match="is not what a job has noted of its end: remove it"):
        StopFile(tmp_path / "stop", "ia_x").read()


def test_nothing_but_the_journal_is_left_of_a_job(server: EmulatorServer, tmp_path: Path) -> None:
    server.emulator.fail("chat", status=502, times=1)
    with ThreadPoolExecutor(2) as executor:
        results = list(bulk.run(config_of(server), chats(4), journal=tmp_path / "job.db", executor=executor))
    assert sorted(result.state for result in results) == ["done", "done", "done", "in_doubt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["job.db", "job.db.lock"]


class Lazy(ThreadPoolExecutor):
    """Loses its tasks."""

    def submit(self, *args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("no workers")


def test_a_task_that_was_never_run_cannot_be_run_later(server: EmulatorServer, tmp_path: Path) -> None:
    with Lazy(1) as executor:
        job = bulk.run(config_of(server), chats(1), journal=tmp_path / "job.db", executor=executor)
        with pytest.raises(bulk.BulkError, match="the executor failed: RuntimeError: no workers"):
            next(job)
    assert bulk.status(tmp_path / "job.db").planned == 1 and server.emulator.requests == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["job.db", "job.db.lock"]
