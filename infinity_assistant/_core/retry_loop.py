# SPDX-License-Identifier: MIT. Generated from overlays/_core/async_retry_loop.py: edit that file, then run `make generate`.
"""Again, where that helps."""

from __future__ import annotations

from typing import Any, Callable

from infinity_assistant._core.retry_state import RetryState
from infinity_assistant._http.network import sleep
from infinity_assistant.errors import InfinityAssistantError


def run_with_retries(attempt: Callable[[], Any], state: RetryState) -> Any:
    """Return what `attempt` returns, the first time it does not fail; `state` says whether there is another time."""
    while True:
        state.start_attempt()
        try:
            return attempt()
        except InfinityAssistantError as error:
            wait = state.record_failure(error)
            if wait is None:
                raise
        sleep(wait)
