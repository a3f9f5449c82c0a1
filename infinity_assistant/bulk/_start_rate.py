# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_start_rate.py: edit that file, then run `make generate`.
"""When calls may begin."""

from __future__ import annotations

import time
from typing import Optional


class StartRate:
    """So many calls begin in a second at most; `None` is no limit."""

    def __init__(self, rate: Optional[float]) -> None:
        self.rate = rate
        self._next = 0.0

    def reserve_start(self) -> float:
        """Reserve the moment at which a call may begin, and return how many seconds away it is."""
        if self.rate is None:
            return 0.0
        now = time.monotonic()
        start = max(self._next, now)
        self._next = start + 1 / self.rate
        return start - now
