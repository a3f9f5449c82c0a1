# SPDX-License-Identifier: MIT. Generated from overlays/_http/interruption.py: edit that file, then run `make generate`.
"""How another thread or task ends what a stream waits for before there is a response. Sync and async alike."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Callable, Iterator, Optional

from infinity_assistant.errors import InfinityAssistantNetworkError


class Interruption:
    """Whether a call is to be given up. Nothing here locks: a signal handler may come in at any point."""

    __slots__ = ("_wake", "is_set")

    def __init__(self) -> None:
        self.is_set: bool = False
        self._wake: Optional[Callable[[], object]] = None

    def set(self) -> None:
        """Give the call up, and wake who waits for it."""
        self.is_set = True
        wake = self._wake
        if wake is not None:
            wake()

    def check(self) -> None:
        """Raise `InfinityAssistantNetworkError` if the call has been given up: it is not made again."""
        if self.is_set:
            error = InfinityAssistantNetworkError("the call was given up")
            error.retryable = False
            raise error

    @contextmanager
    def waking(self, wake: Callable[[], object]) -> Iterator[None]:
        """Have `wake` called when the call is given up within the block, and raise what `check` raises."""
        self._wake = wake
        try:
            self.check()
            yield
        except Exception:
            self.check()
            raise
        finally:
            self._wake = None
        self.check()


@contextmanager
def waking(interruption: Optional[Interruption], wake: Callable[[], object]) -> Iterator[None]:
    """Do the same where there may be nobody who could give the call up."""
    if interruption is None:
        yield
        return
    with interruption.waking(wake):
        yield
