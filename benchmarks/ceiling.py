"""Shows that the server is not what is measured: what it spends on a response, and how many it could give."""

from __future__ import annotations

import time
from dataclasses import dataclass

from benchmarks.processes import Server, worker
from benchmarks.rows import STREAMS, by
from benchmarks.scenarios import Contender

PROBES = (
    Contender("calls, answers of 1 KB", by("socket", "chat"), "size=1024", 2000),
    Contender("events, in streams of 10,000", by("socket", "events"), "events=10000", 20, 10_000),
    Contender("streams of 20 events, 100 at once", by("socket", "async_streams_100"), STREAMS, 1000),
)


@dataclass(frozen=True)
class Ceiling:
    """What the server can do: its CPU seconds for one unit, and units a second with one bare client."""

    label: str
    server_cpu: float
    per_second: float


def measure_ceiling(server: Server, quick: bool = False) -> list[Ceiling]:
    """Drive the server by bare sockets."""
    return [_probe(server, probe, max(1, probe.count // 10) if quick else probe.count) for probe in PROBES]


def _probe(server: Server, probe: Contender, count: int) -> Ceiling:
    with worker(probe.target, f"{server.origin}/{probe.wants}/api") as ready:
        ready.round(1)
        used, began = server.cpu(), time.perf_counter()
        ready.round(count)
        wall, used = time.perf_counter() - began, server.cpu() - used
    units = count * probe.each
    return Ceiling(probe.label, used / units, units / wall)
