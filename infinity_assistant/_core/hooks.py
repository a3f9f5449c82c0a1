# SPDX-License-Identifier: MIT. Generated from overlays/_core/hooks.py: edit that file, then run `make generate`.
"""Functions of the caller's that are told of attempts and calls: which are accepted, and what their errors do."""

from __future__ import annotations

import warnings
from typing import Any, Callable, Set

from infinity_assistant._core.log import find_logger
from infinity_assistant._core.privacy import hide_frames
from infinity_assistant.errors import InfinityAssistantArgumentError

#: inspect.CO_COROUTINE and CO_ASYNC_GENERATOR, without the import of inspect.
_ASYNCHRONOUS = 0x80 | 0x200
#: Which have failed before, by name: a program that makes a million calls is told once.
_reported: Set[str] = set()


def check_hook(name: str, value: Any) -> Any:
    """Let a plain function pass, and `None` for no hook.

    Raises:
        InfinityAssistantArgumentError: It cannot be called, or returns a coroutine.
    """
    if value is None:
        return None
    if not callable(value):
        message = f"{name} must be a function that takes one event, not {type(value).__name__}"
        raise InfinityAssistantArgumentError(message, argument=name)
    if _is_asynchronous(value):
        raise InfinityAssistantArgumentError(
            f"{name} must be a plain function, not a coroutine function: nobody would await it; to do more, have it put"
            " the event into a queue that a task of yours reads",
            argument=name,
        )
    return value


def call_hook(hook: Callable[[Any], Any], event: object) -> None:
    """Give `event` to a hook; what it raises breaks no call, and is logged and warned of once."""
    result = call_safely(hook, event)
    if hasattr(result, "__await__"):
        if hasattr(result, "close"):
            result.close()  # Else Python would warn of it, at a place that says nothing.
        _report(hook, TypeError("it returned a coroutine, which nobody awaits: use a plain function"))


def call_safely(function: Callable[..., Any], *args: Any) -> Any:
    """Return what `function` returns, or `None` if it raises."""
    try:
        return function(*args)
    except Exception as exc:
        _report(function, exc)
        return None


def _is_asynchronous(value: Any) -> bool:
    while hasattr(value, "func"):  # functools.partial
        value = value.func
    candidates = (value, getattr(value, "__func__", None), getattr(type(value), "__call__", None))  # noqa: B004
    codes = (getattr(candidate, "__code__", None) for candidate in candidates)
    return any(code is not None and code.co_flags & _ASYNCHRONOUS for code in codes)


def _report(function: Any, exc: Exception) -> None:
    function_type = type(function)
    name = getattr(function, "__qualname__", function_type.__qualname__)
    place = f"{getattr(function, '__module__', function_type.__module__)}.{name}"
    if place in _reported:
        return
    _reported.add(place)
    problem = f"the hook {place} raised {type(exc).__name__}; the call goes on, and further errors of it are not told"
    logger = find_logger()
    if logger is not None:
        logger.error(problem, exc_info=hide_frames(exc))
    try:
        warnings.warn(problem, RuntimeWarning, stacklevel=2)
    except RuntimeWarning:
        pass  # Under -W error, which must not break the call either. It stands in the log.
