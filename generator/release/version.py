"""Semantic versions, and the file that holds ours."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.diff.change import Level, Report
from generator.errors import GeneratorError

_ASSIGNED = re.compile(r'^(__version__ = ")([^"]*)(")', re.MULTILINE)


class Version(NamedTuple):
    """A version as semver.org has it, without labels."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read `1.2.3`. Raises `GeneratorError` for anything else."""
        match = re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", text, re.ASCII)
        if match is None:
            raise GeneratorError(f"{text!r} is not a version such as 1.2.3")
        return cls(*map(int, match.groups()))

    def after(self, level: Level) -> Version:
        """Return the next version after a change of this level. Before 1.0.0, what breaks raises the minor number."""
        if level is Level.BREAKING and self.major:
            return Version(self.major + 1, 0, 0)
        if level is Level.NONE or (level is Level.ADDITIVE and not self.major):
            return self._replace(patch=self.patch + 1)
        return Version(self.major, self.minor + 1, 0)

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


def weigh(report: Report) -> Level:
    """Return what a report means for the version.

    The version speaks to callers. A change that only breaks the wire asks them to upgrade, which is worth more than a
    patch; it does not ask them to change their code.
    """
    return max(report.callers, Level.ADDITIVE if report.wire is Level.BREAKING else Level.NONE)


def read_version(source: str) -> Version:
    """Read the version that a `_version.py` holds."""
    match = _ASSIGNED.search(source)
    if match is None:
        raise GeneratorError('_version.py has no line __version__ = "…"')
    return Version.parse(match[2])


def replace_version(source: str, version: Version) -> str:
    """Return a `_version.py` with another version in it."""
    read_version(source)
    return _ASSIGNED.sub(rf"\g<1>{version}\g<3>", source)
