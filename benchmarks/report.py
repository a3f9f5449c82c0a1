"""Writes what was measured: for people as Markdown, for programs as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.ceiling import Ceiling
from benchmarks.measure import MEMORY, TIMES, Outcome, Spread
from benchmarks.verdict import Verdict, verdicts

LIBRARIES = ("httpx", "httpcore", "h11", "aiohttp", "httptools", "attrs", "orjson", "msgspec")
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))


def machine() -> dict[str, Any]:
    """Describe where and when this runs."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "cpu": models[0] if models else platform.processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "libraries": {name: found for name in LIBRARIES if (found := _version(name))},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def seconds(value: float) -> str:
    """Write a time in the unit that suits it; no clock tells less than a nanosecond."""
    if abs(value) < 1e-12:
        return "0 s"
    factor, unit = next(((factor, unit) for factor, unit in UNITS if abs(value) >= factor), UNITS[-1])
    return f"{value / factor:.3g} {unit}"


def write_figure(value: float, kind: str) -> str:
    """Write a figure as its kind wants it."""
    if kind in ("seconds", "cpu", "wall"):
        return seconds(value)
    if kind in ("bytes", "peak", "grown"):
        return f"{value / 1e6:.1f} MB"
    return f"{value:.2f}"


def spread(values: Spread, kind: str) -> str:
    """Write a median with its least and its most."""
    return (
        f"{write_figure(values.median, kind)} ({write_figure(values.least, kind)} – {write_figure(values.most, kind)})"
    )


def table(head: list[str], rows: Iterator[list[str]] | list[list[str]]) -> str:
    """Lay out a Markdown table."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, ["---"] * len(head), *rows])


def markdown(outcomes: list[Outcome], ceilings: list[Ceiling], where: dict[str, Any]) -> str:
    """Return the report for people."""
    libraries = ", ".join(f"{name} {number}" for name, number in where["libraries"].items())
    facts = [where["date"], f"{where['cpu']}, {where['cores']} cores", where["system"], where["python"], libraries]
    parts = [
        "# Measured",
        " · ".join(facts),
        f"Load of the machine at the end: {where['load']}. Medians of interleaved rounds, with least and most.",
        *_expect(outcomes),
        *(part for outcome in outcomes for part in (f"## {outcome.scenario.title}", _details(outcome))),
        "## The server's own ceiling",
        table(["what", "server CPU for one", "one bare client, each second"], map(_write_ceiling, ceilings)),
    ]
    return "\n\n".join(parts) + "\n"


def _expect(outcomes: list[Outcome]) -> list[str]:
    rows = [_verdict(verdict) for outcome in outcomes for verdict in verdicts(outcome)]
    head = ["what", "measure", "found", "allowed", "holds"]
    return ["## Expected and found", table(head, rows)] if rows else []


def _verdict(verdict: Verdict) -> list[str]:
    found, allowed = spread(verdict.measured, verdict.kind), write_figure(verdict.allowed, verdict.kind)
    return [verdict.what, verdict.measure, found, f"≤ {allowed}", "yes" if verdict.holds else "**no**"]


def _details(outcome: Outcome) -> str:
    head = [f"each {outcome.scenario.unit}", "CPU", "ratio of CPU", "wall", "ratio of wall", "peak", "grown", "lost"]
    return table(head, (_contender(outcome, label) for label in outcome.rounds))


def _contender(outcome: Outcome, label: str) -> list[str]:
    times = [text for measure in TIMES for text in _time(outcome, label, measure)]
    memory = [_memory(outcome, label, measure) for measure in MEMORY]
    return [label, *times, *memory, str(outcome.lost(label))]


def _time(outcome: Outcome, label: str, measure: str) -> list[str]:
    return [spread(outcome.spread(label, measure), measure), _ratio(outcome, label, measure)]


def _memory(outcome: Outcome, label: str, measure: str) -> str:
    known = measure in outcome.measures(label)
    return write_figure(outcome.spread(label, measure).median, measure) if known else "–"


def _ratio(outcome: Outcome, label: str, measure: str) -> str:
    ratio = outcome.ratio(label, measure)
    return f"{ratio.median:.2f}" if ratio else "–"


def _write_ceiling(found: Ceiling) -> list[str]:
    return [found.label, seconds(found.server_cpu), f"{found.per_second:,.0f}"]


def _medians(outcome: Outcome, label: str) -> dict[str, float]:
    return {measure: outcome.spread(label, measure).median for measure in outcome.measures(label)}


def as_json(outcomes: list[Outcome], ceilings: list[Ceiling], where: dict[str, Any]) -> str:
    """Return the report for programs: every round of every contender."""
    measured = [
        {
            "name": outcome.scenario.name,
            "title": outcome.scenario.title,
            "unit": outcome.scenario.unit,
            "baseline": outcome.baseline,
            "medians": {label: _medians(outcome, label) for label in outcome.rounds},
            "verdicts": [{**asdict(verdict), "holds": verdict.holds} for verdict in verdicts(outcome)],
            "rounds": outcome.rounds,
        }
        for outcome in outcomes
    ]
    found = {"machine": where, "ceilings": [asdict(ceiling) for ceiling in ceilings], "scenarios": measured}
    return json.dumps(found, indent=1) + "\n"
