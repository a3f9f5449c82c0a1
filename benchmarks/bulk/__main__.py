"""Runs the checks: ``python -m benchmarks.bulk [kills|memory|quota|gateway|plan ...]``; the exit code tells a miss."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.bulk import kills, limits, memory, plan

CHECKS = {
    "kills": kills.measure,
    "memory": memory.measure,
    "quota": limits.measure_quota,
    "gateway": limits.measure_gateway,
    "plan": plan.measure,
}


def main(names: list[str]) -> int:
    """Run checks, and print what each has found."""
    unknown = set(names) - set(CHECKS)
    if unknown:
        raise SystemExit(f"no such check: {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}")
    missed = 0
    for name in names or CHECKS:
        print(f"{name}:", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            for finding in CHECKS[name](Path(folder)):
                print(f"  {finding}", flush=True)
                missed += not finding.holds
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
