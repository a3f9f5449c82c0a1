# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_running/crew.py: edit that file, then run `make generate`.
"""Threads that do the same work side by side, and what they wait with."""

from __future__ import annotations

import os
import threading
import time
from functools import partial
from typing import Any, Callable, Tuple

from infinity_assistant._models.call import Call

#: Makes a call, and returns its result, and the JSON that it was read from.
Make = Callable[[Call[Any]], Tuple[Any, bytes]]
sleep = time.sleep
make_condition = threading.Condition
make_lock = threading.Lock
#: `time.sleep(0)` serves where there is nothing else, and takes 14 µs of CPU.
let_threads_go: Callable[[], object] = getattr(os, "sched_yield", partial(time.sleep, 0))


def let_others_go() -> None:
    """Threads take turns by themselves; the journal lets those go that are ready."""


class Crew:
    """So many threads. Whoever leaves waits for what is under way."""

    def __init__(self, work: Callable[[], None], count: int) -> None:
        self._threads = [threading.Thread(target=work, name="bulk", daemon=True) for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def leave(self) -> None:
        """Wait until all have ended."""
        for thread in self._threads:
            thread.join()
