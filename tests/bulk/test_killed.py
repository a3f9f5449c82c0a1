"""A job that is killed at any moment repeats nothing, and what was under way is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

import pytest

from infinity_assistant import InfinityAssistantClient, api, bulk
from infinity_assistant.testing import EmulatorServer

CALLS, KILLS, CONCURRENCY = 400, 4, 4
PROGRAM = f"""
import sys
from infinity_assistant import InfinityAssistantClient, api, bulk
calls = [api.chat(message=f"Message {{number}}") for number in range({CALLS})]
with InfinityAssistantClient() as client:
    for result in bulk.run(client, calls, journal=sys.argv[1], concurrency={CONCURRENCY}):
        print(result.index, flush=True)
"""


def environment(server: EmulatorServer) -> Dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "INFINITY_ASSISTANT_BASE_URL": server.base_url,
        "INFINITY_ASSISTANT_API_KEY": server.emulator.api_key,
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_no_message_arrives_twice_however_often_the_job_is_killed(tmp_path: Path) -> None:
    journal = tmp_path / "job.db"
    with EmulatorServer(deliver=False) as server:
        server.emulator.quota(-1)
        server.emulator.on_chat().reply("Yes.")
        for kill in range(KILLS):
            job = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, str(journal)],
                env=environment(server),
                stdout=subprocess.PIPE,
                text=True,
            )
            assert job.stdout is not None
            for _ in range((kill + 1) * 60):
                job.stdout.readline()
            job.send_signal(signal.SIGKILL)
            job.communicate()
        calls = [api.chat(message=f"Message {number}") for number in range(CALLS)]
        with InfinityAssistantClient(server.emulator.api_key, base_url=server.base_url) as client:
            results = list(bulk.run(client, calls, journal=journal))
        messages: List[str] = [request.json["message"] for request in server.emulator.requests]
    assert len(messages) == len(set(messages))
    states = [result.state for result in results]
    assert states.count("done") + states.count("in_doubt") == CALLS == len(results)
    assert 0 <= states.count("in_doubt") <= KILLS * CONCURRENCY
    doubtful = [result for result in results if result.state == "in_doubt"]
    assert all(result.error == "the process ended while it was under way" for result in doubtful)
