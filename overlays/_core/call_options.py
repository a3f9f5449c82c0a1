# SPDX-License-Identifier: MIT
"""What may be said for one call alone, and what for a client or a copy of one."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple

from infinity_assistant._core.options import DEPRECATED, Options
from infinity_assistant._text import suggest
from infinity_assistant.errors import InfinityAssistantUnexpectedArgumentError

#: What belongs to one request and must not be said for many: two requests with one key would count as one.
SINGLE = ("idempotency_key", "extra_body", "extra_query")
HOOKS = ("on_attempt", "on_call")
PER_CALL = ("timeout", "max_retries", "headers", "retry_unsafe", "max_response_bytes", *HOOKS, *SINGLE)
RARE = (
    *("retry_unsafe", "max_response_bytes", "max_event_bytes", "drift_warnings", "remember_quota", "telemetry"),
    *HOOKS,
)
PER_COPY = ("api_key", "headers", "timeout", "max_retries", "retry_delay", *RARE)
PER_CLIENT = (
    *("api_key", "base_url", "timeout", "max_retries", "retry_delay", "default_headers", "http_client", "ssl_context"),
    *("max_connections", "trust_store"),
    *RARE,
)

_PROXY = "give an httpx client with that proxy as http_client=, or set HTTPS_PROXY"
#: What other clients call it, and what to do here.
_ELSEWHERE = {
    "proxy": _PROXY,
    "proxies": _PROXY,
    "verify": "give an ssl.SSLContext as ssl_context=, or an httpx client as http_client=",
    "cert": "give an ssl.SSLContext that holds the certificate as ssl_context=",
    "transport": "give an httpx client with that transport as http_client=",
    "cookies": "give headers, or an httpx client as http_client=",
    "max_tries": "give max_retries=, which counts the attempts after the first",
}


def split_options(given: Mapping[str, Any]) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    """Tell options of a call from arguments of its operation.

    What makes tools of functions (LangChain, MCP) hands over what stands behind `**options` by that name: a mapping,
    or nothing.
    """
    if "options" in given and isinstance(given["options"], (Mapping, type(None))):
        given = {**(given["options"] or {}), **{name: value for name, value in given.items() if name != "options"}}
    options = {name: value for name, value in given.items() if name in PER_CALL}
    return options, {name: value for name, value in given.items() if name not in PER_CALL}


def merge_options(options: Options, changes: Dict[str, Any]) -> Options:
    """Return `options` with `changes`, where `headers` are added to those that are there."""
    headers: Optional[Mapping[str, str]] = changes.pop("headers", None)
    changed = options.replace(**changes) if changes else options
    return changed.with_headers(headers)


def bind_call(make: Callable[..., Any], method: Any, arguments: Dict[str, Any]) -> Any:
    """Make a call of an operation. `method` is what the caller called, and knows its own keywords.

    Raises:
        InfinityAssistantUnexpectedArgumentError: The operation does not have such a keyword.
    """
    taken = _list_parameters(make)
    for name in arguments:
        if name not in taken:
            known = [*(_list_parameters(method) if method is not None else taken), *PER_CALL]
            raise make_unexpected_argument_error(f"{make.__name__}()", name, known)
    return make(**arguments)


def check_names(where: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Let options pass that are known.

    Raises:
        InfinityAssistantUnexpectedArgumentError: One is not. The message names those of `where`.
    """
    for name in given:
        if name not in known and name not in DEPRECATED:
            raise make_unexpected_argument_error(where, name, known)


def make_unexpected_argument_error(
    where: str, name: str, known: Iterable[str]
) -> InfinityAssistantUnexpectedArgumentError:
    """Make the error of a keyword that `where` does not know, with what it knows."""
    if name == "stream" and where == "chat()":
        reason = "use chat_stream(), which returns the events of the response"
    elif name in SINGLE:
        reason = "it is said with each call, not of a client"
    elif (
        name in ("base_url", "max_connections", "http_client", "ssl_context", "trust_store")
        and where == "with_options()"
    ):
        reason = "it is said when a client is made, since its copies share the connections"
    elif name in _ELSEWHERE:
        reason = _ELSEWHERE[name]
    else:
        reason = suggest(name, known).lstrip(", ") or f"it takes {', '.join(sorted(known))}"
    return InfinityAssistantUnexpectedArgumentError(f"{where} has no keyword {name!r}: {reason}", argument=name)


def _list_parameters(function: Any) -> List[str]:
    """List the names of the parameters: every one has an annotation."""
    return [name for name in function.__annotations__ if name not in ("return", "options")]
