# SPDX-License-Identifier: MIT
"""What a failure below HTTP means to the caller."""

from __future__ import annotations

import errno
import os
import re
import socket
import sys
from typing import Any, Dict, Optional, Tuple

from infinity_assistant.errors import InfinityAssistantNetworkError, InfinityAssistantTimeoutError


def map_exception(exc: BaseException, *, sent: bool, peer: str = "") -> InfinityAssistantNetworkError:
    """Return the error that `exc` stands for.

    `sent` says whether a byte of the request may have left, `peer` is the host and port of the other side.
    """
    if isinstance(exc, (TimeoutError, socket.timeout)):
        return make_timeout_error(str(exc) or "no response in time", sent=sent)
    error = InfinityAssistantNetworkError(_describe(exc, sent, peer))
    error.retryable = not _is_permanent(exc)
    return _mark(error, sent)


def make_timeout_error(message: str, *, sent: bool) -> InfinityAssistantTimeoutError:
    """Return the error of a deadline that has passed."""
    error = InfinityAssistantTimeoutError(message)
    error.retryable = True
    _mark(error, sent)
    return error


def is_out_of_files(exc: BaseException) -> bool:
    """Return whether this process, or all of them, have too many files open."""
    cause = _find_numbered(exc)
    return cause is not None and cause.errno in (errno.EMFILE, errno.ENFILE)


def _mark(error: InfinityAssistantNetworkError, sent: bool) -> InfinityAssistantNetworkError:
    error.request_sent = sent
    if not sent:
        error.applied = False
    return error


def _describe(exc: BaseException, sent: bool, peer: str) -> str:
    if isinstance(exc, socket.gaierror):
        host = peer.rpartition(":")[0]
        return f"the host name{host and ' '}{host} could not be resolved: {exc.strerror}"
    if peer and not sent:
        return f"could not connect to {peer}: {_find_reason(exc)}"
    return f"the connection{peer and ' to '}{peer} failed: {_find_reason(exc)}"


def _find_reason(exc: BaseException) -> str:
    if _is_tls(exc):
        return _find_tls_reason(exc)
    cause = _find_numbered(exc)
    if cause is None:
        while getattr(exc, "exceptions", ()):
            exc = exc.exceptions[0]  # type: ignore[attr-defined]
        return str(exc) or type(exc).__name__
    winerror = getattr(cause, "winerror", None)
    return _WINDOWS.get(winerror) or _WORDS.get(cause.errno) or os.strerror(cause.errno)


def _find_numbered(exc: Optional[BaseException]) -> Any:
    """Event loops word the same failure in their own way, and several addresses that fail make a group."""
    while exc is not None and not (isinstance(exc, OSError) and exc.errno and not _is_tls(exc)):
        exc = next(iter(getattr(exc, "exceptions", ())), exc.__cause__)
    return exc


#: Windows has several numbers for each failure of a connection, and its C library words for none of them.
_FAILURES: Dict[str, Tuple[Any, ...]] = {
    "Connection refused": ("ECONNREFUSED", 10061, 1225),
    "Connection reset by peer": ("ECONNRESET", 10054, 64),
    "Connection aborted": ("ECONNABORTED", 10053, 1236),
    "Connection timed out": ("ETIMEDOUT", 10060, 121),
    "Network is unreachable": ("ENETUNREACH", 10051, 1231),
    "No route to host": ("EHOSTUNREACH", 10065, 1232),
    "Network is down": ("ENETDOWN", 10050),
    "Cannot assign requested address": ("EADDRNOTAVAIL", 10049),
    "Permission denied": ("EACCES", 10013),
    "Too many open files": ("EMFILE", 10024),
}
_WORDS = {getattr(errno, names[0], 0): words for words, names in _FAILURES.items()}
_WINDOWS: Dict[Any, str] = {number: words for words, names in _FAILURES.items() for number in names[1:]}


def _is_tls(exc: BaseException) -> bool:
    """Return whether TLS failed: the number of such a failure is not one of the operating system."""
    ssl: Any = sys.modules.get("ssl")
    return ssl is not None and isinstance(exc, ssl.SSLError)


def _find_tls_reason(exc: BaseException) -> str:
    """Return what OpenSSL says, without the line of the C source that said it."""
    return re.sub(r"^\[.*?\] | \(_ssl\.c:\d+\)$", "", str(getattr(exc, "strerror", None) or exc))


def _is_permanent(exc: Any) -> bool:
    """Return whether another attempt would fail as well: a certificate is not trusted, a server speaks no TLS.

    So would what is no failure of the network: an interpreter that shuts down, a system that has no threads.
    """
    if isinstance(exc, (RuntimeError, LookupError, ArithmeticError, ValueError, TypeError, ImportError)):
        return True
    ssl: Any = sys.modules.get("ssl")
    return _is_tls(exc) and (isinstance(exc, ssl.SSLCertVerificationError) or exc.reason in _WRONG_PROTOCOL)


_WRONG_PROTOCOL = frozenset(
    {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "UNSUPPORTED_PROTOCOL", "NO_PROTOCOLS_AVAILABLE"}
)
