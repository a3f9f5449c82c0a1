# SPDX-License-Identifier: MIT. Generated from overlays/_http/interception.py: edit that file, then run `make generate`.
"""Whether somebody stands between httpx and the network.

Tools for tests (respx, pytest-httpx, vcr) replace functions of httpx or httpcore. A client with connections of its
own would go past them, and a test would reach the network. So where one of these functions is not the library's own
any more, requests go through httpx.
"""

from __future__ import annotations

import sys

_PLACES = (
    ("httpcore", "ConnectionPool", "handle_request"),
    ("httpcore", "AsyncConnectionPool", "handle_async_request"),
    ("httpx", "HTTPTransport", "handle_request"),
    ("httpx", "AsyncHTTPTransport", "handle_async_request"),
    ("httpx", "Client", "_transport_for_url"),
    ("httpx", "AsyncClient", "_transport_for_url"),
)


def is_active() -> bool:
    """Whether requests that httpx would make are being intercepted now."""
    return "httpcore" in sys.modules and any(_is_replaced(*place) for place in _PLACES)


def _is_replaced(library: str, owner: str, method: str) -> bool:
    function = getattr(getattr(sys.modules.get(library), owner, None), method, None)
    return function is not None and not str(getattr(function, "__module__", "")).startswith(library)
