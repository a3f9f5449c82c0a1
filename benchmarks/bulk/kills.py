"""A job that is killed again and again: nothing is sent twice, and what was under way is listed."""

from __future__ import annotations

import json
import random
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bulk.goals import Finding
from benchmarks.bulk.programs import command, finish, of, recording, write_prompts
from infinity_assistant import bulk
from infinity_assistant.testing import EmulatorServer

CALLS, KILLS, CONCURRENCY, SEED = 5000, 20, 16, 14


def measure(folder: Path) -> Iterator[Finding]:
    """Kill a job at random moments, run it to its end, and once more."""
    source, output, journal = folder / "in.txt", folder / "out.jsonl", folder / "job.db"
    write_prompts(source, CALLS)
    job = command(source, output, "--journal", str(journal), "--concurrency", str(CONCURRENCY))
    with recording() as (server, arrived):
        moments, most = random.Random(SEED), 0
        for _ in range(KILLS):
            before = _count_doubtful(journal)
            _kill(job, server, arrived, moments.randrange(2 * CALLS // (KILLS + 1)), moments.uniform(0, 0.02))
            most = max(most, _count_doubtful(journal) - before)
        last = finish(job, of(server))
        messages = Counter(arrived)
        began = time.perf_counter()
        again = finish(job, of(server))
        seconds, repeated = time.perf_counter() - began, len(arrived) - messages.total()
    lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    states = Counter(line["state"] for line in lines)
    yield Finding("messages that arrived twice", len([one for one in messages.values() if one > 1]), 0)
    yield Finding("calls in doubt after one kill, at most", most, CONCURRENCY)
    yield Finding("calls in doubt after all kills", states["in_doubt"], KILLS * CONCURRENCY)
    yield Finding("calls that are not in the output", CALLS - states.total(), 0)
    yield Finding("calls neither done nor in doubt", CALLS - states["done"] - states["in_doubt"], 0)
    yield Finding(
        "exit code beside 6 (or 0 if none is in doubt)", abs(last.returncode - 6 * bool(states["in_doubt"])), 0
    )
    yield Finding("requests of a finished job that is run again", repeated + abs(again.returncode - last.returncode), 0)
    yield Finding("seconds of it, start and end of Python included", seconds, 1.0)


def _count_doubtful(journal: Path) -> int:
    status = bulk.status(journal) if journal.exists() else None
    return 0 if status is None else status.sent + status.in_doubt


def _kill(job: list[str], server: EmulatorServer, arrived: list[str], after: int, delay: float) -> None:
    """Kill a job when so many more messages have arrived, or it is over."""
    wanted = len(arrived) + after
    process = subprocess.Popen(job, env=of(server), stderr=subprocess.DEVNULL)
    while process.poll() is None and len(arrived) <= wanted:
        time.sleep(0.001)
    time.sleep(delay)
    process.kill()
    process.wait()
