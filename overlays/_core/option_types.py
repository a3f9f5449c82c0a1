# SPDX-License-Identifier: MIT
"""The keywords of options, as types. Nothing imports them but type checkers and those who ask for annotations."""

from typing import Any, Mapping, Optional

from infinity_assistant._core.options import TimeoutTypes
from infinity_assistant._models.typing_names import TypedDict


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
    `max_event_bytes` bound what is read (16 MiB each); `drift_warnings=True` warns where the service's
    answers are not those that this version knows.
    """

    retry_unsafe: bool
    max_response_bytes: int
    max_event_bytes: int
    drift_warnings: bool


class ConstructorOptions(RareOptions, total=False):
    """Options that are given once, when a client is made.

    `max_connections` bounds how many are open at a time; a call waits for its turn, first come, first served, within
    its deadline. By default 1,000, or as many as the system lets the process have files open, less 64.
    """

    max_connections: Optional[int]


class ClientOptions(RareOptions, total=False):
    """Options that a copy of a client may have of its own."""

    timeout: TimeoutTypes
    max_retries: int
    retry_delay: float
