"""What a scenario is: contenders that do the same work, and what is expected of the SDK among them."""

from __future__ import annotations

from dataclasses import dataclass, field

SDK = "infinity-assistant"


@dataclass(frozen=True)
class Contender:
    """One way to do the work.

    `target` is a context manager of `benchmarks.contenders`, `wants` the first folder of the base URL, `count` what is
    done in one round, `each` how many units are in one of those, `size` what grows in a row about growth.
    """

    label: str
    target: str
    wants: str = "size=1024"
    count: int = 300
    each: int = 1
    size: int = 0
    python: str = ""


@dataclass(frozen=True)
class Scenario:
    """One row: contenders that take turns, the first of them the baseline.

    `goals` holds the greatest ratio of the SDK to the baseline for each measure, `limits` the greatest value itself,
    beyond the baseline's. With `programs`, targets are Python programs, each run from start to end. With `fresh`, every
    round has a new process, because the connections and the memory of the round before would count.
    """

    name: str
    title: str
    unit: str
    contenders: tuple[Contender, ...]
    goals: dict[str, float] = field(default_factory=dict)
    limits: dict[str, float] = field(default_factory=dict)
    fresh: bool = False
    programs: bool = False

    @property
    def grows(self) -> bool:
        """Whether the contenders are one at several sizes."""
        return any(contender.size for contender in self.contenders)
