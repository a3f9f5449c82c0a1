# SPDX-License-Identifier: MIT
"""Something for each event loop, or one for all threads; in a forked child, anew."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, Generic, Optional, Tuple, TypeVar

T = TypeVar("T")


class PerScope(Generic[T]):
    """Values by who may use them (see `current_scope`). Those of event loops that were closed are forgotten."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        # What belongs to the parent of a forked child stays here: the child neither uses nor collects it.
        self._values: Dict[Tuple[int, int], Tuple[Any, T]] = {}

    def get(self, scope: Any) -> T:
        """Return the value of `scope`; made if it has none."""
        key = os.getpid(), id(scope)
        held = self._values.get(key)
        if held is None or held[0] is not scope:
            self._sweep()
            held = self._values.setdefault(key, (scope, self._make()))
        return held[1]

    def pop(self, scope: Any) -> Optional[T]:
        """Take the value of `scope` away and return it, if there is one."""
        held = self._values.pop((os.getpid(), id(scope)), None)
        return None if held is None else held[1]

    def _sweep(self) -> None:
        for key, (scope, _) in list(self._values.items()):
            if key[0] == os.getpid() and hasattr(scope, "is_closed") and scope.is_closed():
                self._values.pop(key, None)
