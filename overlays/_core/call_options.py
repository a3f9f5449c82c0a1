# SPDX-License-Identifier: MIT
"""What may be said for one call alone, and what for a copy of a client."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Tuple

from infinity_assistant._core.options import Options
from infinity_assistant.errors import InfinityAssistantUnexpectedArgumentError

NAMES = frozenset({"timeout", "max_retries", "headers", "idempotency_key", "retry_unsafe", "extra_body"})

#: What belongs to one request and must not be said for many: two requests with one key would count as one.
SINGLE = frozenset({"idempotency_key", "extra_body"})


def split(given: Mapping[str, Any]) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    """Tell options of a call from arguments of its operation.

    What makes tools of functions (LangChain, MCP) hands over what stands behind `**options` by that name: a mapping,
    or nothing.
    """
    if "options" in given and isinstance(given["options"], (Mapping, type(None))):
        given = {**(given["options"] or {}), **{name: value for name, value in given.items() if name != "options"}}
    options = {name: value for name, value in given.items() if name in NAMES}
    return options, {name: value for name, value in given.items() if name not in NAMES}


def merge_options(options: Options, changes: Dict[str, Any]) -> Options:
    """`options` with `changes`, where `headers` are added to those that are there."""
    headers: Optional[Mapping[str, str]] = changes.pop("headers", None)
    changed = options.replace(**changes) if changes else options
    return changed.with_headers(headers)


def bind_call(make: Any, arguments: Dict[str, Any]) -> Any:
    """Make a call of an operation. Raises `InfinityAssistantUnexpectedArgumentError` for a keyword it does not have."""
    code = make.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    for name in arguments:
        if name not in names:
            raise _unexpected(make.__name__, name, [*names, *NAMES])
    return make(**arguments)


def check_client_options(changes: Dict[str, Any]) -> Dict[str, Any]:
    """Options of a client. Raises `InfinityAssistantUnexpectedArgumentError` for those of a single call."""
    for name in SINGLE & changes.keys():
        raise InfinityAssistantUnexpectedArgumentError(f"{name} is said with each call, not of a client", argument=name)
    return changes


def check_copy_options(changes: Dict[str, Any]) -> Dict[str, Any]:
    """Options of a copy. Raises `InfinityAssistantUnexpectedArgumentError` for those of the connections they share."""
    if "max_connections" in changes:
        message = "max_connections is said when a client is made: its copies share the connections"
        raise InfinityAssistantUnexpectedArgumentError(message, argument="max_connections")
    return check_client_options(changes)


def _unexpected(method: str, name: str, names: List[str]) -> InfinityAssistantUnexpectedArgumentError:
    from difflib import get_close_matches

    meant = get_close_matches(name, names, n=1)
    hint = f"did you mean {meant[0]!r}?" if meant else f"it takes {', '.join(sorted(names))}"
    return InfinityAssistantUnexpectedArgumentError(f"{method}() has no keyword {name!r}: {hint}", argument=name)
