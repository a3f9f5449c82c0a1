# SPDX-License-Identifier: MIT. Generated from overlays/_http/httpx_failures.py: edit that file, then run `make generate`.
"""Which error of ours a failure of httpx stands for."""

from __future__ import annotations

import sys
from typing import Any, Callable, Optional

from infinity_assistant._http.exceptions import make_timeout_error, map_exception
from infinity_assistant._http.http1 import ProtocolError
from infinity_assistant._http.httpx_trace import HttpxTrace
from infinity_assistant.errors import InfinityAssistantProxyError


def map_failure(family: Any, exc: Exception, trace: HttpxTrace, name_proxy: Callable[[], str]) -> Exception:
    """Return the error that `exc`, of the library `family`, stands for. `name_proxy` says what the proxy is, if any."""
    if isinstance(exc, family.RequestError):
        failed: Any = exc
        failed.request = None  # It holds the key.
    if isinstance(exc, family.ProxyError):
        return _make_proxy_error(exc, name_proxy())
    sent = trace.sent if trace.is_heard else not _is_unsent(exc, family)
    if isinstance(exc, (family.TimeoutException, TimeoutError)):
        return make_timeout_error(_describe_timeout(exc, family, sent, name_proxy), sent=sent)
    explained = _explain_protocol(exc)
    cause = _find_ssl_cause(exc) or explained or exc
    proxy = name_proxy()
    # The connection is one to the proxy; TLS goes through it.
    is_tunnelled = proxy and cause is not exc and cause is not explained
    error = map_exception(cause, sent=sent, peer=f"the service through {proxy}" if is_tunnelled else proxy)
    error.__cause__ = explained  # The message of `exc` quotes what the other side sent.
    if trace.is_refused(exc):
        error.applied = False
    return error


def _is_unsent(exc: Exception, family: Any) -> bool:
    return isinstance(exc, (family.ConnectError, family.ConnectTimeout, family.PoolTimeout))


def _describe_timeout(exc: Exception, family: Any, sent: bool, name_proxy: Callable[[], str]) -> str:
    if isinstance(exc, family.PoolTimeout):
        return "no connection of the httpx client came free in time"
    proxy = name_proxy()
    return f"{'no response' if sent else 'could not connect'} in time{proxy and ' through '}{proxy}"


def _explain_protocol(exc: BaseException) -> Optional[BaseException]:
    """Return what broke the protocol without the words of h11 and h2, which quote what the other side sent."""
    while exc.__cause__ is not None:
        exc = exc.__cause__
    source = exc.args[0] if exc.args and not isinstance(exc.args[0], str) else exc
    library = type(source).__module__.partition(".")[0]
    if library == "h2":
        return ProtocolError("the server ended the stream of HTTP/2 without a complete response")
    if library != "h11":
        return None
    if str(exc).startswith("peer closed"):
        return ProtocolError("the connection was closed before the end of the response")
    return ProtocolError("the response is not valid HTTP/1.1")


def _make_proxy_error(exc: Exception, proxy: str) -> InfinityAssistantProxyError:
    status = str(exc)[:3]  # As in "407 Proxy Authentication Required"; SOCKS has no numbers.
    return InfinityAssistantProxyError(
        f"{proxy or 'the proxy'} refused to connect: {exc}", status_code=int(status) if status.isdigit() else None
    )


def _find_ssl_cause(exc: BaseException) -> Optional[BaseException]:
    ssl: Any = sys.modules.get("ssl")
    cause: Optional[BaseException] = exc
    while ssl is not None and cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    return cause if ssl is not None else None
