"""Starts and stops the other processes of a measurement: the server, and a worker for each contender."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.cores import client_cores, pin_to

ROOT = Path(__file__).parent.parent


class Server:
    """The server in its own process."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    def cpu(self) -> float:
        """Return the CPU seconds that it has used so far."""
        return float(self._stats()["cpu"])

    def count_refused(self) -> int:
        """Return how many calls were beyond a limit so far."""
        return int(self._stats()["refused"])

    def _stats(self) -> dict[str, Any]:
        with urllib.request.urlopen(f"{self.origin}/stats") as response:
            stats: dict[str, Any] = json.load(response)
        return stats


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """Run the server."""
    with _child([sys.executable, "-m", "benchmarks.server"]) as process:
        yield Server(f"http://127.0.0.1:{int(_line(process))}")


class Worker:
    """A contender that waits in its own process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def round(self, count: int) -> dict[str, Any]:
        """Have `count` units done and return what they took."""
        with contextlib.suppress(BrokenPipeError):  # then there is no response either
            print(count, file=self._process.stdin, flush=True)
        result: dict[str, Any] = json.loads(_line(self._process))
        return result


@contextlib.contextmanager
def worker(target: str, base_url: str, python: str = "") -> Iterator[Worker]:
    """Run the contender ``module:function``, under another Python if one is given."""
    with _child([python or sys.executable, "-m", "benchmarks.worker", target, base_url]) as process:
        yield Worker(process)


def program(code: str, python: str = "") -> dict[str, Any]:
    """Run a program from start to end and return what its process took."""
    with pin_to(client_cores()):
        began = time.perf_counter()
        command = [python or sys.executable, "-c", code]
        process = subprocess.Popen(command, cwd=ROOT, env=_compile(), stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"a program failed; its traceback is above:\n{code}")
    return {"cpu": used.ru_utime + used.ru_stime, "wall": wall, "done": 1}


def _compile() -> dict[str, str]:
    """Return an environment in which modules are compiled once, as they are where a package is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextlib.contextmanager
def _child(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.communicate()  # closes its input, which ends it


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"{process.args!r} ended early; its traceback is above")
    return line
