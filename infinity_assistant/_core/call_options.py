# SPDX-License-Identifier: MIT. Generated from overlays/_core/call_options.py: edit that file, then run `make generate`.
"""What may be said for one call alone, and what for a copy of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Tuple

from infinity_assistant._core.options import Options, TimeoutTypes
from infinity_assistant.errors import InfinityAssistantUnexpectedArgumentError

if TYPE_CHECKING:
    from typing_extensions import TypedDict

    class CallOptions(TypedDict, total=False):
        """Keywords that every method takes besides its own.

        `timeout` in seconds, or a `Timeout`; `max_retries`; `headers` to add; `idempotency_key`, which marks a
        repetition of the same request; `retry_unsafe=True` to repeat the call even if it may have been carried out;
        `extra_body`, fields to add to the body, in wire names.
        """

        timeout: TimeoutTypes
        max_retries: int
        headers: Mapping[str, str]
        idempotency_key: str
        retry_unsafe: bool
        extra_body: Mapping[str, Any]

    class RareOptions(TypedDict, total=False):
        """Options of a client that few need.

        `retry_unsafe=True` repeats calls that may have been carried out already; `max_response_bytes` and
        `max_event_bytes` bound what is read (64 MiB, 16 MiB); `drift_warnings=True` warns where the service's
        answers are not those that this version knows.
        """

        retry_unsafe: bool
        max_response_bytes: int
        max_event_bytes: int
        drift_warnings: bool

    class ConstructorOptions(RareOptions, total=False):
        """Options that are said once, when a client is made.

        `max_connections` bounds how many are open at a time; a call waits for its turn, first come, first served,
        within its deadline. By default 1,000, or as many as the system lets the process have files open, less 64.
        """

        max_connections: Optional[int]

    class ClientOptions(RareOptions, total=False):
        """Options that a copy of a client may have of its own."""

        timeout: TimeoutTypes
        max_retries: int
        retry_delay: float


NAMES = frozenset({"timeout", "max_retries", "headers", "idempotency_key", "retry_unsafe", "extra_body"})

#: What belongs to one request and must not be said for many: two requests with one key would count as one.
SINGLE = frozenset({"idempotency_key", "extra_body"})


def split(given: Mapping[str, Any]) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    """Tell options of a call from arguments of its operation."""
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
