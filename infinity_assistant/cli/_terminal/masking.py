# SPDX-License-Identifier: MIT. Generated from overlays/cli/_terminal/masking.py: edit that file, then run `make generate`.
"""Keys, made unreadable."""

from __future__ import annotations

import re

_KEY = re.compile(r"\bia_[\w-]{6,}")


def masked(text: str) -> str:
    """Return `text` in which nothing that looks like an API key can be read."""
    return _KEY.sub("ia_***", text)
