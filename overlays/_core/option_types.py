# SPDX-License-Identifier: MIT
"""The keywords of options, as types. Nothing imports them but type checkers and those who ask for annotations."""

from typing import Any, Mapping, Optional

from infinity_assistant._core.call_events import AttemptHook, CallHook
from infinity_assistant._core.options import TimeoutTypes
from infinity_assistant._models.typing_names import TypedDict


class CallOptions(TypedDict, total=False):
    """Keywords that every method takes besides its own.

    `timeout` in seconds, or a `Timeout`; `max_retries`; `headers` to add; `idempotency_key`, which is sent along (the
    service ignores it today, so it does not switch retries on); `retry_unsafe=True` to repeat the call even if it may
    have been carried out; `extra_body` and `extra_query`, fields to add to the body and to the query, in wire names;
    `max_response_bytes` bounds what is read; `on_attempt` and `on_call` are told what becomes of it, in the place of
    the client's own.
    """

    timeout: TimeoutTypes
    max_retries: int
    headers: Mapping[str, str]
    idempotency_key: str
    retry_unsafe: bool
    extra_body: Mapping[str, Any]
    extra_query: Mapping[str, Any]
    max_response_bytes: int
    on_attempt: Optional[AttemptHook]
    on_call: Optional[CallHook]


class RareOptions(TypedDict, total=False):
    """Options of a client that few need.

    `retry_unsafe=True` repeats calls that may have been carried out already; `max_response_bytes` and
    `max_event_bytes` bound what is read (16 MiB each); `drift_warnings=True` warns where the service's responses are
    not those that this version knows; `remember_quota=False` asks the service anew with each message even when the
    quota of the day is used up. `on_attempt` is called with an `AttemptEvent` after each attempt, `on_call` with a
    `CallEvent` after each call. `telemetry` makes spans and metrics of OpenTelemetry: `True`, a `TracerProvider`, or
    an `infinity_assistant.otel.Telemetry`; `False` switches off what the program has switched on.
    """

    retry_unsafe: bool
    max_response_bytes: int
    max_event_bytes: int
    drift_warnings: bool
    remember_quota: bool
    on_attempt: Optional[AttemptHook]
    on_call: Optional[CallHook]
    telemetry: Any


class ConstructorOptions(RareOptions, total=False):
    """Options that are given once, when a client is made.

    `max_connections` bounds how many are open at a time; a call waits for its turn, first come, first served, within
    its deadline. By default 1,000, or as many as the system lets the process have files open, less 64.
    `trust_store="system"` trusts the certificates of the operating system, by way of the package truststore.
    """

    max_connections: Optional[int]
    trust_store: Optional[str]


class ClientOptions(RareOptions, total=False):
    """Options that a copy of a client may have of its own."""

    timeout: TimeoutTypes
    max_retries: int
    retry_delay: float
