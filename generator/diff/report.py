"""The report, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.diff.change import Change, Level, Report

_TITLES = {Level.BREAKING: "Breaking", Level.ADDITIVE: "Additive", Level.NONE: "Without effect"}


def to_markdown(report: Report) -> str:
    """Return the report as Markdown: a verdict, then the changes under the worst that they do to anyone."""
    if not report.changes:
        return "No difference.\n"
    verdict = f"**Callers: {report.callers.word}. Wire: {report.wire.word}.**"
    sections = (*_format_sections("contract", report.contract), *_format_sections("Python", report.surface))
    return "\n\n".join((verdict, *sections)) + "\n"


def to_json(report: Report) -> str:
    """Return the report as JSON, in a stable order."""
    return json.dumps(
        {
            "callers": report.callers.word,
            "wire": report.wire.word,
            "level": report.level.word,
            "contract": [_to_entry(change) for change in report.contract],
            "python": [_to_entry(change) for change in report.surface],
        },
        indent=2,
        ensure_ascii=False,
    )


def format_change(change: Change) -> str:
    """Format one change as a sentence."""
    users = f" ({', '.join(change.operations)})" if change.operations else ""
    return f"`{change.place}`{users} {change.text}"


def _format_sections(title: str, changes: Iterable[Change]) -> Iterator[str]:
    for level in reversed(Level):
        lines = [
            f"- {format_change(c)}. Callers: {c.callers.word}; wire: {c.wire.word}."
            for c in changes
            if c.level == level
        ]
        if lines:
            yield f"### {_TITLES[level]}, {title}\n\n" + "\n".join(lines)


def _to_entry(change: Change) -> dict[str, object]:
    return {
        "place": change.place,
        "kind": change.kind,
        "text": change.text,
        "callers": change.callers.word,
        "wire": change.wire.word,
        "operations": list(change.operations),
    }
