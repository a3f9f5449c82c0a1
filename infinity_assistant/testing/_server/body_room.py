# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/body_room.py: edit that file, then run `make generate`.
"""How much memory the bodies of all requests under way may take together."""

from __future__ import annotations

MOST_BYTES = 64 * 1024 * 1024


class BodyRoom:
    """Counts bytes in use. Connections of one event loop share it."""

    def __init__(self) -> None:
        self._used = 0

    def take(self, count: int) -> bool:
        """Take room for so many bytes, and return whether there was any."""
        if self._used + count > MOST_BYTES:
            return False
        self._used += count
        return True

    def give_back(self, count: int) -> None:
        """Give room back."""
        self._used -= count
