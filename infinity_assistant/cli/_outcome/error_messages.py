# SPDX-License-Identifier: MIT. Generated from overlays/cli/_outcome/error_messages.py: edit that file, then run `make generate`.
"""What went wrong, in words for the person at the keyboard: what it was, and what to do."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any, Callable, NamedTuple, Tuple, Type

from infinity_assistant import errors as e
from infinity_assistant.cli._outcome import exit_codes as exits
from infinity_assistant.cli._terminal.formatting import cell
from infinity_assistant.cli._terminal.output import tell


class Problem(NamedTuple):
    """An exit code, what went wrong, and what to do; the latter may be empty."""

    code: int
    what: str
    advice: str = ""


def report(error: Exception) -> int:
    """Say on standard error what went wrong and what to do, and return the exit code."""
    problem = explained(error)
    tell(f"infinity-assistant: {problem.what}")
    if problem.advice:
        tell(problem.advice)
    return problem.code


def explained(error: Exception) -> Problem:
    """Put an error into words."""
    for kind, code, advice in _KINDS:
        if isinstance(error, kind):
            return Problem(code, str(error), advice(error))
    if isinstance(error, OSError):
        return Problem(exits.FAILED, f"input or output failed: {error.strerror or error}")
    return _bug(error)


def _bug(error: Exception) -> Problem:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return Problem(
        exits.FAILED,
        f"this should not have happened: {type(error).__name__}: {error}{where}",
        "It is a fault of this program, not yours: please report it with the line above.",
    )


def _nothing(error: Any) -> str:
    return ""


def _quota(error: Any) -> str:
    if error.reset_at is not None:
        return f"The quota starts anew at {cell(error.reset_at)} (local time)."
    if error.retry_after is not None:
        return f"Try again in {error.retry_after:.0f} seconds."
    return "Try again later."


def _redirect(error: Any) -> str:
    target = error.location_origin
    return f"Redirects are not followed. If you trust {target}, use it with --base-url." if target else ""


def _always(text: str) -> Callable[[Any], str]:
    return lambda _: text


#: The first kind that fits counts.
_KINDS: Tuple[Tuple[Type[e.InfinityAssistantError], int, Callable[[Any], str]], ...] = (
    (e.InfinityAssistantArgumentError, exits.USAGE, _nothing),
    (
        e.InfinityAssistantAuthenticationError,
        exits.AUTHENTICATION,
        _always("Set INFINITY_ASSISTANT_API_KEY to your API key, or name a file that holds it with --api-key-file."),
    ),
    (e.InfinityAssistantPermissionError, exits.AUTHENTICATION, _always("Use an API key that allows this.")),
    (e.InfinityAssistantRateLimitError, exits.RATE_LIMIT, _quota),
    (
        e.InfinityAssistantTimeoutError,
        exits.NETWORK,
        _always("Try again, or allow more time with --timeout SECONDS."),
    ),
    (
        e.InfinityAssistantStreamInterruptedError,
        exits.NETWORK,
        _always("What was printed is not the whole answer: ask again."),
    ),
    (
        e.InfinityAssistantNetworkError,
        exits.NETWORK,
        _always("Check your connection, and the address in --base-url or INFINITY_ASSISTANT_BASE_URL if you set it."),
    ),
    (e.InfinityAssistantRedirectError, exits.FAILED, _redirect),
    (
        e.InfinityAssistantNotFoundError,
        exits.FAILED,
        _always("Check the id, and the address in --base-url or INFINITY_ASSISTANT_BASE_URL if you set it."),
    ),
    (
        e.InfinityAssistantServerError,
        exits.FAILED,
        _always("The service failed, not you: try again later. `infinity-assistant health` tells how it is."),
    ),
    (
        e.InfinityAssistantResponseError,
        exits.FAILED,
        _always("Is it really Infinity Assistant that lives at the address in --base-url?"),
    ),
    (e.InfinityAssistantError, exits.FAILED, _nothing),
)
