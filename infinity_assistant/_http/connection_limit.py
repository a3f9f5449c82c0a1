# SPDX-License-Identifier: MIT. Generated from overlays/_http/connection_limit.py: edit that file, then run `make generate`.
"""How many connections may be in use, and who gets the next one. Sync and async alike: nothing here waits.

Nothing here locks either. A signal handler, the garbage collector or a forked child may come in at any point, and would
wait for ever for a lock that is held below it. Operations of a `deque` or a `list` are atomic, and that is enough.
"""

from __future__ import annotations

import os
from collections import deque
from itertools import repeat
from typing import Callable, Deque, List, Optional

#: The most connections, unless the caller says otherwise.
DEFAULT_LIMIT = 1000

#: Descriptors that are left to the rest of the program.
RESERVED = 64


def find_default_limit() -> int:
    """Return how many connections a process like this one can have: fewer than it may have open files."""
    soft = _find_file_limit()
    return DEFAULT_LIMIT if soft is None else max(1, min(DEFAULT_LIMIT, soft - RESERVED))


def describe_full(limit: int) -> str:
    """Say why a call did not get its turn."""
    return f"no connection came free in time: all {limit} were in use (see max_connections)"


def _find_file_limit() -> Optional[int]:
    if not hasattr(os, "sysconf"):  # Windows has none.
        return None
    try:
        limit = os.sysconf("SC_OPEN_MAX")
    except (ValueError, OSError):
        return None
    return limit if limit > 0 else None


class Waiter:
    """One call that waits for its turn. `wake` is called once, from whatever thread, when that has come."""

    __slots__ = ("_pending", "_wake")

    def __init__(self, wake: Callable[[], None]) -> None:
        self._pending: List[None] = [None]
        self._wake = wake

    def grant(self) -> bool:
        """Give it its turn; return False if it waits no more."""
        if not self.withdraw():
            return False
        self._wake()
        return True

    def withdraw(self) -> bool:
        """Wait no more; return False if the turn had been given before."""
        try:
            self._pending.pop()
        except IndexError:
            return False
        return True


class ConnectionLimit:
    """Lets in so many calls at a time, first come, first served."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._free: Deque[None] = deque(repeat(None, size))
        self._waiting: Deque[Waiter] = deque()

    def acquire_nowait(self) -> bool:
        """Take a turn if one is free and nobody waits for it."""
        return not self._waiting and _pop(self._free)

    def enqueue(self, wake: Callable[[], None], *, first: bool = False) -> Waiter:
        """Wait in line for a turn, or `first` in it."""
        waiter = Waiter(wake)
        if first:
            self._waiting.appendleft(waiter)
        else:
            self._waiting.append(waiter)
        self._serve()
        return waiter

    def cancel(self, waiter: Waiter) -> None:
        """Take a waiter out of the line; a turn that it has been given goes to the next."""
        if not waiter.withdraw():
            self.release()
            return
        try:
            self._waiting.remove(waiter)
        except ValueError:
            pass  # `_serve` has come across it and left it out.

    def release(self) -> None:
        """Give a turn back."""
        self._free.append(None)
        self._serve()

    def _serve(self) -> None:
        # Whoever adds a turn or a waiter comes here afterwards, so the later of two that come at once sees both.
        while self._waiting and _pop(self._free):
            try:
                granted = self._waiting.popleft().grant()
            except IndexError:
                granted = False
            if not granted:
                self._free.append(None)


def _pop(free: Deque[None]) -> bool:
    try:
        free.pop()
    except IndexError:
        return False
    return True
