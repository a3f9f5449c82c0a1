"""One fault and what must become of it, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, Optional, Tuple

from .server import Script

KEY = "ia_canary-5f2c9d7e41b84c0ab7f0"
MESSAGE = "canary message 90b1d3"
GRACE = 0.3
"""Seconds that a call may take beyond its deadline."""


@dataclass(frozen=True, repr=False)
class Case:
    """A fault, the call that meets it, and the outcome that is promised.

    Several `calls` are made one after another on one client; the last one is
    judged, those before it must succeed. `raises` is the name of the error
    without its prefix; `returns` is the text of the response (see `runtimes`).
    For a stream that fails, `returns` is the text that was delivered before.
    """

    id: str
    call: str
    scripts: Tuple[Script, ...]
    raises: str = ""
    returns: Any = None
    attempts: int = 1
    """How often the server was tried: connections made, or used again."""
    bodies: Optional[int] = None
    """How many requests arrived whole; as many as attempts, unless given."""
    before: Tuple[str, ...] = ()
    between: float = 0.0
    """Seconds between two calls."""
    timeout: float = 5.0
    within: Optional[float] = None
    """Upper bound in seconds; the deadline, unless given."""
    at_least: float = 0.0
    open: int = 0
    """How many sockets may stay open when the call is over."""
    retries: int = 2
    options: Mapping[str, Any] = field(default_factory=dict)
    arguments: Mapping[str, Any] = field(default_factory=dict)
    server: str = "listening"
    """Or `refusing`, `deaf` (accepts nothing), or a kind of certificate."""
    scheme: str = ""
    elsewhere: bool = False
    """Whether a second server stands by, at another port, that must not see the key."""
    memory: int = 0
    """How many bytes the process may grow meanwhile; any number if 0."""
    check: Optional[Callable[[Any, Any], None]] = None
    """More to assert of the outcome and the server."""

    def __repr__(self) -> str:
        return f"<Case {self.id}>"

    @property
    def bound(self) -> float:
        """The seconds that the call may take."""
        return self.timeout + GRACE if self.within is None else self.within


def case(id: str, call: str, *scripts: Script, **facts: Any) -> Case:
    """A case; what completes may leave its connection open for the next call."""
    facts.setdefault("open", int(facts.get("raises", "") in ("", *RESPONDED)))
    return Case(id, call, scripts, **facts)


RESPONDED = [
    f"{name}Error"
    for name in (
        "API",
        "BadRequest",
        "Authentication",
        "Permission",
        "NotFound",
        "Conflict",
        "RateLimit",
        "Server",
    )
]
"""Errors that are whole responses."""


def each(name: str, calls: str, *scripts: Script, **facts: Any) -> Tuple[Case, ...]:
    """The same case for several calls, named after both."""
    return tuple(case(f"{name}-{call}", call, *scripts, **facts) for call in calls.split())
