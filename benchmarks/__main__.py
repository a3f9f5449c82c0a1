"""Runs the measurements: ``python -m benchmarks --only chat-sync --rounds 5``."""

from __future__ import annotations

import argparse
import compileall
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import chart, peers, pictures, report
from benchmarks.ceiling import measure_ceiling
from benchmarks.measure import Outcome, run
from benchmarks.processes import server
from benchmarks.rows import SCENARIOS
from benchmarks.scenarios import SDK, Scenario

RESULTS = Path(__file__).parent / "results"
PACKAGE = Path(__file__).parents[1] / "infinity_assistant"


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("with_whom", nargs="?", choices=["peers"], help="install other SDKs, each apart, and compare")
    parser.add_argument("--only", default="", help="names of rows, with commas between them; without it, all")
    parser.add_argument("--rounds", type=int, default=7, help="how many times each contender has its turn (7)")
    parser.add_argument("--quick", action="store_true", help="a tenth of the work: shows that all runs, not how fast")
    parser.add_argument("--name", default="", help="what the files of the results are called (latest, or peers)")
    parser.add_argument("--output", type=Path, default=RESULTS, help="the folder of the results")
    parser.add_argument("--list", action="store_true", help="name the rows")
    return parser.parse_args(argv)


def chosen(rows: Sequence[Scenario], only: str) -> list[Scenario]:
    """Return the rows whose names stand in `only`, or all."""
    names = [name for name in only.split(",") if name]
    unknown = set(names) - {row.name for row in rows}
    if unknown:
        raise SystemExit(f"no such row: {', '.join(sorted(unknown))}; --list names them")
    return [row for row in rows if row.name in names or not names]


def charts(outcomes: Sequence[Outcome], folder: Path, name: str) -> None:
    """Draw a row of bars for each scenario that compares contenders."""
    for outcome in outcomes:
        if outcome.scenario.grows or SDK not in outcome.rounds:
            continue
        values = {label: outcome.spread(label, "cpu").median for label in outcome.rounds}
        title = f"CPU for each {outcome.scenario.unit}: {outcome.scenario.title.replace('`', '')}"
        (folder / f"{name}-{outcome.scenario.name}.svg").write_text(chart.bars(title, values, SDK), "utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and write what was found."""
    options = arguments(argv)
    rows = chosen(peers.rows() if options.with_whom else SCENARIOS, options.only)
    if options.list:
        print("\n".join(f"{row.name:20} {row.title}" for row in rows))
        return 0
    # pip compiles what it installs. Without this, a cold start would compile what was edited since.
    compileall.compile_dir(PACKAGE, quiet=1)
    outcomes = []
    with server() as running:
        ceilings = measure_ceiling(running, options.quick)
        for row in rows:
            print(f"{row.name} …", file=sys.stderr, flush=True)
            outcomes.append(run(row, running.origin, options.rounds, options.quick))
    where, name = report.machine(), options.name or options.with_whom or "latest"
    text = report.markdown(outcomes, ceilings, where)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / f"{name}.md").write_text(text, "utf-8")
    (options.output / f"{name}.json").write_text(report.as_json(outcomes, ceilings, where), "utf-8")
    charts(outcomes, options.output, name)
    if options.output == RESULTS and not options.quick:
        pictures.write(RESULTS)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
