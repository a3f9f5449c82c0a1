# SPDX-License-Identifier: MIT. Generated from overlays/_http/pool.py: edit that file, then run `make generate`.
"""The connections of a client: idle ones, kept for the next call, and those in use. Sync and async alike."""

from __future__ import annotations

import time
from collections import deque
from typing import Any, Callable, Deque, Dict, Generic, Optional, Protocol, TypeVar

from infinity_assistant._http.connection_limit import ConnectionLimit

#: The service closes an idle connection after 5 s; one that is dropped before cannot break a request.
KEEP_SECONDS = 3.0

#: A server that closes a connection sooner than this did not let it be idle for too long: it keeps none.
YOUNG_SECONDS = 1.0

#: How long such a server is taken at its word. Then one more connection is kept, to see.
DISTRUST_SECONDS = 5.0


class PooledConnection(Protocol):
    """What a pool needs to know of a connection. It notes there since when it is idle, or was last."""

    idle_since: float

    def abort(self) -> None:
        """Close it at once."""
        ...


C = TypeVar("C", bound=PooledConnection)


class Pool(Generic[C]):
    """The connections of one event loop, or of all threads. Idle ones: last in, first out.

    It holds no lock, for the reasons given in `connection_limit`. `start_expiry` is called when a connection
    becomes idle and must see to it that `expire` is called in time, until that returns `None`.
    """

    def __init__(self, scope: Any, limit: int, start_expiry: Callable[[Pool[C]], None]) -> None:
        self.scope = scope
        self.limit: ConnectionLimit = ConnectionLimit(limit)
        self.guard: Any = None
        self.closed: bool = False
        self._idle: Deque[C] = deque()
        self._trusted_from = 0.0
        self._lent: Dict[int, C] = {}
        self._expiring = False
        self._start_expiry = start_expiry

    def __len__(self) -> int:
        return len(self._idle)

    def take(self) -> Optional[C]:
        """Return the connection that became idle last, or `None`. It may have been closed meanwhile."""
        while True:
            try:
                connection = self._idle.pop()
            except IndexError:
                return None
            if time.monotonic() - connection.idle_since < KEEP_SECONDS:
                return connection
            connection.abort()

    def lend(self, connection: C) -> C:
        """Note that `connection` is in use; the turn of its user goes back with it."""
        self._lent[id(connection)] = connection
        return connection

    def give(self, connection: C) -> None:
        """Keep a connection for later, if the server keeps connections."""
        now = time.monotonic()
        if now < self._trusted_from:
            connection.abort()
            return
        if self._lent.pop(id(connection), None) is None:
            return
        connection.idle_since = now
        self._idle.append(connection)
        self.limit.release()
        if self.closed:
            self.clear()
        elif not self._expiring:
            self._expiring = True
            self._start_expiry(self)

    def forget(self, connection: C) -> None:
        """Note that a connection has been closed. Doing so twice does no harm."""
        if self._lent.pop(id(connection), None) is not None:
            self.limit.release()

    def distrust(self, connection: C) -> None:
        """Note that the server closed a connection without a word, and see whether it is wise to keep others.

        An end that crosses a request fails a call that nobody may repeat. One call shows it, not every second one.
        """
        now = time.monotonic()
        if now - connection.idle_since < YOUNG_SECONDS:
            self._trusted_from = now + DISTRUST_SECONDS

    def expire(self) -> Optional[float]:
        """Close what has been idle for too long; return after how many seconds to do so again, `None` for never."""
        remaining = self._expire()
        if remaining is None:
            self._expiring = False
            # One that came back just before saw the flag still up.
            remaining = self._expire()
            self._expiring = remaining is not None
        return remaining

    def stop_expiry(self) -> None:
        """Have `start_expiry` called again for the next connection that becomes idle."""
        self._expiring = False

    def clear(self) -> None:
        """Close every idle connection, and those that come back."""
        self.closed = True
        while self._idle:
            try:
                self._idle.pop().abort()
            except IndexError:
                return

    def end(self) -> None:
        """Close every connection, those in use as well: their event loop ends."""
        self.clear()
        for connection in list(self._lent.values()):
            connection.abort()

    def _expire(self) -> Optional[float]:
        while True:
            try:
                connection = self._idle.popleft()
            except IndexError:
                return None
            remaining = connection.idle_since + KEEP_SECONDS - time.monotonic()
            if remaining > 0:
                self._idle.appendleft(connection)
                if self.closed:  # Since just now: `clear` has not seen this one.
                    self.clear()
                return remaining
            connection.abort()
