"""What a large job takes, from measured constants, and whether a real run of two workers takes what was planned."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.bulk.goals import Finding
from benchmarks.processes import server
from infinity_assistant import api, bulk

SIZE, CONCURRENCY, RESPONSE, DAY = 1500, 16, 0.1, 86_400
PROMPTS = (10_000, 1_000_000, 100_000_000)


class Constants(NamedTuple):
    """What one call costs a worker, beside the time that the service takes."""

    cpu: float
    wall: float
    journal: float


def run_part(part: list[Any], base_url: str, folder: str) -> Constants:
    """Run one part here, and return what each of its calls took."""
    os.environ["INFINITY_ASSISTANT_API_KEY"] = "ia_benchmark"
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    bulk.run_partition(part, bulk.BulkConfig({"base_url": base_url}), folder, concurrency=CONCURRENCY)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(path.stat().st_size for path in Path(folder).glob("*.db"))
    return Constants(cpu / len(part), wall / len(part), size / len(part))


def make_parts(count: int) -> list[list[Any]]:
    """Cut a job into parts."""
    return list(bulk.partition([api.chat(message=f"Message {number}") for number in range(count * SIZE)], SIZE))


def measure(folder: Path) -> Iterator[Finding]:
    """Measure one worker, plan a job of two, run it, and plan larger ones."""
    with server() as running, ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        base_url = f"{running.origin}/size=1024,think={RESPONSE}/api"
        alone = workers.submit(run_part, make_parts(1)[0], base_url, str(folder / "alone")).result()
        parts = make_parts(4)
        began = time.perf_counter()
        list(workers.map(run_part, parts, [base_url] * len(parts), [str(folder / "job")] * len(parts)))
        taken = time.perf_counter() - began
    planned = len(parts) * SIZE * alone.wall / 2
    print(f"    a call: {1e6 * alone.cpu:.0f} µs of CPU, {alone.journal:.0f} bytes of journal")
    for count in PROMPTS:
        print(f"    {count:>11,} prompts: {', '.join(plan(count, alone))}")
    yield Finding("seconds of a call beside its response, times 16 in ms", 1e3 * (alone.wall * 16 - RESPONSE), 30)
    yield Finding(f"seconds of {len(parts) * SIZE:,} calls on two workers, planned {planned:.1f}", taken, 1.3 * planned)
    yield Finding("  share of the plan that was not needed in %", 100 * (1 - taken / planned), 30)


def plan(count: int, one: Constants) -> Iterator[str]:
    """Say what a job of so many prompts takes."""
    yield f"{one.cpu * count / 3600:.3g} core hours"
    yield f"{one.journal * count / 1e9:.3g} GB of journals"
    for limit in (50, 100):
        yield f"{count / limit:,.0f} days at {limit} a day"
    yield f"{count / 100 / 3600:,.3g} h at 100 a second"
    for width in (16, 8 * 16, 100 * 16):
        yield f"{count * 2 / width / 3600:,.3g} h with {width} at a time and responses after 2 s"
