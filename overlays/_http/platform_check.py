# SPDX-License-Identifier: MIT
"""Platforms that have no connections of their own: WebAssembly in a browser, or in Node."""

from __future__ import annotations

import sys

from infinity_assistant.errors import InfinityAssistantNetworkError

_PLATFORM = sys.platform
_WITHOUT_SOCKETS = frozenset({"emscripten", "wasi"})


def check_sockets(peer: str) -> None:
    """Let a connection to `peer` be opened where there are sockets.

    Each call to the sockets of Pyodide fails in a way of its own, or seems to succeed and then never brings anything.

    Raises:
        InfinityAssistantNetworkError: There are none. Another attempt would fail as well.
    """
    if _PLATFORM not in _WITHOUT_SOCKETS:
        return
    error = InfinityAssistantNetworkError(
        f"could not connect to {peer}: Python on {_PLATFORM} (WebAssembly, as in Pyodide) has no sockets and no TLS;"
        " give an httpx client that sends requests another way as http_client=: that of Pyodide's own httpx does"
    )
    error.retryable = False
    error.request_sent, error.applied = False, False
    raise error
