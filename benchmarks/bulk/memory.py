"""The memory of a job does not grow with its length."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.bulk.goals import Finding
from benchmarks.bulk.programs import JOB, environment, finish
from benchmarks.processes import server

CALLS, MIB, ALLOWED = 100_000, 1 << 20, 64


def measure(folder: Path) -> Iterator[Finding]:
    """Run jobs of many calls in both orders, and with a first call that takes as long as all the others."""
    with server() as running:
        for kind in ("arun", "run"):
            for ordered, slow in ((True, 0), (False, 0), (True, 1)):
                options = {"journal": str(folder / f"{kind}{ordered}{slow}.db"), "ordered": ordered}
                base_url = f"{running.origin}/{'slow=15' if slow else 'size=1024'}/api"
                found = run(kind, CALLS, options, base_url)
                order = "in order" if ordered else "as they come"
                title = f"MiB of bulk.{kind}, {CALLS:,} results {order}{', the first after 15 s' if slow else ''}"
                yield Finding(title, found["grown"] / MIB, ALLOWED)
                yield Finding("  calls that are not done", CALLS - found["states"].get("done", 0), 0)
        again = run("arun", CALLS, {"journal": str(folder / "arunTrue0.db")}, "http://127.0.0.1:1/api")
        yield Finding("MiB of the same once more, without a service", again["grown"] / MIB, ALLOWED)


def run(kind: str, count: int, options: dict[str, Any], base_url: str) -> dict[str, Any]:
    """Run a job, and return what it took."""
    ended = finish([sys.executable, "-c", JOB, kind, str(count), json.dumps(options)], environment(base_url))
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    taken: dict[str, Any] = json.loads(ended.stdout)
    return taken
