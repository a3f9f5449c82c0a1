# SPDX-License-Identifier: MIT
"""Waits that somebody else can end."""

from __future__ import annotations

import time
from typing import Any, Optional

from infinity_assistant._http.async_event import make_event
from infinity_assistant._http.async_network import sleep
from infinity_assistant._http.interruption import Interruption


async def pause(seconds: float, interruption: Optional[Interruption]) -> None:
    """Wait for so long. Raises what `interruption` raises when it is set meanwhile."""
    if interruption is None:
        await sleep(seconds)
        return
    event = make_event()
    with interruption.waking(event.set):
        try:
            await event.wait(time.monotonic() + seconds, "")
        except TimeoutError:
            pass


def wait_for(event: Any, deadline: float, complaint: str, interruption: Optional[Interruption]) -> Any:
    """Wait for an event. It is no coroutine itself, so that in a crowd each call has one less.

    Raises:
        TimeoutError: The deadline passed first; `complaint` is its text.
        InfinityAssistantNetworkError: The call was given up.
    """
    if interruption is None:
        return event.wait(deadline, complaint)
    return _wait_or_give_up(event, deadline, complaint, interruption)


async def _wait_or_give_up(event: Any, deadline: float, complaint: str, interruption: Interruption) -> None:
    with interruption.waking(event.set):
        await event.wait(deadline, complaint)
