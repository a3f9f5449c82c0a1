"""What was found, and what is allowed."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """A figure, and the most that it may be."""

    what: str
    found: float
    allowed: float

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.found <= self.allowed

    def __str__(self) -> str:
        return f"{self.what:<64} {self.found:10.6g}   <= {self.allowed:<8.6g} {'' if self.holds else 'MISSED'}".rstrip()
