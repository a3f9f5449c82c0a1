"""The text of the pull request: the version, what is left to do by hand, and the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diff.change import Report
from generator.diff.report import to_markdown
from generator.regenerate.incoming import Incoming
from generator.release.changelog import MIGRATION, UNRELEASED
from generator.release.plan import CHANGELOG, Plan

#: What a pull request takes, less what the workflow adds.
LIMIT = 65_536 - 4_096


def write_body(found: Report, planned: Plan, facade: Sequence[str], gaps: Sequence[str], incoming: Incoming) -> str:
    """Write the text, in Markdown. `found` is the difference with the last commit, `planned` the release of it."""
    parts = [f"# {planned.version}", _describe_verdict(planned), *_to_do(facade, gaps, incoming)]
    if planned.unexplained:
        where = f"Write how to follow, in `{CHANGELOG}` under `## {UNRELEASED}`, `### {MIGRATION}`:"
        parts += ["## Migration notes that are missing", where, _fence(planned.missing_notes)]
    parts += ["## What changed", to_markdown(found).strip(), "## The entry in the changelog", planned.entry]
    return "\n\n".join(parts) + "\n"


def shorten_body(text: str, limit: int = LIMIT, file: str = "the file that is attached") -> str:
    """Return the text as far as a pull request takes it, cut between lines."""
    if len(text) <= limit:
        return text
    ending = f"\n\nThis is the beginning: the whole text has {len(text)} characters and stands in {file}.\n"
    kept = text[: limit - len(ending) - 8].rpartition("\n")[0]
    return kept + ("\n```" if kept.count("\n```") % 2 else "") + ending


def _to_do(facade: Sequence[str], gaps: Sequence[str], incoming: Incoming) -> Iterator[str]:
    if gaps:
        yield "## To say in the document"
        yield "\n\n".join(_format_item(gap) for gap in gaps)
    if facade:
        yield "## To do in the hand-written layer"
        yield "\n\n".join(_format_item(problem) for problem in facade)
    if incoming.conflicts:
        yield "## To decide: upstream and our contract disagree"
        yield "\n".join(f"- [ ] {conflict}" for conflict in incoming.conflicts)
    if incoming.left_out:
        yield "## Left out, because the generator refuses it"
        yield "\n".join(f"- `{left.place}`: {left.reason}" for left in incoming.left_out)
    if incoming.applied:
        yield "## Taken from upstream"
        yield "\n".join(f"- {change}" for change in incoming.applied)


def _describe_verdict(planned: Plan) -> str:
    return (
        f"From {planned.base}, compared with `{planned.since}`. "
        f"For callers: {planned.report.callers.word}; on the wire: {planned.report.wire.word}."
    )


def _format_item(problem: str) -> str:
    """Format one thing to do: the sentence as an item, the code as a block."""
    sentence, *code = problem.split("\n\n", 1)
    return f"- [ ] {sentence}" + "".join(f"\n\n{_fence(block)}" for block in code)


def _fence(code: str) -> str:
    """Return a block whose fence is longer than any in it."""
    longest = max((len(found) for found in re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{code}\n{fence}"
