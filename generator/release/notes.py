"""Migration notes: what people are told to do about what breaks.

They stand in `CHANGELOG.md` under `## Unreleased`, `### Migration`, one bullet for each change or group of changes:

    - `ChatRequest.mode`: pass `style` instead, with the same values.

The names in backticks before the colon say what the note is about: a change as `diff` names it, or something that it
stands in (`ChatRequest` speaks for each of its fields, `chat` for each of its parameters and responses), or its name
in Python (`chat(mode)`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.diff.change import Change, Level
from generator.errors import GeneratorError
from generator.release.markdown import split_at

_NOTE = re.compile(r"((?:`[^`]+`(?:, | and )?)+): *(\S.*)", re.DOTALL)


@dataclass(frozen=True)
class Note:
    """One migration note."""

    names: frozenset[str]
    text: str

    def speaks_of(self, change: Change) -> bool:
        """Return whether the note is about `change`."""
        pythonic = {cover.partition(".")[2] for cover in change.covers if cover.startswith(("client.", "models."))}
        return any(_holds(name, change.place) or name in pythonic for name in self.names)


def read_notes(section: str) -> tuple[Note, ...]:
    """Read the notes of a section. Raises `GeneratorError` for a bullet that names nothing or says nothing."""
    return tuple(_parse_note(bullet) for bullet in split_at(section, r"[-*] ")[1:])


def find_unexplained(changes: Iterable[Change], notes: Iterable[Note]) -> list[Change]:
    """Find the changes that break callers and that no note speaks of."""
    told = tuple(notes)
    breaking = (change for change in changes if change.callers is Level.BREAKING)
    return [change for change in breaking if not any(note.speaks_of(change) for note in told)]


def _parse_note(bullet: str) -> Note:
    match = _NOTE.fullmatch(bullet.strip())
    if match is None:
        raise GeneratorError(f"a migration note reads - `name`: what to do; found: {bullet.strip()[:80]}")
    return Note(frozenset(re.findall(r"`([^`]+)`", match[1])), match[2].strip())


def _holds(name: str, place: str) -> bool:
    return place == name or (place.startswith(name) and place[len(name)] in ".=([ ")
