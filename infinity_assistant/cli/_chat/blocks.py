# SPDX-License-Identifier: MIT. Generated from overlays/cli/_chat/blocks.py: edit that file, then run `make generate`.
"""Find out which part of a Markdown text cannot change any more while the rest is still being written."""

from __future__ import annotations

import re
from typing import Optional, Tuple

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


def split_finished(text: str) -> Tuple[str, str]:
    """Split a text into its finished blocks and the block that is being written.

    A block ends with a blank line, outside of a fence, before a line that is not indented: an indented one may belong
    to an item of a list.
    """
    end, position, was_blank = 0, 0, False
    fence: Optional[str] = None
    for line in text.splitlines(keepends=True):
        if fence is None and was_blank and line[:1].strip():
            end = position
        fence = _follow_fence(fence, line)
        was_blank = not line.strip() and fence is None
        position += len(line)
    return text[:end], text[end:]


def _follow_fence(fence: Optional[str], line: str) -> Optional[str]:
    """Return the fence that is open after a line."""
    found = _FENCE.match(line)
    if fence is None:
        return found[1] if found else None
    closes = found is not None and found[1].startswith(fence) and line.strip() == found[1]
    return None if closes else fence
