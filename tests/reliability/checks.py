"""The bars that every case must clear."""

from __future__ import annotations

import pickle
import time
import traceback
from contextlib import suppress
from functools import wraps
from typing import Any, Callable, TypeVar, cast

from infinity_assistant import errors

from .case import KEY, MESSAGE, Case
from .runtimes import TEXT, Outcome
from .server import FaultServer

Test = TypeVar("Test", bound=Callable[..., None])


class LateError(AssertionError):
    """A call outlived its deadline, or the machine stood still for a moment."""


def repeat_if_late(test: Test) -> Test:
    """Run a test up to three times: a client that ignores a deadline does so each time, a machine does not."""

    @wraps(test)
    def run(*args: Any, **kwargs: Any) -> None:
        for _ in range(2):
            with suppress(LateError):
                return test(*args, **kwargs)
        return test(*args, **kwargs)

    return cast(Test, run)


def check(case: Case, outcome: Outcome, server: FaultServer) -> None:
    """Assert what the case promises, and what all cases promise."""
    check_result(case, outcome)
    check_wire(case, server)
    if outcome.elapsed > case.bound:
        raise LateError(f"the call took {outcome.elapsed:.2f} s of {case.bound} s")
    assert outcome.elapsed >= case.at_least, "the call did not wait as long as it was asked to"
    assert outcome.open <= case.open, "the call leaked a socket"
    assert outcome.open_after_close == 0, "the client leaked a socket"
    if outcome.error is not None:
        check_error(outcome.error)
    if case.check is not None:
        case.check(outcome, server)


def check_result(case: Case, outcome: Outcome) -> None:
    """Assert that the call gave the right result or the right error."""
    if case.raises:
        assert outcome.error is not None, f"no error, but {outcome.result or outcome.events!r}"
        assert type(outcome.error).__name__ == f"InfinityAssistant{case.raises}", explain(outcome.error)
    elif outcome.error is not None:
        raise AssertionError(explain(outcome.error))
    if case.call == "stream":
        assert outcome.text == (case.returns or ""), "text was lost or doubled"
        assert getattr(outcome.error, "partial_text", outcome.text) == outcome.text
    elif not case.raises:
        assert TEXT[case.call](outcome.result) == case.returns


def check_error(error: BaseException) -> None:
    """Assert that an error is ours, survives a pickle and gives nothing away."""
    assert isinstance(error, errors.InfinityAssistantError), explain(error)
    assert type(error).__module__ == errors.__name__
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.attempts) == (type(error), str(error), error.attempts)
    shown = f"{error} {error!r} {vars(error)!r} {pickle.dumps(error)!r}"
    assert str(error)
    assert KEY not in shown
    assert MESSAGE not in shown


def check_wire(case: Case, server: FaultServer) -> None:
    """Assert how often the server was tried, and what it was sent."""
    bodies = case.attempts if case.bodies is None else case.bodies
    _until_seen(case.attempts, bodies, server)
    assert len(server.attempts) == case.attempts, "attempts on the wire"
    assert len(server.requests) == bodies, "requests that arrived whole"
    assert all(request.headers.get("x-api-key") == KEY for request in server.requests)
    if server.elsewhere is not None:
        assert not server.elsewhere.attempts, "another origin was contacted"


def _until_seen(attempts: int, bodies: int, server: FaultServer) -> None:
    # The threads of the server may be behind a client that has given up, or has taken what was sent before it asked.
    end = time.monotonic() + 2
    while (len(server.attempts) < attempts or len(server.requests) < bodies) and time.monotonic() < end:
        time.sleep(0.01)


def explain(error: BaseException) -> str:
    """The traceback of an error, for the report of a failure."""
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))[-3000:]
