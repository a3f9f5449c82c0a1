"""Runs one contender in a process of its own, a round whenever it is told to.

    python -m benchmarks.worker benchmarks.contenders.by_httpx:chat http://127.0.0.1:8000/api

It runs under any Python that has the contender installed, so it uses the standard library alone. Each line of standard
input is a number of units; each line of output says as JSON what they took.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any, Callable

from benchmarks.cores import client_cores, pin

STATUS = Path("/proc/self/status")
CLEAR = Path("/proc/self/clear_refs")


def memory() -> dict[str, int]:
    """Return the resident memory of this process and its highest so far, in bytes."""
    if not STATUS.exists():
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return {"resident": peak, "peak": peak}
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines() if ":" in line)
    return {"resident": int(lines["VmRSS"].split()[0]) * 1024, "peak": int(lines["VmHWM"].split()[0]) * 1024}


def forget_peak() -> None:
    """Let the highest memory use start again from what is used now (proc(5), clear_refs)."""
    with contextlib.suppress(OSError):
        CLEAR.write_text("5")


def measure(run: Callable[[int], Any], count: int) -> dict[str, Any]:
    """Run `count` units and return what they took: CPU and wall seconds, memory in bytes, and what was done."""
    gc.collect()
    forget_peak()
    before = memory()
    wall, cpu = time.perf_counter(), time.process_time()
    done = run(count)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    after = memory()
    return {"cpu": cpu, "wall": wall, "peak": after["peak"], "grown": after["peak"] - before["resident"], "done": done}


def find(target: str) -> Callable[[str], Any]:
    """Return the function that ``module:name`` stands for."""
    module, _, name = target.partition(":")
    found: Callable[[str], Any] = getattr(importlib.import_module(module), name)
    return found


def serve(run: Callable[[int], Any]) -> None:
    """Answer each line of input with a measured round."""
    for line in sys.stdin:
        print(json.dumps(measure(run, int(line))), flush=True)


def serve_async(contender: Any) -> None:
    """Serve rounds on one event loop, which stands still between them."""
    with contextlib.closing(asyncio.new_event_loop()) as loop:
        run = loop.run_until_complete(contender.__aenter__())
        try:
            serve(lambda count: loop.run_until_complete(run(count)))
        finally:
            loop.run_until_complete(contender.__aexit__(None, None, None))


def main(target: str, base_url: str) -> None:
    """Open the contender and wait for rounds, apart from the core of the server when there is another."""
    pin(client_cores())
    contender: Any = find(target)(base_url)
    if hasattr(contender, "__aenter__"):
        serve_async(contender)
    else:
        with contender as run:
            serve(run)


if __name__ == "__main__":
    main(*sys.argv[1:])
