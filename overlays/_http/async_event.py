# SPDX-License-Identifier: MIT
"""Something that a task waits for, whoever wakes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Union

from infinity_assistant._http.asyncio_event import AsyncioEvent
from infinity_assistant._http.event_loops import find_asyncio_loop

if TYPE_CHECKING:
    from infinity_assistant._http.trio_event import TrioEvent


def make_event() -> Union[AsyncioEvent, TrioEvent]:
    """Return an event for the calling task."""
    loop = find_asyncio_loop()
    if loop is not None:
        return AsyncioEvent(loop)
    from infinity_assistant._http.trio_event import TrioEvent

    return TrioEvent()
