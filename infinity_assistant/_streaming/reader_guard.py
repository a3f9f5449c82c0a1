# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/reader_guard.py: edit that file, then run `make generate`.
"""One reader at a time, in the process that opened the stream."""

from __future__ import annotations

import os
import threading
from types import TracebackType
from typing import Optional, Type

from infinity_assistant.errors import InfinityAssistantConcurrentReadError, InfinityAssistantForkedStreamError


class _Process:
    """Counts the forks between the first process and this one: cheaper to compare than a call of `os.getpid`."""

    generation = 0

    @classmethod
    def count_fork(cls) -> None:
        cls.generation += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_Process.count_fork)


class ReaderGuard:
    """A context that lets one reader wait for the stream; the second is refused, and so is a forked child."""

    __slots__ = ("_generation", "_lock")

    def __init__(self) -> None:
        self._generation = _Process.generation
        self._lock = threading.Lock()

    @property
    def is_held(self) -> bool:
        """Whether somebody waits for the stream now."""
        return self._lock.locked()

    @property
    def is_forked(self) -> bool:
        """Whether this process is a child of the one that opened the stream."""
        return self._generation != _Process.generation

    def check_process(self) -> None:
        """Raise `InfinityAssistantForkedStreamError` in a forked child: two processes would share the bytes."""
        if self._generation != _Process.generation:
            raise InfinityAssistantForkedStreamError(
                "the stream belongs to the process that opened it: open one of its own in the forked child"
            )

    def __enter__(self) -> None:
        self.check_process()
        if not self._lock.acquire(blocking=False):
            raise InfinityAssistantConcurrentReadError(
                "another task or thread is reading this stream: read it in one place, or open a stream for each"
            )

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._lock.release()
