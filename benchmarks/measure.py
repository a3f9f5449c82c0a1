"""Takes turns: A B C, A B C, …, so that what disturbs the machine for a while disturbs all of them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from statistics import median
from typing import Any, Callable

from benchmarks.processes import program, worker
from benchmarks.scenarios import Contender, Scenario

TIMES = ("cpu", "wall")
MEMORY = ("peak", "grown")
Round = dict[str, float]


@dataclass(frozen=True)
class Spread:
    """What several rounds came to."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        """Sum up `values`."""
        return cls(median(values), min(values), max(values))


@dataclass(frozen=True)
class Outcome:
    """What a scenario came to: the rounds of each contender, in turn."""

    scenario: Scenario
    rounds: dict[str, list[Round]]

    @property
    def baseline(self) -> str:
        """The contender that the others are compared with."""
        return self.scenario.contenders[0].label

    def measures(self, label: str) -> list[str]:
        """Name what was measured of a contender."""
        return [measure for measure in (*TIMES, *MEMORY) if measure in self.rounds[label][0]]

    def spread(self, label: str, measure: str) -> Spread:
        """Sum up one measure of one contender."""
        return Spread.of([taken[measure] for taken in self.rounds[label]])

    def ratio(self, label: str, measure: str) -> Spread | None:
        """Compare a contender with the baseline, round by round; None if the baseline used nothing."""
        pairs = list(zip(self.rounds[label], self.rounds[self.baseline], strict=True))
        if any(base[measure] <= 0 for _, base in pairs):
            return None
        return Spread.of([taken[measure] / base[measure] for taken, base in pairs])

    def beyond(self, label: str, measure: str) -> Spread:
        """Subtract the baseline from a contender, round by round."""
        pairs = zip(self.rounds[label], self.rounds[self.baseline], strict=True)
        return Spread.of([taken[measure] - base[measure] for taken, base in pairs])

    def lost(self, label: str) -> int:
        """Return how many units were not done as they should be."""
        return int(sum(taken["lost"] for taken in self.rounds[label]))


def per_unit(taken: dict[str, Any], contender: Contender, count: int) -> Round:
    """Divide what a round took by what it did: seconds for each unit, memory as it is."""
    units = count * contender.each
    return {
        **{measure: taken[measure] / units for measure in TIMES},
        **{measure: taken[measure] for measure in MEMORY if measure in taken},
        "lost": count - taken["done"],
    }


Turn = Callable[[int], dict[str, Any]]


def run(scenario: Scenario, origin: str, rounds: int, quick: bool = False) -> Outcome:
    """Measure a scenario on the server at `origin`."""
    contenders = scenario.contenders[:-2] if quick and scenario.grows else scenario.contenders
    taken: dict[str, list[Round]] = {contender.label: [] for contender in contenders}
    with contextlib.ExitStack() as stack:
        lasting = () if scenario.fresh else contenders
        waiting = {each.label: stack.enter_context(_ready(scenario, each, origin)) for each in lasting}
        for _ in range(rounds):
            for contender in contenders:
                count = max(1, contender.count // 10) if quick else contender.count
                with contextlib.ExitStack() as alone:
                    turn = waiting.get(contender.label) or alone.enter_context(_ready(scenario, contender, origin))
                    taken[contender.label].append(per_unit(turn(count), contender, count))
    return Outcome(scenario, taken)


@contextlib.contextmanager
def _ready(scenario: Scenario, contender: Contender, origin: str) -> Iterator[Turn]:
    """Make a contender ready for its turns. It does one unit first, so that what happens once is not measured."""
    base_url = f"{origin}/{contender.wants}/api"
    if scenario.programs:
        code = contender.target.format(base_url=base_url)
        program(code, contender.python)
        yield lambda count: program(code, contender.python)
        return
    with worker(contender.target, base_url, contender.python) as ready:
        ready.round(1)
        yield ready.round


def slope(sizes: list[float], costs: list[float]) -> float:
    """Return the exponent of a power law through the points, by least squares of the logarithms."""
    xs, ys = [log(size) for size in sizes], [log(cost) for cost in costs]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)
