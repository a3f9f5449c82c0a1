"""Whether the pages and the tour show every operation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from generator.facade.api_functions import ApiFunction

TABLE = "docs/operations.md"
TOUR = "examples/tour.py"


def find_missing_on_pages(root: Path, functions: Mapping[str, ApiFunction], left_out: Collection[str]) -> Iterator[str]:
    """Name what the table of operations and the tour lack; a project without them lacks nothing."""
    for name, function in functions.items():
        if name in left_out:
            continue
        if (root / TABLE).is_file() and f"`{name}(" not in (root / TABLE).read_text(encoding="utf-8"):
            yield f"{TABLE}: the table of operations lacks {name}: add\n\n`{_spell(function)}`"
        if (root / TOUR).is_file() and f".{name}(" not in (root / TOUR).read_text(encoding="utf-8"):
            yield f"{TOUR}: no scene shows {name}: call client.{_spell(function)} in one, and say what it is to respond"


def _spell(function: ApiFunction) -> str:
    """Return a call as the table writes it: what follows a `*` is a keyword."""
    required = [argument.name for argument in function.arguments.values() if argument.required]
    optional = [argument.name for argument in function.arguments.values() if not argument.required]
    return f"{function.name}({', '.join([*required, *(['*', *optional] if optional else [])])})"
