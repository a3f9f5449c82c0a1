"""Cuts Markdown at its headings and bullets; what stands in a fenced block is text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"\s*(?:[-*+] +)?(`{3,}|~{3,})")


def split_at(text: str, start: str) -> list[str]:
    """Return the text before the first line that begins with `start`, then what follows each such line's beginning."""
    parts: list[list[str]] = [[]]
    for line, is_code in _split_lines(text):
        if not is_code and re.match(start, line):
            parts.append([re.sub(f"^(?:{start})", "", line)])
        else:
            parts[-1].append(line)
    return ["".join(part) for part in parts]


def _split_lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it stands in a fenced block."""
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence:
            yield line, True
            if mark and line.strip().strip(fence[0]) == "" and mark[1].startswith(fence):
                fence = ""
        else:
            yield line, False
            fence = mark[1] if mark else ""
