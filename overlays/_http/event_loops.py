# SPDX-License-Identifier: MIT
"""Which library runs the event loop: asyncio, or else trio. No third one is supported."""

from __future__ import annotations

import asyncio
from typing import Optional


def find_asyncio_loop() -> Optional[asyncio.AbstractEventLoop]:
    """Return the loop of asyncio that runs in this thread, or `None`."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
