"""One difference, and how much it matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum


class Level(IntEnum):
    """How much a difference matters, in the order of concern."""

    NONE = 0
    ADDITIVE = 1
    BREAKING = 2

    @property
    def word(self) -> str:
        """The level as it is written in reports."""
        return self.name.lower()


@dataclass(frozen=True)
class Change:
    """A difference between two contracts or two packages.

    `place` names it for people and for migration notes: `chat`, `chat.mode`, `ChatResponse.messageId`. `callers` says
    what it does to code that uses the package, `wire` what it does to a package that is already deployed. `covers`
    are the places of the Python surface that follow from it.
    """

    place: str
    kind: str
    text: str
    callers: Level
    wire: Level
    operations: tuple[str, ...] = ()
    covers: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def level(self) -> Level:
        """The worse of both views."""
        return max(self.callers, self.wire)


@dataclass(frozen=True)
class Report:
    """Everything that changed, the worst first."""

    contract: tuple[Change, ...] = ()
    surface: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the contract, then those of the surface that do not follow from them."""
        return (*self.contract, *self.surface)

    @property
    def callers(self) -> Level:
        """The worst that code which uses the package has to expect."""
        return _find_worst(change.callers for change in self.changes)

    @property
    def wire(self) -> Level:
        """The worst that packages already deployed have to expect."""
        return _find_worst(change.wire for change in self.changes)

    @property
    def level(self) -> Level:
        """The worse of both views."""
        return max(self.callers, self.wire)


def sort_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort the distinct changes, the worst first, then by place."""
    return tuple(sorted(set(changes), key=lambda c: (-c.callers, -c.wire, c.place, c.kind, c.text)))


def _find_worst(levels: Iterable[Level]) -> Level:
    return max(levels, default=Level.NONE)
