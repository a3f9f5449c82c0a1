# SPDX-License-Identifier: MIT
"""Work that may take long, in a thread of its own, so that a deadline can pass while it is going on."""

from __future__ import annotations

import sys
import threading
from collections import deque
from typing import Any, Callable, Deque, Optional


def start_thread(thread: threading.Thread) -> bool:
    """Start `thread`; return False where that cannot be."""
    # A thread that is started while the interpreter shuts down never runs, and `start` would wait for it for ever.
    if sys.is_finalizing():
        return False
    try:
        thread.start()
    except RuntimeError:
        return False
    return True


class BackgroundJob:
    """Calls `work` once. Many may wait for it, and whoever gives up leaves it to the others.

    The thread is a daemon, unlike those of an executor: a name server that does not respond must not hold up the end
    of the program, or of `asyncio.run`.
    """

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._waiting: Deque[Callable[[], None]] = deque()
        self._result: Any = None
        self._failure: Optional[BaseException] = None
        self.done = False

    def start(self) -> None:
        """Begin. Where there are no threads, the work is done here and now: late is better than never."""
        if not start_thread(threading.Thread(target=self._run, name="infinity-assistant", daemon=True)):
            self._run()

    def subscribe(self, wake: Callable[[], None]) -> None:
        """Have `wake` called, from whatever thread, when the work is done. It may be called twice."""
        self._waiting.append(wake)
        if self.done:
            self._wake_all()

    def result(self) -> Any:
        """Return what the work returned, or raise what it raised."""
        if self._failure is not None:
            # An exception that many raise would collect the traceback of each of them.
            raise self._failure.with_traceback(None)
        return self._result

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as exc:
            self._failure = exc
        self.done = True
        self._wake_all()

    def _wake_all(self) -> None:
        while self._waiting:
            try:
                self._waiting.popleft()()
            except IndexError:
                return
