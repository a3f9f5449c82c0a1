# SPDX-License-Identifier: MIT
"""Warnings of a client that shows its key to whoever listens. Each is given once."""

from __future__ import annotations

import sys
import warnings
from typing import Any, Set

from infinity_assistant._http.origin import Origin

_PACKAGE = __name__.partition(".")[0]
_warned: Set[str] = set()


def warn_if_exposed(origin: Origin, *, has_key: bool) -> None:
    """Warn of an API key that travels in clear text."""
    if has_key and not origin.is_secure and not _is_loopback(origin.host):
        _warn_once(f"the API key travels in clear text to {origin}: use https, or no key")


def warn_if_unverified(ssl_context: Any) -> None:
    """Warn of TLS settings that let anybody be the service."""
    if getattr(ssl_context, "verify_mode", None) == 0:  # ssl.CERT_NONE, without the import of ssl
        _warn_once("the ssl_context verifies no certificate, so anybody in between can read and change everything")


def _is_loopback(host: str) -> bool:
    if host.startswith("127.") and host.replace(".", "").isdigit():
        return True  # A name may begin so, too; ipaddress would have to be imported.
    return host == "::1" or host.rstrip(".").rpartition(".")[2] == "localhost"


def _warn_once(message: str) -> None:
    if message in _warned:
        return
    _warned.add(message)
    warnings.warn(message, UserWarning, stacklevel=_levels_to_caller())


def _levels_to_caller() -> int:
    """Return how far up the stack, seen from `_warn_once`, the code stands that uses this package."""
    frame = sys._getframe(1)
    level = 1
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == _PACKAGE:
        frame = frame.f_back
        level += 1
    return level
