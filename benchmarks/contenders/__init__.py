"""The same work done by different means: one module for each library, one context manager for each kind of work.

Each takes the base URL and yields a function of the number of units to do, which returns how many were done as they
should be. A worker imports only the module that it measures.
"""

from __future__ import annotations

import sys

MESSAGE = "What is the capital of France?"
CONVERSATION = "conv_1795343176488_5o6u5wzwmzp"
QUESTION = {"message": MESSAGE, "conversationId": CONVERSATION}
KEY = "ia_benchmark_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
HEADERS = {"x-api-key": KEY}
CHUNK = b"event: chunk"
PATIENCE = 120.0  # seconds, so that a slow contender shows its cost and not a timeout


def without_extras() -> None:
    """Measure the package as it is installed by default, whatever else this environment has."""
    sys.modules["msgspec"] = None  # type: ignore[assignment]
