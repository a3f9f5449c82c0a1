# SPDX-License-Identifier: MIT. Generated from overlays/_core/options.py: edit that file, then run `make generate`.
"""How a client behaves."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any, Callable, Dict, Mapping, Optional, Tuple, Union

from attrs import Factory, evolve, field, fields, frozen

from infinity_assistant._core.option_checks import CHECKS, Headers, check_headers, check_seconds
from infinity_assistant._models.pydantic_hooks import InstanceHooks, RecordHooks
from infinity_assistant._service_facts import BASE_URL as BASE_URL
from infinity_assistant.errors import InfinityAssistantUnexpectedArgumentError

if TYPE_CHECKING:
    from infinity_assistant._core.call_events import AttemptHook, CallHook
else:
    # The classes of events take a millisecond to make, which only programs with hooks need to spend.
    AttemptHook = CallHook = Callable[[Any], object]

DEFAULT_TOTAL = 60.0
#: 61 seconds of silence were recorded between the first event and the text.
DEFAULT_IDLE = 150.0


def _find_default_idle(timeout: Timeout) -> Optional[float]:
    """Return the bound of silence: who sets a deadline of their own means that as well."""
    return DEFAULT_IDLE if timeout.total == DEFAULT_TOTAL else None


@frozen
class Timeout(RecordHooks):
    """The clocks of a call, in seconds; `None` switches one off.

    `total` bounds a call as a whole: connecting, sending, every retry, every wait, the whole body. A stream may take
    longer; it is bounded by `first_event` (from the call to its first event, `total` unless given), `idle` (the
    silence between two events, comments do not count; 150 seconds by default, `total` where that is given) and
    `stream` (all of it; unbounded unless given). `connect` bounds each attempt to connect.
    """

    total: Optional[float] = DEFAULT_TOTAL
    connect: Optional[float] = 5.0
    first_event: Optional[float] = None
    idle: Optional[float] = field(default=Factory(_find_default_idle, takes_self=True))
    stream: Optional[float] = None

    def __attrs_post_init__(self) -> None:
        for name in ("total", "connect", "first_event", "idle", "stream"):
            check_seconds(name, getattr(self, name))


TimeoutTypes = Union[None, float, Timeout]


def read_timeout(value: TimeoutTypes) -> Timeout:
    """Read what a `timeout` argument may be: seconds, `None` for no deadline, or a `Timeout`."""
    return value if isinstance(value, Timeout) else Timeout(total=check_seconds("timeout", value), idle=None)


@frozen
class Options(InstanceHooks):
    """What a call needs to know of its client."""

    base_url: str = BASE_URL
    timeout: Timeout = Timeout()
    max_retries: int = 3
    retry_delay: float = 1.0
    headers: Headers = field(default=(), repr=lambda pairs: str([name for name, _ in pairs]))
    retry_unsafe: bool = False
    idempotency_key: Optional[str] = None
    extra_body: Optional[Mapping[str, Any]] = field(default=None, repr=False)
    max_response_bytes: int = 16 * 1024 * 1024
    max_event_bytes: int = 16 * 1024 * 1024
    drift_warnings: bool = False
    max_connections: Optional[int] = None
    remember_quota: bool = True
    extra_query: Optional[Mapping[str, Any]] = field(default=None, repr=False)
    on_attempt: Optional[AttemptHook] = field(default=None, repr=False)
    on_call: Optional[CallHook] = field(default=None, repr=False)
    #: What traces calls; `None` leaves it to the instrumentor of the whole program, `False` switches it off.
    telemetry: Any = field(default=None, repr=False)
    trust_store: Optional[str] = None

    @property
    def max_answer_bytes(self) -> int:
        """Deprecated: the old name of `max_response_bytes`."""
        return self.max_response_bytes

    @property
    def secrets(self) -> Tuple[str, ...]:
        """The names of the headers that hold a secret, by their name: a pickle does not hold them."""
        return tuple(name for name, _ in self.headers if _is_secret(name))

    def __copy__(self) -> Options:
        return self

    def __deepcopy__(self, memo: Any) -> Options:
        return self

    def __getstate__(self) -> Dict[str, Any]:
        state = {attribute.name: getattr(self, attribute.name) for attribute in fields(Options)}
        # Providers of telemetry belong to their process.
        if state["telemetry"] is not False:
            state["telemetry"] = None
        return {**state, "headers": tuple(pair for pair in self.headers if not _is_secret(pair[0]))}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        # A pickle of an earlier version has old names, and lacks the newer options.
        current = {DEPRECATED.get(name, name): value for name, value in state.items()}
        for attribute in fields(Options):
            object.__setattr__(self, attribute.name, current.get(attribute.name, attribute.default))

    def replace(self, **changes: Any) -> Options:
        """These options with `changes`. Raises `InfinityAssistantArgumentError` for what cannot be."""
        current = {_rename_deprecated(name): value for name, value in changes.items()}
        return evolve(self, **{name: _check(name, value) for name, value in current.items()})

    def with_headers(self, more: Optional[Mapping[str, str]]) -> Options:
        """These options with `more` headers; a name that is there already is replaced."""
        if not more:
            return self
        added = check_headers("headers", more)
        replaced = {name.lower() for name, _ in added}
        kept = tuple(pair for pair in self.headers if pair[0].lower() not in replaced)
        return evolve(self, headers=kept + added)


_SECRET = re.compile("key|token|auth|secret|cookie|passw|session|credential", re.IGNORECASE)


def _is_secret(header: str) -> bool:
    return bool(_SECRET.search(header)) and header.lower() != "idempotency-key"


#: Old name of an option -> its name now. The old ones go in 2.0.
DEPRECATED = {"max_answer_bytes": "max_response_bytes"}


def _rename_deprecated(name: str) -> str:
    if name not in DEPRECATED:
        return name
    warnings.warn(f"{name} is deprecated: use {DEPRECATED[name]}", DeprecationWarning, stacklevel=6)
    return DEPRECATED[name]


def _check(name: str, value: Any) -> Any:
    if name == "timeout":
        return read_timeout(value)
    if name not in CHECKS:
        known = ", ".join(sorted([*CHECKS, "timeout", "headers"]))
        raise InfinityAssistantUnexpectedArgumentError(f"{name} is no option; there are {known}", argument=name)
    return CHECKS[name](name, value)
