"""The rules as a table in Markdown: `python -m generator.diff.table`."""

from __future__ import annotations

from generator.diff.rules import RULES, Direction, Rule


def format_table() -> str:
    """Write a row for each kind of change; where directions differ, the request comes first."""
    head = "| change | callers | wire |\n|---|---|---|\n"
    return head + "".join(
        f"| {kind.replace('-', ' ')} | {' | '.join(_format_cells(rule))} |\n" for kind, rule in RULES.items()
    )


def _format_cells(rule: Rule) -> list[str]:
    request, response = rule[Direction.REQUEST], rule[Direction.RESPONSE]
    pairs = ((request.callers, response.callers), (request.wire, response.wire))
    return [one.word if one is other else f"{one.word} / {other.word}" for one, other in pairs]


if __name__ == "__main__":
    print(format_table(), end="")
