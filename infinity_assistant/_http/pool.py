# SPDX-License-Identifier: MIT. Generated from overlays/_http/pool.py: edit that file, then run `make generate`.
"""Idle connections, kept for the next call. Colourless: nothing here waits."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from typing import Any, Deque, Generic, List, Protocol, Tuple, TypeVar
from weakref import WeakKeyDictionary, WeakSet

#: The service closes an idle connection after 5 s; one that is dropped before cannot break a request.
KEEP_SECONDS = 3.0

#: The most idle connections that are kept.
KEEP_MOST = 1000


class Connection(Protocol):
    """What a pool needs to know of a connection."""

    def is_stale(self) -> bool:
        """Whether it can no longer be used."""
        ...

    def abort(self) -> None:
        """Close it at once."""
        ...


C = TypeVar("C", bound=Connection)

#: What belongs to the parent of a forked child is never closed by the child, so it is never collected either.
_OF_THE_PARENT: List[Any] = []


class Pool(Generic[C]):
    """The idle connections of one event loop, or of all threads: last in, first out."""

    def __init__(self) -> None:
        self._idle: Deque[Tuple[float, C]] = deque()
        self._made: WeakSet[C] = WeakSet()
        self._lock = threading.Lock()
        self.guard: Any = None
        self.closed = False

    def __len__(self) -> int:
        return len(self._idle)

    def take(self) -> Any:
        """A connection that is fit for use, or `None`."""
        while self._idle:
            with self._lock:
                if not self._idle:
                    return None
                since, connection = self._idle.pop()
            if time.monotonic() - since < KEEP_SECONDS and not connection.is_stale():
                return connection
            connection.abort()
        return None

    def made(self, connection: C) -> C:
        """Remember a new connection for `end`, whoever holds it meanwhile."""
        self._made.add(connection)
        return connection

    def give(self, connection: C) -> None:
        """Keep a connection for later."""
        now = time.monotonic()
        with self._lock:
            if not self.closed:
                self._idle.append((now, connection))
                expired = self._expired(now)
            else:
                expired = [connection]
        for old in expired:
            old.abort()

    def clear(self) -> None:
        """Close every idle connection, and those that come back."""
        with self._lock:
            self.closed = True
            idle, self._idle = self._idle, deque()
        for _, connection in idle:
            connection.abort()

    def end(self) -> None:
        """Close every connection, those in use as well: their event loop ends."""
        self.clear()
        for connection in list(self._made):
            connection.abort()

    def _expired(self, now: float) -> List[C]:
        expired = []
        while self._idle and (now - self._idle[0][0] >= KEEP_SECONDS or len(self._idle) > KEEP_MOST):
            expired.append(self._idle.popleft()[1])
        return expired


class Pools(Generic[C]):
    """A pool for each event loop of this process; in a forked child, anew."""

    def __init__(self) -> None:
        self._pid = os.getpid()
        self._pools: WeakKeyDictionary[Any, Pool[C]] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def of(self, scope: Any) -> Pool[C]:
        """The pool that `scope` may use."""
        if self._pid != os.getpid():
            self._forked()
        pool = self._pools.get(scope)
        if pool is None or pool.closed:
            with self._lock:
                pool = self._pools.get(scope)
                if pool is None or pool.closed:
                    pool = self._pools[scope] = Pool()
        return pool

    def clear(self) -> None:
        """Close every idle connection of this process."""
        if self._pid == os.getpid():
            for pool in list(self._pools.values()):
                pool.clear()

    def __len__(self) -> int:
        return sum(map(len, list(self._pools.values()))) if self._pid == os.getpid() else 0

    def _forked(self) -> None:
        _OF_THE_PARENT.append(self._pools)
        # The number comes last: a thread that sees it must not see the pools of the parent.
        self._lock, self._pools, self._pid = threading.Lock(), WeakKeyDictionary(), os.getpid()
