# SPDX-License-Identifier: MIT. Generated from overlays/cli/_outcome/error_messages.py: edit that file, then run `make generate`.
"""Put errors into words: what went wrong, and what to do."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any, Callable, NamedTuple, Tuple, Type

from infinity_assistant import errors as e
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import format_value
from infinity_assistant.cli._terminal.output import print_message


class ErrorMessage(NamedTuple):
    """An exit code, what went wrong, and what to do (may be empty)."""

    code: int
    what: str
    advice: str = ""


def print_error(error: Exception) -> int:
    """Print on standard error what went wrong and what to do, and return the exit code."""
    message = describe_error(error)
    print_message(f"infinity-assistant: {message.what}")
    if message.advice:
        print_message(message.advice)
    return message.code


def describe_error(error: Exception) -> ErrorMessage:
    """Describe an error."""
    for kind, code, advice in _ERRORS:
        if isinstance(error, kind):
            return ErrorMessage(code, str(error), advice(error))
    if isinstance(error, OSError):
        return ErrorMessage(exit_codes.FAILED, f"input or output failed: {error.strerror or error}")
    return _describe_bug(error)


def _describe_bug(error: Exception) -> ErrorMessage:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return ErrorMessage(
        exit_codes.FAILED,
        f"internal error: {type(error).__name__}: {error}{where}",
        "This is a bug of infinity-assistant: please report it with the line above.",
    )


def _give_no_advice(error: Any) -> str:
    return ""


def _advise_on_quota(error: Any) -> str:
    if error.reset_at is not None:
        return f"The quota is reset at {format_value(error.reset_at)} (local time)."
    if error.retry_after is not None:
        return f"Try again in {error.retry_after:.0f} seconds."
    return "Try again later."


def _advise_on_redirect(error: Any) -> str:
    target = error.location_origin
    return f"Redirects are not followed. If you trust {target}, use it with --base-url." if target else ""


def _advise(text: str) -> Callable[[Any], str]:
    return lambda _: text


#: The first class that fits counts.
_ERRORS: Tuple[Tuple[Type[e.InfinityAssistantError], int, Callable[[Any], str]], ...] = (
    (e.InfinityAssistantArgumentError, exit_codes.USAGE, _give_no_advice),
    (
        e.InfinityAssistantAuthenticationError,
        exit_codes.AUTHENTICATION,
        _advise(
            "If you gave no API key, set INFINITY_ASSISTANT_API_KEY, or name a file that holds it with --api-key-file."
            " If you did, it is wrong, or the service does not take keys for this."
        ),
    ),
    (e.InfinityAssistantPermissionError, exit_codes.AUTHENTICATION, _advise("Use an API key that allows this.")),
    (e.InfinityAssistantRateLimitError, exit_codes.RATE_LIMIT, _advise_on_quota),
    (
        e.InfinityAssistantTimeoutError,
        exit_codes.NETWORK,
        _advise("Try again, or allow more time with --timeout SECONDS."),
    ),
    (
        e.InfinityAssistantStreamInterruptedError,
        exit_codes.NETWORK,
        _advise("What was printed is not the whole response: ask again."),
    ),
    (
        e.InfinityAssistantNetworkError,
        exit_codes.NETWORK,
        _advise("Check your connection, and the address in --base-url or INFINITY_ASSISTANT_BASE_URL if you set it."),
    ),
    (e.InfinityAssistantRedirectError, exit_codes.FAILED, _advise_on_redirect),
    (
        e.InfinityAssistantNotFoundError,
        exit_codes.FAILED,
        _advise("Check the id, and the address in --base-url or INFINITY_ASSISTANT_BASE_URL if you set it."),
    ),
    (
        e.InfinityAssistantServerError,
        exit_codes.FAILED,
        _advise("The service failed: try again later. `infinity-assistant health` shows its state."),
    ),
    (
        e.InfinityAssistantResponseError,
        exit_codes.FAILED,
        _advise("Check that the address in --base-url is one of Infinity Assistant."),
    ),
    (e.InfinityAssistantError, exit_codes.FAILED, _give_no_advice),
)
