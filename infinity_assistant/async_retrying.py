# SPDX-License-Identifier: MIT. Generated from overlays/async_retrying.py: edit that file, then run `make generate`.
"""Again, where that helps."""

from __future__ import annotations

from typing import Any, Callable

from infinity_assistant.async_net import sleep
from infinity_assistant.errors import InfinityAssistantError
from infinity_assistant.tries import Tries


async def retrying(attempt: Callable[[], Any], tries: Tries) -> Any:
    """Return what `attempt` returns, the first time it does not fail; `tries` says whether there is another time."""
    while True:
        tries.begin()
        try:
            return await attempt()
        except InfinityAssistantError as error:
            wait = tries.failed(error)
            if wait is None:
                raise
        await sleep(wait)
