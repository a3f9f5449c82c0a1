"""Says where the CPU time of a contender goes: ``python -m benchmarks.profile by_sdk:chat --seconds 10``.

A timer of CPU time stops the process now and then, and what runs at that moment is counted. Unlike a tracing profiler
it costs small functions no more than large ones. What is written in C counts for the Python function that called it.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Callable

from benchmarks.cores import client_cores, pin
from benchmarks.processes import ROOT, server
from benchmarks.worker import find

EVERY = 0.001  # seconds; the kernel makes of it what its clock allows


def place(path: str, function: str) -> str:
    """Return module and function of a file: of this package, of the standard library or of a site-package."""
    file = Path(path)
    alone = ROOT in file.parents or file.parent.name.startswith("python3")
    return f"{file.stem}.{function}" if alone else f"{file.parent.name or 'made'}.{file.stem}.{function}"


def sample(work: Callable[[], Any]) -> Counter[str]:
    """Do the work, and return how often each place was met."""
    met: Counter[str] = Counter()

    def note(_: int, frame: FrameType | None) -> None:
        if frame is not None:
            met[place(frame.f_code.co_filename, frame.f_code.co_name)] += 1

    before = signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return met


def modules(met: Counter[str]) -> Counter[str]:
    """Return the shares of whole modules, and of whole packages of others."""
    whole: Counter[str] = Counter()
    for name, count in met.items():
        whole[name.partition(".")[0]] += count
    return whole


def table(met: Counter[str], least: float = 0.01) -> str:
    """Return the shares in falling order, those below `least` in one line."""
    whole = sum(met.values())
    shown = [(name, count) for name, count in met.most_common() if count >= least * whole]
    rest = whole - sum(count for _, count in shown)
    return "\n".join(f"{count / whole:6.1%}  {name}" for name, count in [*shown, ("everything else", rest)])


def work(contender: Any, seconds: float, count: int) -> Counter[str]:
    """Open a contender, warm it up, and sample what it does in so many seconds."""
    if hasattr(contender, "__aenter__"):
        loop = asyncio.new_event_loop()
        run = loop.run_until_complete(contender.__aenter__())
        try:
            return repeat(lambda: loop.run_until_complete(run(count)), seconds)
        finally:
            loop.run_until_complete(contender.__aexit__(None, None, None))
            loop.close()
    with contender as run:
        return repeat(lambda: run(count), seconds)


def repeat(work: Callable[[], Any], seconds: float) -> Counter[str]:
    """Sample the work while it is done again and again."""
    work()
    end = time.monotonic() + seconds

    def again() -> None:
        while time.monotonic() < end:
            work()

    return sample(again)


def main(argv: Sequence[str] | None = None) -> int:
    """Sample one contender against the server, and print the shares."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description=__doc__)
    parser.add_argument("contender", help="module and function below benchmarks.contenders: by_sdk:chat")
    parser.add_argument("--wants", default="size=1024", help="what the server shall send (size=1024)")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--count", type=int, default=100, help="units in one go (100)")
    options = parser.parse_args(argv)
    pin(client_cores())
    with server() as running:
        contender = find(f"benchmarks.contenders.{options.contender}")(f"{running.origin}/{options.wants}/api")
        met = work(contender, options.seconds, options.count)
        print(f"{table(modules(met))}\n\n{table(met)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
