# SPDX-License-Identifier: MIT. Generated from overlays/_http/interception.py: edit that file, then run `make generate`.
"""Whether somebody stands between httpx and the network.

Tools for tests (respx, pytest-httpx, vcr) and for tracing (OpenTelemetry, Sentry) replace functions of httpx or
httpcore. A client with connections of its own would go past them, and a test would reach the network. So where one
of these functions is not the library's own any more, requests go through httpx.
"""

from __future__ import annotations

import sys
from types import FunctionType
from typing import Optional

_METHODS = (
    ("httpcore", "ConnectionPool", "handle_request"),
    ("httpcore", "AsyncConnectionPool", "handle_async_request"),
    ("httpx", "HTTPTransport", "handle_request"),
    ("httpx", "AsyncHTTPTransport", "handle_async_request"),
    ("httpx", "Client", "_transport_for_url"),
    ("httpx", "AsyncClient", "_transport_for_url"),
    ("httpx", "Client", "send"),
    ("httpx", "AsyncClient", "send"),
    # vcrpy 6 and 7 replace these; who puts a class of their own in the place of the client replaces those.
    ("httpx", "Client", "_send_single_request"),
    ("httpx", "AsyncClient", "_send_single_request"),
    ("httpx", "Client", "__init__"),
    ("httpx", "AsyncClient", "__init__"),
)
_FAMILIES = (("httpx", "httpcore", ""), ("httpx2", "httpcore2", "2"))


def is_active() -> bool:
    """Return whether requests that httpx would make are being intercepted now."""
    return find_family() is not None


def find_family() -> Optional[str]:
    """Return the library whose requests are being intercepted now: `httpx`, `httpx2` or none."""
    for family, core, suffix in _FAMILIES:
        # Either may be there alone: httpx imports httpcore when it makes its first client.
        if (core in sys.modules or family in sys.modules) and _is_intercepted(suffix):
            return family
    return None


def _is_intercepted(suffix: str) -> bool:
    return any(_is_replaced(library + suffix, owner, method) for library, owner, method in _METHODS)


def _is_replaced(library: str, owner: str, method: str) -> bool:
    function = getattr(getattr(sys.modules.get(library), owner, None), method, None)
    return function is not None and not _is_own(function, library)


def _is_own(function: object, library: str) -> bool:
    """Ask for the module that the code was defined in: `functools.wraps` and wrapt copy `__module__`, not this.

    wrapt's objects also pass `isinstance`. The name of the code's file would be relative in a bundle.
    """
    if type(function) is not FunctionType:
        return False
    return str(function.__globals__.get("__name__")).partition(".")[0] == library
