# SPDX-License-Identifier: MIT
"""Ends the idle connections of blocking clients, whether or not anything is called."""

from __future__ import annotations

import os
import threading
import time
from typing import Any, Dict, Optional
from weakref import ref

from infinity_assistant._http.background import start_thread
from infinity_assistant._http.event import Event
from infinity_assistant._http.pool import Pool


class IdleReaper:
    """One thread for all pools of the process, there only while a connection is idle.

    It is sent away for a fork: a process with threads cannot be forked safely, and CPython warns of it.
    """

    def __init__(self) -> None:
        self._pools: Dict[int, ref[Pool[Any]]] = {}
        self._thread: Optional[threading.Thread] = None
        self._stop = Event()
        self._heeds_forks = not hasattr(os, "register_at_fork")

    def add(self, pool: Pool[Any]) -> None:
        """Expire the connections of `pool` until none is idle."""
        self._pools[id(pool)] = ref(pool)
        if self._thread is None:
            self._start()

    def pause(self) -> None:
        """Send the thread away: the process is about to be forked."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._stop.set()
            if thread.is_alive():
                thread.join(1)

    def resume(self) -> None:
        """Go on where the thread stopped, in the process that was forked."""
        if self._pools and self._thread is None:
            self._start()

    def restart(self) -> None:
        """Leave alone, in the forked process, what belongs to the other; the next connection begins anew."""
        self._thread = None
        while self._pools:
            pool = self._pools.popitem()[1]()
            if pool is not None:
                pool.stop_expiry()

    def _start(self) -> None:
        if not self._heeds_forks:
            self._heeds_forks = True
            os.register_at_fork(before=self.pause, after_in_parent=self.resume, after_in_child=self.restart)
        self._stop = stop = Event()
        thread = threading.Thread(target=self._run, args=(stop,), name="infinity-assistant-idle", daemon=True)
        self._thread = thread
        if not start_thread(thread):
            # Where there are no threads, connections end with the next call, or with the client.
            self._thread = None
            self._pools.clear()

    def _run(self, stop: Event) -> None:
        while True:
            wait = self._expire()
            if wait is None:
                self._thread = None
                # A pool that was added just before saw the thread still at work.
                if not self._pools:
                    return
                self._thread = threading.current_thread()
                continue
            try:
                stop.wait(time.monotonic() + wait, "")
            except TimeoutError:
                continue
            if self._thread is threading.current_thread():
                self._thread = None
            return

    def _expire(self) -> Optional[float]:
        """Expire every pool; return when to do so again, `None` when nothing is idle."""
        soonest: Optional[float] = None
        busy: Dict[int, ref[Pool[Any]]] = {}
        while self._pools:
            try:
                key, held = self._pools.popitem()
            except KeyError:
                break
            pool = held()
            remaining = None if pool is None else pool.expire()
            if remaining is not None:
                busy[key] = held
                soonest = remaining if soonest is None else min(soonest, remaining)
        for key, held in busy.items():
            self._pools.setdefault(key, held)
        return soonest


_REAPER = IdleReaper()

start_expiry = _REAPER.add
