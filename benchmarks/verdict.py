"""Compares what was measured with what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.measure import Outcome, Spread, slope
from benchmarks.responses import WORDS
from benchmarks.scenarios import SDK

LINEAR = 1.1
"""The greatest exponent that still counts as linear: the rest is noise."""

STEEP = 1.25
"""The same for the steepest step from one size to the next, where there is less to average."""

FLAT = 4 << 20
"""Bytes that the longest stream may need beyond the shortest and its own text, which is kept for whoever is cut off."""


@dataclass(frozen=True)
class Verdict:
    """One expectation: what was measured, what is allowed, and whether that holds."""

    what: str
    measure: str
    measured: Spread
    allowed: float
    kind: str

    @property
    def holds(self) -> bool:
        """Whether the median is within what is allowed."""
        return self.measured.median <= self.allowed


def verdicts(outcome: Outcome) -> list[Verdict]:
    """Return what is to be said of one scenario."""
    return [*_ratios(outcome), *_limits(outcome), *_growth(outcome)]


def _ratios(outcome: Outcome) -> Iterator[Verdict]:
    labels = list(outcome.rounds)[1:] if outcome.scenario.grows else [SDK]
    for measure, allowed in outcome.scenario.goals.items():
        for label in labels:
            ratio = outcome.ratio(label, measure)
            if ratio:
                size = f", {label} to {outcome.baseline}" if outcome.scenario.grows else ""
                yield Verdict(outcome.scenario.title + size, measure, ratio, allowed, "ratio")


def _limits(outcome: Outcome) -> Iterator[Verdict]:
    for measure, allowed in outcome.scenario.limits.items():
        yield Verdict(outcome.scenario.title, measure, outcome.beyond(SDK, measure), allowed, "seconds")


def _growth(outcome: Outcome) -> Iterator[Verdict]:
    if not outcome.scenario.grows or outcome.scenario.goals:
        return
    sizes = [float(contender.size) for contender in outcome.scenario.contenders if contender.label in outcome.rounds]
    rounds = zip(*outcome.rounds.values(), strict=True)
    exponents = [slope(sizes, [taken["cpu"] for taken in row]) for row in rounds]
    yield Verdict(outcome.scenario.title, "cpu", Spread.of(exponents), LINEAR, "exponent")
    costs = [outcome.spread(label, "cpu").median for label in outcome.rounds]
    steps = [slope(sizes[at : at + 2], costs[at : at + 2]) for at in range(len(sizes) - 1)]
    steepest = Spread(max(steps), min(steps), max(steps))
    yield Verdict(outcome.scenario.title + ", steepest step", "cpu", steepest, STEEP, "exponent")
    if outcome.scenario.name == "growing-streams":
        yield _flat(outcome, (sizes[-1] - sizes[0]) * len(WORDS))


def _flat(outcome: Outcome, text: float) -> Verdict:
    first, *_, last = outcome.rounds.values()
    extra = Spread.of([long["peak"] - short["peak"] for short, long in zip(first, last, strict=True)])
    return Verdict(outcome.scenario.title + ", longest beyond shortest", "peak", extra, FLAT + text, "bytes")
