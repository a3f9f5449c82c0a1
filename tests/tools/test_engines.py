"""Jobs on the engines of others: Dask, joblib and Ray, in processes that have a key of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, List

import pytest

from infinity_assistant import api, bulk
from infinity_assistant.testing import EmulatorServer

pytestmark = pytest.mark.filterwarnings("default")  # These engines warn of their own insides.


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[EmulatorServer]:
    with EmulatorServer(deliver=False) as server:
        server.emulator.quota(-1)
        monkeypatch.setenv("JOB_KEY", server.emulator.api_key)
        yield server


def config_of(server: EmulatorServer) -> bulk.BulkConfig:
    return bulk.BulkConfig({"base_url": server.base_url}, key_variable="JOB_KEY")


def chats(count: int) -> List[Any]:
    return [api.chat(message=f"Message {number}") for number in range(count)]


def assert_each_was_made_once(server: EmulatorServer, count: int) -> None:
    messages = [request.json["message"] for request in server.emulator.requests]
    assert sorted(messages) == sorted(f"Message {number}" for number in range(count))


def test_dask_runs_parts_and_is_an_executor(server: EmulatorServer, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        parts = list(bulk.partition(chats(30), 10))
        for _ in range(2):
            futures = [client.submit(bulk.run_partition, part, config_of(server), str(tmp_path)) for part in parts]
            assert [len(results) for results in client.gather(futures)] == [10, 10, 10]
        assert_each_was_made_once(server, 30)
        executor = client.get_executor()
        results = list(bulk.run(config_of(server), chats(30), journal=tmp_path / "door.db", executor=executor))
    assert [result.state for result in results] == ["done"] * 30


def test_joblib_runs_parts(server: EmulatorServer, tmp_path: Path) -> None:
    joblib = pytest.importorskip("joblib")
    parts = list(bulk.partition(chats(12), 4))
    for _ in range(2):
        found = joblib.Parallel(2)(
            joblib.delayed(bulk.run_partition)(part, config_of(server), tmp_path) for part in parts
        )
        assert [result.state for results in found for result in results] == ["done"] * 12
    assert_each_was_made_once(server, 12)


def test_ray_runs_parts(server: EmulatorServer, tmp_path: Path) -> None:
    ray = pytest.importorskip("ray")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        run = ray.remote(bulk.run_partition)
        parts = list(bulk.partition(chats(12), 4))
        found = ray.get([run.remote(part, config_of(server), str(tmp_path)) for part in parts], timeout=120)
    finally:
        ray.shutdown()
    assert [result.state for results in found for result in results] == ["done"] * 12
    assert_each_was_made_once(server, 12)
