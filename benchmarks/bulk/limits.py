"""A job at the end of the quota of a day, and a job behind a gateway that lets so many calls pass in a second."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bulk.goals import Finding
from benchmarks.bulk.memory import run
from benchmarks.bulk.programs import command, finish, of, recording, write_prompts
from benchmarks.processes import server
from infinity_assistant import bulk

CALLS, QUOTA, CONCURRENCY = 1500, 500, 16
LIMIT, LIMITED_CALLS = 100, 3000


def measure_quota(folder: Path) -> Iterator[Finding]:
    """Run into the end of a quota, and go on when it has been raised."""
    source, output, journal = folder / "in.txt", folder / "out.jsonl", folder / "job.db"
    write_prompts(source, CALLS)
    job = command(source, output, "--journal", str(journal), "--concurrency", str(CONCURRENCY))
    with recording() as (emulated, arrived):
        emulated.emulator.quota(QUOTA)
        stopped = finish(job, of(emulated))
        first, status = Counter(one.status for one in emulated.emulator.requests), bulk.status(journal)
        responded = len(arrived)
        emulated.emulator.quota(-1)
        ended = finish(job, of(emulated))
        done = Counter(arrived)
    print("   ", stopped.stderr.strip().splitlines()[-1])
    yield Finding("exit code beside 5", abs(stopped.returncode - 5), 0)
    yield Finding("calls that are done, and got no response, or the reverse", abs(status.done - responded), 0)
    yield Finding("calls of the quota that were not made", max(0, QUOTA - status.done), 0)
    # The emulator counts a message after its response, as the service does, so that a few pass side by side.
    yield Finding("calls beyond the quota that the service let pass", max(0, status.done - QUOTA), CONCURRENCY)
    yield Finding("calls that were refused", first[429], CONCURRENCY)
    yield Finding("calls in doubt or failed", status.in_doubt + status.failed + status.sent, 0)
    yield Finding("exit code of the second run", ended.returncode, 0)
    yield Finding("calls that are missing or were made twice", abs(done.total() - CALLS) + CALLS - len(done), 0)


def measure_gateway(folder: Path) -> Iterator[Finding]:
    """Run jobs behind a gateway that says when to come again."""
    for kind in ("arun", "run"):
        with server() as running:
            options = {"journal": str(folder / f"{kind}.db"), "concurrency": CONCURRENCY}
            found = run(kind, LIMITED_CALLS, options, f"{running.origin}/limit={LIMIT}/api")
            refused = running.count_refused()
        yield Finding(f"bulk.{kind}: calls that are not done", LIMITED_CALLS - found["states"].get("done", 0), 0)
        yield Finding("  share of 429 in %", 100 * refused / (LIMITED_CALLS + refused), 10)
        yield Finding(
            f"  seconds, of {LIMITED_CALLS / LIMIT:g} at best", found["seconds"], 1.25 * LIMITED_CALLS / LIMIT
        )
