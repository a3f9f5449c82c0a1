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
from tests.docs.pages import sections

pytestmark = pytest.mark.filterwarnings("default")  # These engines warn of their own insides.
#: Seconds after which a test has failed, however busy the machine is.
PATIENCE = 120
PAGE = Path(__file__).parents[2] / "docs" / "bulk.md"
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


def run_recipe(title: str, folder: Path, config: bulk.BulkConfig, calls: List[Any], **names: Any) -> List[Any]:
    """Run a section of docs/bulk.md, and return its results."""
    names.update(bulk=bulk, config=config, calls=calls)
    (section,) = (section for section in sections(PAGE) if section.title == title)
    for snippet in section.of("py"):
        code = "\n" * (snippet.line - 1) + snippet.code.replace("/shared", str(folder))
        exec(compile(code, str(PAGE), "exec", dont_inherit=True), names)
    results: List[Any] = names["results"] + names.get("in_parts", [])
    return results


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


def test_the_recipe_for_a_process_pool_runs(server: EmulatorServer, tmp_path: Path) -> None:
    run_recipe("On a process pool", tmp_path, config_of(server), chats(12))
    assert_each_was_made_once(server, 12)


def test_the_recipe_for_dask_runs(server: EmulatorServer, tmp_path: Path, dask_client: Any) -> None:
    address = dask_client.scheduler.address
    results = run_recipe("On Dask", tmp_path, config_of(server), chats(12), address=address)
    assert [result.state for result in results] == ["done"] * 24
    counted = Counter(request.json["message"] for request in server.emulator.requests)
    assert set(counted.values()) == {2} and len(counted) == 12  # by both doors


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


def test_the_recipe_for_joblib_runs_and_runs_again(server: EmulatorServer, tmp_path: Path) -> None:
    for _ in range(2):
        results = run_recipe("With joblib", tmp_path, config_of(server), chats(12))
        assert [result.state for result in results] == ["done"] * 12
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


def test_the_recipe_for_ray_runs(server: EmulatorServer, tmp_path: Path, ray: Any) -> None:
    run_recipe("On Ray", tmp_path, config_of(server), chats(12), ray=ray)
    assert_each_was_made_once(server, 12)


def test_ray_makes_no_call_twice_when_a_worker_is_killed(server: EmulatorServer, tmp_path: Path, ray: Any) -> None:
    run, parts = ray.remote(make_noting_task(tmp_path)), list(bulk.partition(chats(CALLS), SIZE))
    futures = [run.remote(part, config_of(server), str(tmp_path)) for part in parts]
    kill_one(server, tmp_path)
    found = ray.get(futures, timeout=PATIENCE)
    assert_none_was_made_twice(server, [result for results in found for result in results])
