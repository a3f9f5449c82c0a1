# SPDX-License-Identifier: MIT
"""Tracebacks that do not show what was said.

Many programs report errors together with the local variables of every frame. The frames of this package hold prompts
and responses, so an error leaves a public method without them: its traceback begins where the method was called.
`INFINITY_ASSISTANT_DEBUG=1` keeps them, for who looks for a fault in this package.
"""

from __future__ import annotations

import functools
import os
from typing import Any, Callable, Type, TypeVar, cast

from infinity_assistant.errors import InfinityAssistantError

C = TypeVar("C")
F = TypeVar("F", bound=Callable[..., Any])

_COROUTINE = 0x80  # inspect.CO_COROUTINE, without the import of inspect


def private_tracebacks(kind: Type[C]) -> Type[C]:
    """Have every public method of a class raise its errors without the frames behind them."""
    for name, method in list(vars(kind).items()):
        if callable(method) and not name.startswith("_"):
            setattr(kind, name, private_traceback(method))
    return kind


def private_traceback(function: F) -> F:
    """Have a function raise its errors without the frames behind them."""
    code = getattr(function, "__code__", None)
    is_coroutine = code is not None and code.co_flags & _COROUTINE
    return cast(F, _wrap_coroutine_function(function) if is_coroutine else _wrap_function(function))


def shows_frames() -> bool:
    """Whether the environment asks for whole tracebacks. It is read when something has failed, which costs no call."""
    return os.environ.get("INFINITY_ASSISTANT_DEBUG", "").strip().lower() in ("1", "true", "yes", "on")


def _wrap_function(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def outer(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except InfinityAssistantError as exc:
            if shows_frames():
                raise
            error = exc.with_traceback(None)
        del args, kwargs
        try:
            raise error
        finally:
            del error

    return outer


def _wrap_coroutine_function(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    async def outer(*args: Any, **kwargs: Any) -> Any:
        try:
            return await function(*args, **kwargs)
        except InfinityAssistantError as exc:
            if shows_frames():
                raise
            error = exc.with_traceback(None)
        del args, kwargs
        try:
            raise error
        finally:
            del error

    return outer
