"""The text of the pull request: the version, what is left to do by hand, and the difference."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diff.change import Report
from generator.diff.report import markdown
from generator.release.changelog import MIGRATION, UNRELEASED
from generator.release.plan import CHANGELOG, Plan


def body(found: Report, planned: Plan, facade: Sequence[str]) -> str:
    """The text, in Markdown. `found` is the difference with the commit before, `planned` the release that it makes."""
    parts = [f"# {planned.version}", _verdict(planned)]
    if facade:
        parts += ["## To do in the hand-written layer", "\n\n".join(_item(problem) for problem in facade)]
    if planned.unexplained:
        where = f"Write how to follow, in `{CHANGELOG}` under `## {UNRELEASED}`, `### {MIGRATION}`:"
        parts += ["## Migration notes that are missing", where, _fenced(planned.missing_notes)]
    parts += ["## What changed", markdown(found).strip(), "## The entry in the changelog", planned.entry]
    return "\n\n".join(parts) + "\n"


def _verdict(planned: Plan) -> str:
    return (
        f"From {planned.base}, compared with `{planned.since}`. "
        f"For callers: {planned.report.callers.word}; on the wire: {planned.report.wire.word}."
    )


def _item(problem: str) -> str:
    """One thing to do: the sentence as an item, the code as a block."""
    sentence, *code = problem.split("\n\n", 1)
    return f"- [ ] {sentence}" + "".join(f"\n\n{_fenced(block)}" for block in code)


def _fenced(code: str) -> str:
    fence = "````" if "```" in code else "```"
    return f"{fence}\n{code}\n{fence}"
