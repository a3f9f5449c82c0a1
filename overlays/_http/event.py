# SPDX-License-Identifier: MIT
"""Something that a thread waits for."""

from __future__ import annotations

import threading

from infinity_assistant._http.deadline import remaining_seconds


class Event:
    """One thread waits, another one wakes it.

    A bare lock rather than `threading.Event`: a signal handler may call `set` while the thread that it interrupts is
    in the midst of `wait`, and would wait for the lock within that for ever.
    """

    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lock.acquire()

    def set(self) -> None:
        """Wake who waits, from whatever thread. Doing so twice does no harm."""
        try:
            self._lock.release()
        except RuntimeError:
            pass  # It was set before.

    def wait(self, deadline: float, complaint: str) -> None:
        """Wait for `set`.

        Raises:
            TimeoutError: The deadline passed first; `complaint` is its text.
        """
        remaining = remaining_seconds(deadline, complaint)
        if not self._lock.acquire(timeout=-1 if remaining is None else remaining):
            raise TimeoutError(complaint)


def make_event() -> Event:
    """Return an event for the calling thread."""
    return Event()
