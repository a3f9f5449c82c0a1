# SPDX-License-Identifier: MIT
"""Again, where that helps."""

from __future__ import annotations

from typing import Any, Callable

from infinity_assistant._core.retry_state import RetryState
from infinity_assistant._http.async_network import sleep
from infinity_assistant.errors import InfinityAssistantError


async def run_with_retries(attempt: Callable[[], Any], state: RetryState) -> Any:
    """Return what `attempt` returns, the first time it does not fail; `state` says whether there is another time."""
    while True:
        state.start_attempt()
        try:
            return await attempt()
        except InfinityAssistantError as error:
            wait = state.record_failure(error)
            if wait is None:
                raise
        await sleep(wait)
