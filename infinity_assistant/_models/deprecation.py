# SPDX-License-Identifier: MIT. Generated from overlays/_models/deprecation.py: edit that file, then run `make generate`.
"""Deprecation as types and at run time (PEP 702), on every Python."""

from __future__ import annotations

import sys
import warnings
from types import FrameType
from typing import TYPE_CHECKING, Any, Callable, Optional, Set, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

_warned: Set[str] = set()
#: Modules that read every field without asking for any.
_WALKERS = frozenset({"attr", "attrs", "copy", "pickle", "copyreg"})

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message: str) -> Callable[[F], F]:
        """Mark a function, which itself calls `warn_once`: no wrapper stands between it and its caller."""

        def mark(function: F) -> F:
            function.__deprecated__ = message
            return function

        return mark


class DeprecatedField:
    """An attribute of a model that the service advises against: reading it, by name or by key, warns once.

    What the package itself does with all fields alike (writing, comparing, showing) warns of none.
    """

    def __init__(self, slot: Any, message: str) -> None:
        self._slot = slot
        self._message = message

    def __get__(self, model: Any, owner: Optional[type] = None) -> Any:
        if model is None:
            return self
        if _is_asked_for(sys._getframe(1)):
            warn_once(self._message)
        return self._slot.__get__(model, owner)

    def __set__(self, model: Any, value: Any) -> None:
        self._slot.__set__(model, value)


def deprecate_field(model: type, name: str, message: str) -> None:
    """Have a field of a model warn when it is read."""
    setattr(model, name, DeprecatedField(vars(model)[name], message))


def warn_once(message: str) -> None:
    """Give a `DeprecationWarning` unless this one was given before.

    It points at whoever called the caller or, where that is the package itself, at whoever called the package.
    """
    if message not in _warned:
        _warned.add(message)
        level, frame = 3, sys._getframe(2)
        while frame.f_back is not None and _is_ours(frame):
            level, frame = level + 1, frame.f_back
        warnings.warn(message, DeprecationWarning, stacklevel=level)


def _is_asked_for(frame: FrameType) -> bool:
    """Return whether a field is read because somebody named it."""
    if frame.f_code.co_name == "_get_value" and frame.f_back is not None:
        return frame.f_back.f_code.co_name in ("__getitem__", "get")
    return not _is_ours(frame) and frame.f_globals.get("__name__", "").partition(".")[0] not in _WALKERS


def _is_ours(frame: FrameType) -> bool:
    return bool(frame.f_globals.get("__name__", "").partition(".")[0] == "infinity_assistant")
