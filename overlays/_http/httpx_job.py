# SPDX-License-Identifier: MIT
"""Waiting for httpx in the thread that asks.

A timeout of httpx bounds one read, so a response that drips would outlive the deadline. Its connections are therefore
given methods that ask for the deadline of whoever uses them; they are found by the `trace` extension of httpcore.
"""

from __future__ import annotations

import socket
import sys
import threading
from typing import Any, Callable, Dict, Generic, Optional, TypeVar
from weakref import ref

from infinity_assistant._http.background import BackgroundJob
from infinity_assistant._http.deadline import INFINITY, remaining_seconds
from infinity_assistant._http.httpx_trace import LEAVING, HttpxTrace

T = TypeVar("T")
Note = Callable[[str, Dict[str, Any]], None]

#: How much of a request is handed over between two looks at the clock, in bytes.
PIECE = 65536

_CURRENT = threading.local()


def make_note(trace: HttpxTrace) -> Note:
    """Return the function that httpcore calls for each event of an exchange."""

    connected: Any = None

    def note(name: str, info: Dict[str, Any]) -> None:
        nonlocal connected
        trace.note(name, info)
        if name.endswith((".connect_tcp.complete", ".connect_unix_socket.complete", ".start_tls.complete")):
            connected = info["return_value"]
            bind(connected)
        elif name.endswith(LEAVING) and connected is not None:
            connected.close()

    return note


def read_timeout(seconds: Optional[float]) -> Optional[float]:
    """Return the timeout for one read, where nothing else bounds it."""
    return seconds


def bind(stream: Any) -> None:
    """Have a connection of httpcore keep the deadline of the job that uses it; calls of others are as they were."""
    if stream is None or "read" in getattr(stream, "__dict__", ("read",)):
        return
    stream_type, held = type(stream), ref(stream)

    def read(max_bytes: int, timeout: Optional[float] = None) -> Any:
        return stream_type.read(held(), max_bytes, _enter(held, timeout))

    def write(buffer: bytes, timeout: Optional[float] = None) -> None:
        for start in range(0, len(buffer), PIECE):
            stream_type.write(held(), buffer[start : start + PIECE], _enter(held, timeout))

    def start_tls(ssl_context: Any, server_hostname: Optional[str] = None, timeout: Optional[float] = None) -> Any:
        return stream_type.start_tls(held(), ssl_context, server_hostname, _enter(held, timeout, is_longest=True))

    stream.read, stream.write, stream.start_tls = read, write, start_tls


def close_soon(response: Any, scope: Any) -> None:
    """Close a response, from wherever: closing takes a lock, and the garbage collector may come in below it."""
    # A program that ends closes its connections without httpx, which asks datetime for the time: that module is gone by
    # then, and CPython 3.13.0 crashes.
    if not sys.is_finalizing():
        BackgroundJob(response.close).start()


class HttpxJob(Generic[T]):
    """Calls `function`, which lets httpx wait, when its result is asked for."""

    def __init__(self, function: Callable[[], T], trace: HttpxTrace) -> None:
        self.done = False
        self._function = function
        self._trace = trace
        self._deadline = INFINITY
        self._complaint = ""
        self._stream: Any = None
        self._is_cancelled = False

    def result(self, deadline: float, complaint: str) -> T:
        """Return what the function returns.

        Raises:
            TimeoutError: The deadline has passed; `complaint` is its text.
        """
        self._deadline, self._complaint = deadline, complaint
        outer = getattr(_CURRENT, "job", None)
        _CURRENT.job = self
        try:
            return self._function()
        finally:
            _CURRENT.job = outer
            self.done = True

    def cancel(self, response: Any = None) -> None:
        """Wake it, from whatever thread: its connection ends. One that carries the exchanges of others is left.

        When it is done, `response` is closed; until then httpx closes it itself.
        """
        if self.done:
            if response is not None and not response.is_closed:
                close_soon(response, None)
            return
        # The other thread notes its connection first, and looks at this then: one of the two sees both.
        self._is_cancelled = True
        self._end_connection()

    def _end_connection(self) -> None:
        sock = None if self._stream is None or self._trace.is_shared else self._stream.get_extra_info("socket")
        try:
            if sock is not None:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        except OSError:
            pass  # It has ended already.

    def enter(self, stream: Any, timeout: Optional[float], *, is_longest: bool) -> Optional[float]:
        """Note that `stream` is used, and return how long it may wait; `timeout` itself if `is_longest`."""
        self._stream = stream
        if self._is_cancelled:
            self._end_connection()
        remaining = remaining_seconds(self._deadline, self._complaint)
        if remaining is None or (is_longest and timeout is not None and timeout < remaining):
            return timeout
        return remaining


def _enter(held: Any, timeout: Optional[float], *, is_longest: bool = False) -> Optional[float]:
    job: Optional[HttpxJob[Any]] = getattr(_CURRENT, "job", None)
    return timeout if job is None else job.enter(held(), timeout, is_longest=is_longest)
