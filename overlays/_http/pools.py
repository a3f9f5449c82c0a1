# SPDX-License-Identifier: MIT
"""The pools of a client: one for each event loop of a process, or one for all threads."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, Generic, List, Optional
from weakref import ref

from infinity_assistant._http.pool import C, Pool

#: Returns a pool, or `None` when it has gone.
Held = Callable[[], Optional[Pool[C]]]


class Pools(Generic[C]):
    """A pool for each event loop of this process, or one for all threads; in a forked child, anew.

    `hold` decides who keeps a pool alive. That of an event loop belongs to the loop, whose connections and timers hold
    it: with the loop all of them go, whether it was ended, closed by hand or just dropped.
    """

    def __init__(self, make: Callable[[Any], Pool[C]], hold: Callable[[Pool[C]], Held[C]]) -> None:
        self._make = make
        self._hold = hold
        # Those of the parent of a forked child stay here: the child neither uses nor closes nor collects them.
        self._by_process: Dict[int, Dict[ref[Any], Held[C]]] = {}

    def of(self, scope: Any) -> Pool[C]:
        """Return the pool that `scope` may use."""
        pools = self._find_own()
        held = pools.get(ref(scope))
        pool = None if held is None else held()
        return self._add(pools, scope) if pool is None else pool

    def clear(self) -> None:
        """Close every idle connection of this process."""
        for pool in self._list_living():
            pool.clear()

    def __len__(self) -> int:
        return sum(map(len, self._list_living()))

    def _add(self, pools: Dict[ref[Any], Held[C]], scope: Any) -> Pool[C]:
        for pool in self._list_living():
            if _has_ended(pool.scope):
                pool.end()
        made = self._make(scope)
        held = self._hold(made)
        # Of two threads that come at once, one makes the pool of both.
        shared = pools.setdefault(ref(scope, lambda gone: pools.pop(gone, None)), held)()
        if shared is None:
            # Its last pool has gone, and an event loop is of one thread.
            pools[ref(scope)], shared = held, made
        return shared

    def _find_own(self) -> Dict[ref[Any], Held[C]]:
        pid = os.getpid()
        pools = self._by_process.get(pid)
        return self._by_process.setdefault(pid, {}) if pools is None else pools

    def _list_living(self) -> List[Pool[C]]:
        pools = [held() for held in list(self._find_own().values())]
        return [pool for pool in pools if pool is not None]


def _has_ended(scope: Any) -> bool:
    return hasattr(scope, "is_closed") and bool(scope.is_closed())
