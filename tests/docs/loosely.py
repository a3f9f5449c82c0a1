"""Compare what was printed with what a page shows, where `...` stands for anything."""

from __future__ import annotations

import re


def fits(shown: str, printed: str) -> bool:
    """Whether `printed` is what `shown` says, apart from spaces at the ends of lines and what `...` stands for."""
    pattern = ".*".join(re.escape(part) for part in _tidy(shown).split("..."))
    return re.fullmatch(pattern, _tidy(printed), re.DOTALL) is not None


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
