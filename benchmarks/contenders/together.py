"""Doing many things at once, in the same way for every asynchronous contender."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable


async def calls(one: Callable[[], Awaitable[bool]], count: int, width: int) -> int:
    """Make `count` calls, `width` at a time, and return how many succeeded."""

    async def several(number: int) -> int:
        return sum([await one() for _ in range(number)])

    shares = [count // width + (place < count % width) for place in range(width)]
    return sum(await asyncio.gather(*map(several, shares)))


async def streams(one: Callable[[], Awaitable[int]], count: int, width: int, events: int = 20) -> int:
    """Open `count` streams, `width` at a time, and return how many brought all their `events`."""
    whole = 0
    for start in range(0, count, width):
        batch = [one() for _ in range(min(width, count - start))]
        outcomes = await asyncio.gather(*batch, return_exceptions=True)
        lost = [outcome for outcome in outcomes if outcome != events]
        if lost:
            print(f"{len(lost)} streams lost, the first by {lost[0]!r}", file=sys.stderr)
        whole += len(outcomes) - len(lost)
    return whole
