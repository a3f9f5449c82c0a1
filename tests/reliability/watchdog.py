"""Ends a test whose call hangs, and says where it hangs."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import Callable, List, TypeVar

T = TypeVar("T")


def watch(function: Callable[[], T], seconds: float) -> T:
    """Call `function` in a thread of its own; fail with its stack when it takes longer than `seconds`."""
    results: List[T] = []
    errors: List[BaseException] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        stack = "".join(traceback.format_stack(sys._current_frames()[thread.ident or 0]))
        raise AssertionError(f"still running after {seconds} s:\n{stack}")
    if errors:
        raise errors[0]
    return results[0]
