"""Jobs on the engines of others: Dask, joblib and Ray, in processes that have a key of their own."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any, Callable, Iterator, List

import pytest

from infinity_assistant import bulk
from infinity_assistant.testing import EmulatorServer
from tests.bulk.jobs import chats, config_of
from tests.bulk.jobs import server as server

pytestmark = pytest.mark.filterwarnings("default")  # These engines warn of their own insides.
#: Seconds after which a test has failed, however busy the machine is.
PATIENCE = 120
CALLS, SIZE, WINDOW = 600, 100, 8


def assert_each_was_made_once(server: EmulatorServer, count: int) -> None:
    messages = [request.json["message"] for request in server.emulator.requests]
    assert sorted(messages) == sorted(f"Message {number}" for number in range(count))


def assert_none_was_made_twice(server: EmulatorServer, results: List[bulk.BulkResult]) -> None:
    """After a worker was killed: what it had under way is in doubt, all else is done."""
    messages = Counter(request.json["message"] for request in server.emulator.requests)
    assert max(messages.values()) == 1
    states = Counter(result.state for result in results)
    assert states["done"] + states["in_doubt"] == CALLS and states["in_doubt"] <= WINDOW


def collect(job: Iterator[bulk.BulkResult]) -> List[bulk.BulkResult]:
    """Collect the results of a job, unless it hangs."""
    found: List[bulk.BulkResult] = []
    thread = threading.Thread(target=lambda: found.extend(job), daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive(), "the job hangs"
    return found


def make_noting_task(folder: Path) -> Callable[..., Any]:
    """A task that says which process runs it. It is a function within one, so that it travels by value."""
    notes = str(folder / "processes")
    Path(notes).mkdir()

    def run_noted(part: Any, config: bulk.BulkConfig, journals: str) -> Any:
        Path(notes, str(os.getpid())).touch()
        return bulk.run_partition(part, config, journals)

    return run_noted


def kill_one(server: EmulatorServer, folder: Path) -> None:
    """Kill a process that runs a task, in the middle of the job."""
    end = time.monotonic() + PATIENCE
    while len(server.emulator.requests) < CALLS // 4 and time.monotonic() < end:
        time.sleep(0.01)
    os.kill(int(next((folder / "processes").iterdir()).name), signal.SIGKILL)


@pytest.fixture
def dask_client(server: EmulatorServer) -> Any:
    import distributed

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as client:
        yield client


@pytest.fixture
def ray(server: EmulatorServer) -> Any:
    ray = pytest.importorskip("ray", reason="Ray has no release for this Python")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    yield ray
    ray.shutdown()


def test_dask_runs_parts_and_is_an_executor(server: EmulatorServer, tmp_path: Path, dask_client: Any) -> None:
    parts = list(bulk.partition(chats(30), 10))
    config = config_of(server)
    for _ in range(2):
        futures = [dask_client.submit(bulk.run_partition, part, config, str(tmp_path), pure=False) for part in parts]
        assert [len(results) for results in dask_client.gather(futures)] == [10, 10, 10]
    assert_each_was_made_once(server, 30)
    executor = dask_client.get_executor()
    results = list(bulk.run(config, chats(30), journal=tmp_path / "door.db", executor=executor))
    assert [result.state for result in results] == ["done"] * 30


def test_dask_makes_no_call_twice_when_a_worker_is_killed(
    server: EmulatorServer, tmp_path: Path, dask_client: Any
) -> None:
    from distributed import wait

    run, parts = make_noting_task(tmp_path), list(bulk.partition(chats(CALLS), SIZE))
    futures = [dask_client.submit(run, part, config_of(server), str(tmp_path), pure=False) for part in parts]
    kill_one(server, tmp_path)
    wait(futures, timeout=PATIENCE)
    assert_none_was_made_twice(server, [result for future in futures for result in future.result(PATIENCE)])


def test_a_job_on_dask_goes_on_when_a_worker_is_killed(
    server: EmulatorServer, tmp_path: Path, dask_client: Any
) -> None:
    """By the door of executors: Dask makes the lost tasks again, which find that they may have been sent."""
    for pid in dask_client.run(os.getpid).values():
        (tmp_path / "processes").mkdir(exist_ok=True)
        (tmp_path / "processes" / str(pid)).touch()
    killer = threading.Thread(target=kill_one, args=(server, tmp_path))
    killer.start()
    job = bulk.run(
        config_of(server),
        chats(CALLS),
        journal=tmp_path / "job.db",
        executor=dask_client.get_executor(),
        concurrency=WINDOW,
    )
    assert_none_was_made_twice(server, collect(job))
    killer.join()


def test_joblib_runs_parts(server: EmulatorServer, tmp_path: Path) -> None:
    import joblib

    parts = list(bulk.partition(chats(12), 4))
    for _ in range(2):
        found = joblib.Parallel(2)(
            joblib.delayed(bulk.run_partition)(part, config_of(server), tmp_path) for part in parts
        )
        assert [result.state for results in found for result in results] == ["done"] * 12
    assert_each_was_made_once(server, 12)


def test_joblib_makes_no_call_twice_when_a_worker_is_killed_and_the_job_is_started_again(
    server: EmulatorServer, tmp_path: Path
) -> None:
    import joblib
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    run, parts = make_noting_task(tmp_path), list(bulk.partition(chats(CALLS), SIZE))
    jobs = [joblib.delayed(run)(part, config_of(server), str(tmp_path)) for part in parts]
    killer = threading.Thread(target=kill_one, args=(server, tmp_path))
    killer.start()
    with pytest.raises(TerminatedWorkerError):
        joblib.Parallel(2, timeout=PATIENCE)(jobs)
    killer.join()
    found = joblib.Parallel(2, timeout=PATIENCE)(jobs)
    results = [result for results in found for result in results]
    # loky ends all its workers when it loses one: each had a window of its own.
    assert Counter(result.state for result in results)["in_doubt"] <= 2 * WINDOW
    assert max(Counter(request.json["message"] for request in server.emulator.requests).values()) == 1


def test_ray_runs_parts(server: EmulatorServer, tmp_path: Path, ray: Any) -> None:
    run = ray.remote(bulk.run_partition)
    parts = list(bulk.partition(chats(12), 4))
    found = ray.get([run.remote(part, config_of(server), str(tmp_path)) for part in parts], timeout=PATIENCE)
    assert [result.state for results in found for result in results] == ["done"] * 12
    assert_each_was_made_once(server, 12)


def test_ray_makes_no_call_twice_when_a_worker_is_killed(server: EmulatorServer, tmp_path: Path, ray: Any) -> None:
    run, parts = ray.remote(make_noting_task(tmp_path)), list(bulk.partition(chats(CALLS), SIZE))
    futures = [run.remote(part, config_of(server), str(tmp_path)) for part in parts]
    kill_one(server, tmp_path)
    found = ray.get(futures, timeout=PATIENCE)
    assert_none_was_made_twice(server, [result for results in found for result in results])
