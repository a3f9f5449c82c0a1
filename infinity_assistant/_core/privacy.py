# SPDX-License-Identifier: MIT. Generated from overlays/_core/privacy.py: edit that file, then run `make generate`.
"""Tracebacks that do not show what was said.

Many programs report errors together with the local variables of every frame. The frames of this package hold keys,
prompts and responses, so an error leaves a public method without them: its traceback begins where the method was
called. `INFINITY_ASSISTANT_DEBUG=1` keeps everything.
"""

from __future__ import annotations

import functools
import os
from traceback import walk_tb
from types import TracebackType
from typing import Any, Callable, Optional, Type, TypeVar, cast

from infinity_assistant.errors import InfinityAssistantError, InfinityAssistantNetworkError

C = TypeVar("C")
F = TypeVar("F", bound=Callable[..., Any])

_COROUTINE = 0x80  # inspect.CO_COROUTINE, without the import of inspect
_PACKAGE = __name__.partition(".")[0]
#: Their frames hold requests and responses too. All others belong to the caller: functions that return a key, hooks.
_INTERNAL = frozenset(
    {_PACKAGE, "httpx", "httpx2", "httpcore", "h11", "h2", "anyio", "trio", "asyncio", "ssl", "socket"}
)


def private_tracebacks(cls: Type[C]) -> Type[C]:
    """Have every public method of a class, and its constructor, raise errors without the frames behind them."""
    for name, method in list(vars(cls).items()):
        if callable(method) and (name == "__init__" or not name.startswith("_")):
            setattr(cls, name, private_traceback(method))
    return cls


def private_traceback(function: F) -> F:
    """Have a function raise errors without the frames behind them."""
    code = getattr(function, "__code__", None)
    is_coroutine = code is not None and code.co_flags & _COROUTINE
    return cast(F, _wrap_coroutine(function) if is_coroutine else _wrap(function))


def explain_import(error: BaseException) -> Optional[InfinityAssistantError]:
    """Return an error of ours if `error` says that this package could not import a part of itself.

    Modules are imported when they are first used. By then the program may have no file left, or be shutting down, or
    a signal handler may have come in while one of them was being imported.
    """
    names = [frame.f_globals.get("__name__", "") for frame, _ in walk_tb(error.__traceback__)]
    if not names or not (_is_importing(names[-1]) or _is_failed_import(error)):
        return None
    importing = next((name for name in reversed(names) if not _is_importing(name)), "")
    if importing.partition(".")[0] not in _INTERNAL:
        return None
    why = getattr(error, "strerror", None) or error
    explained = InfinityAssistantNetworkError(f"a part of the package could not be imported: {why}")
    explained.__cause__ = error
    return explained


def _is_failed_import(error: BaseException) -> bool:
    # CPython says so in the message alone; its own frames of an import are not always in the traceback.
    return isinstance(error, ImportError) or (
        isinstance(error, AttributeError) and "partially initialized module" in str(error)
    )


def _is_importing(module: str) -> bool:
    return module.startswith(("importlib", "_frozen_importlib"))


def hide_frames(error: BaseException) -> BaseException:
    """Take the frames of this package out of the traceback of `error`, and of those that led to it."""
    if os.environ.get("INFINITY_ASSISTANT_DEBUG", "").strip().lower() in ("1", "true", "yes", "on"):
        return error
    if not isinstance(error, InfinityAssistantError):
        error.__traceback__ = _remove_internal(error.__traceback__)
        _hide_causes(error, keep=True)
        return error
    error.__traceback__ = None
    # What was handled when it was raised may hold a body. What the caller handles comes back when it is raised again.
    error.__context__ = None
    _hide_causes(error, keep=False)
    return error


def _hide_causes(error: BaseException, *, keep: bool) -> None:
    seen = {id(error)}
    cause = error.__cause__ or error.__context__
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        following = cause.__cause__ or cause.__context__
        cause.__traceback__ = _remove_internal(cause.__traceback__) if keep else None
        if not keep:
            cause.__context__ = None
        cause = following


def _remove_internal(traceback: Optional[TracebackType]) -> Optional[TracebackType]:
    kept = []
    while traceback is not None:
        if traceback.tb_frame.f_globals.get("__name__", "").partition(".")[0] not in _INTERNAL:
            kept.append(traceback)
        traceback = traceback.tb_next
    result: Optional[TracebackType] = None
    for part in reversed(kept):
        result = TracebackType(result, part.tb_frame, part.tb_lasti, part.tb_lineno)
    return result


def _wrap(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def outer(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except BaseException as exc:
            error = hide_frames(explain_import(exc) or exc)
        del args, kwargs
        try:
            raise error
        finally:
            del error

    return outer


def _wrap_coroutine(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    async def outer(*args: Any, **kwargs: Any) -> Any:
        try:
            return await function(*args, **kwargs)
        except BaseException as exc:
            error = hide_frames(explain_import(exc) or exc)
        del args, kwargs
        try:
            raise error
        finally:
            del error

    return outer
