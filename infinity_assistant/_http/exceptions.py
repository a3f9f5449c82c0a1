# SPDX-License-Identifier: MIT. Generated from overlays/_http/exceptions.py: edit that file, then run `make generate`.
"""What a failure below HTTP means to the caller."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any, Optional

from infinity_assistant.errors import InfinityAssistantNetworkError, InfinityAssistantTimeoutError


def map_exception(exc: BaseException, *, sent: bool) -> InfinityAssistantNetworkError:
    """The error that `exc` stands for; `sent` says whether a byte of the request may have left."""
    if isinstance(exc, (TimeoutError, socket.timeout)):
        return timeout_error(str(exc) or "no answer in time", sent=sent)
    error = InfinityAssistantNetworkError(_cause(exc))
    error.request_sent, error.retryable = sent, not _is_permanent(exc)
    return error


def timeout_error(message: str, *, sent: bool) -> InfinityAssistantTimeoutError:
    """The error of a deadline that has passed."""
    error = InfinityAssistantTimeoutError(message)
    error.request_sent, error.retryable = sent, True
    return error


def _cause(exc: BaseException) -> str:
    if isinstance(exc, socket.gaierror):
        return f"the host name could not be resolved: {exc.strerror}"
    number = _errno(exc)
    return f"the connection failed: {os.strerror(number) if number else exc or type(exc).__name__}"


def _errno(exc: Optional[BaseException]) -> Optional[int]:
    """Event loops word the same failure in their own way, and several addresses that fail make a group."""
    while exc is not None:
        if isinstance(exc, OSError) and exc.errno and not _is_tls(exc):
            return exc.errno
        exc = next(iter(getattr(exc, "exceptions", ())), exc.__cause__)
    return None


def _is_tls(exc: BaseException) -> bool:
    """The number of a TLS failure is not one of the operating system."""
    ssl: Any = sys.modules.get("ssl")
    return ssl is not None and isinstance(exc, ssl.SSLError)


def _is_permanent(exc: Any) -> bool:
    """A certificate that is not trusted now, or a server that speaks no TLS, will not do better in a second."""
    ssl: Any = sys.modules.get("ssl")
    return _is_tls(exc) and (isinstance(exc, ssl.SSLCertVerificationError) or exc.reason in _WRONG_PROTOCOL)


_WRONG_PROTOCOL = frozenset(
    {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "UNSUPPORTED_PROTOCOL", "NO_PROTOCOLS_AVAILABLE"}
)
