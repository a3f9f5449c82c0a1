# SPDX-License-Identifier: MIT. Generated from overlays/_core/option_checks.py: edit that file, then run `make generate`.
"""What each option may be. Every check returns the value as it is kept, or raises `InfinityAssistantArgumentError`."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Tuple

from infinity_assistant._core.hooks import check_hook
from infinity_assistant._core.telemetry import check_telemetry
from infinity_assistant._http.origin import split_base_url
from infinity_assistant.errors import InfinityAssistantArgumentError

#: More connections than a process can have.
MOST = 1_000_000

Headers = Tuple[Tuple[str, str], ...]


def make_argument_error(name: str, why: str) -> InfinityAssistantArgumentError:
    """Make the error of an argument that cannot be right."""
    return InfinityAssistantArgumentError(f"{name} {why}", argument=name)


#: The longest time, a month. Timers of operating systems and event loops overflow somewhere above.
LONGEST = 30 * 24 * 60 * 60
#: The largest number of retries, and of bytes.
MOST_RETRIES, MOST_BYTES = 1000, 2**40


def check_seconds(name: str, value: Any) -> Optional[float]:
    """Return a number of seconds above 0, or `None` for no limit."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= LONGEST:
        raise make_argument_error(name, f"must be a number of seconds above 0, at most {LONGEST}, or None for no limit")
    return float(value)


def _check_retries(name: str, value: Any) -> int:
    return _check_whole(name, value, MOST_RETRIES)


def _check_bytes(name: str, value: Any) -> int:
    return _check_whole(name, value, MOST_BYTES)


def _check_whole(name: str, value: Any, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise make_argument_error(name, f"must be a whole number from 0 to {most}")
    return value


def _count(name: str, value: Any) -> Optional[int]:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST):
        raise make_argument_error(
            name, f"must be a whole number from 1 to {MOST}, or None for as many as the system allows"
        )
    return value


def _check_delay(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= LONGEST:
        raise make_argument_error(name, f"must be a number of seconds from 0 to {LONGEST}")
    return float(value)


def _check_trust_store(name: str, value: Any) -> Optional[str]:
    if value not in (None, "certifi", "system"):
        raise make_argument_error(name, 'must be "system" for the certificates of the operating system, or "certifi"')
    return None if value == "certifi" else value


def _check_boolean(name: str, value: Any) -> bool:
    return bool(value)


def check_base_url(value: Any) -> str:
    """Return a base URL in its shortest form."""
    origin, path = split_base_url(value)
    return f"{origin}{path}"


def check_headers(name: str, value: Any) -> Headers:
    """Headers that a caller adds: names and values that can stand in a request, and none that the client sets."""
    if not isinstance(value, Mapping):
        raise make_argument_error(name, "must be a mapping of names to values")
    return tuple(_check_header(name, key, text) for key, text in value.items())


_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding", "cookie"})


def _check_header(name: str, key: Any, text: Any) -> Tuple[str, str]:
    if not isinstance(key, str) or not key or not set(key) <= _TOKEN:
        raise make_argument_error(name, "has a name that cannot be that of a header (RFC 9110, section 5.1)")
    if key.lower() in _OURS:
        raise make_argument_error(name, f"must not set {key}: the client does")
    if not isinstance(text, str) or any(c != "\t" and not " " <= c <= "~" for c in text) or text != text.strip():
        raise make_argument_error(
            name, f"has a value of {key} with a line break or another character that cannot stand in a header"
        )
    return key, text


def _check_key(name: str, value: Any) -> Optional[str]:
    if value is None:
        return None
    if not isinstance(value, str) or not 0 < len(value) <= 255 or not all(" " < c <= "~" for c in value):
        raise make_argument_error(name, "must be 1 to 255 visible ASCII characters")
    return value


def _check_mapping(name: str, value: Any) -> Optional[Mapping[str, Any]]:
    if value is not None and not isinstance(value, Mapping):
        raise make_argument_error(name, "must be a mapping of field names to values")
    return value


def _check_query(name: str, value: Any) -> Optional[Mapping[str, Any]]:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise make_argument_error(name, "must be a mapping of parameter names to values")
    for key, given in value.items():
        values = given if isinstance(given, (list, tuple)) else (given,)
        if not isinstance(key, str) or not all(isinstance(item, (str, int, float)) for item in values):
            raise make_argument_error(name, "may hold strings, numbers and booleans, and lists of them")
        if any(0xD800 <= ord(char) < 0xE000 for text in (key, *map(str, values)) for char in text):
            raise make_argument_error(name, "contains half of a surrogate pair, which UTF-8 cannot express: remove it")
    return value


CHECKS: Dict[str, Any] = {
    "max_retries": _check_retries,
    "retry_delay": _check_delay,
    "retry_unsafe": _check_boolean,
    "idempotency_key": _check_key,
    "extra_body": _check_mapping,
    "max_response_bytes": _check_bytes,
    "max_event_bytes": _check_bytes,
    "drift_warnings": _check_boolean,
    "max_connections": _count,
    "remember_quota": _check_boolean,
    "extra_query": _check_query,
    "on_attempt": check_hook,
    "on_call": check_hook,
    "telemetry": check_telemetry,
    "trust_store": _check_trust_store,
}
