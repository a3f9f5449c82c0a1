# SPDX-License-Identifier: MIT
"""Mask keys."""

from __future__ import annotations

import re

_KEY = re.compile(r"\bia_[\w-]{6,}")


def mask_keys(text: str) -> str:
    """Mask everything in `text` that looks like an API key."""
    return _KEY.sub("ia_***", text)
