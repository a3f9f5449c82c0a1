# SPDX-License-Identifier: MIT. Generated from overlays/_http/async_httpx_job.py: edit that file, then run `make generate`.
"""Waiting for httpx in a task of its own, on asyncio and trio.

httpx gives up an exchange whose wait is cancelled, be it by a deadline or by a heartbeat of the caller's. In a task of
its own it goes on meanwhile, and the wait can be taken up again.
"""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Dict, Generic, Optional, TypeVar

import anyio

from infinity_assistant._http.async_event import make_event
from infinity_assistant._http.async_network import call_soon, current_scope, is_cancellation, spawn
from infinity_assistant._http.httpx_trace import LEAVING, HttpxTrace

T = TypeVar("T")
Note = Callable[[str, Dict[str, Any]], Awaitable[None]]


def make_note(trace: HttpxTrace) -> Note:
    """Return the function that httpcore calls for each event of an exchange."""

    connected: Any = None

    async def note(name: str, info: Dict[str, Any]) -> None:
        nonlocal connected
        trace.note(name, info)
        if name.endswith(".connect_tcp.complete"):
            connected = info["return_value"]
        elif name.endswith(LEAVING) and connected is not None:
            await connected.aclose()

    return note


def read_timeout(seconds: Optional[float]) -> Optional[float]:
    """Return no timeout for a read: whoever waits for the job keeps the deadline, which changes within a stream."""
    return None


def bind(stream: Any) -> None:
    """Do nothing: a wait can be cancelled."""


def close_soon(response: Any, scope: Any) -> None:
    """Close a response of the event loop `scope`, from wherever."""

    def close() -> None:
        try:
            AsyncHttpxJob(response.aclose, HttpxTrace())
        except RuntimeError:
            pass  # The run of trio is over, and its connections go with it.

    call_soon(scope, close)


class AsyncHttpxJob(Generic[T]):
    """Awaits what `function` returns, once. Who waits for that may give up, and come again."""

    def __init__(self, function: Callable[[], Awaitable[T]], trace: HttpxTrace) -> None:
        self.done = self._is_given_up = False
        self._function = function
        self._value: Any = None
        self._left: Any = None
        self._failure: Optional[BaseException] = None
        self._wake: Callable[[], object] = bool
        self._scope = current_scope()
        # httpcore closes connections in scopes that are shielded from others, not from the cancellation of its task.
        self._cancel_scope = anyio.CancelScope()
        spawn(self._run)

    async def result(self, deadline: float, complaint: str) -> T:
        """Wait for it, and return what the function returned.

        Raises:
            TimeoutError: The deadline passed first; `complaint` is its text.
        """
        event = make_event()
        self._wake = event.set
        if not self.done:
            await event.wait(deadline, complaint)
        if self._failure is not None:
            raise self._failure
        result: T = self._value
        return result

    def cancel(self, response: Any = None) -> None:
        """Give it up, from whatever thread, and wake who waits for it.

        Afterwards `response` is closed, or one that it has brought and nobody has taken.
        """
        self._left = self._left or response
        if self.done:
            left = self._find_left()
            if left is not None:
                close_soon(left, self._scope)
            return
        self._is_given_up = True
        self._failure = _make_given_up_error()
        call_soon(self._scope, self._cancel_scope.cancel)
        self._wake()

    async def _run(self) -> None:
        try:
            with self._cancel_scope:
                self._value = await self._function()
            left = self._find_left() if self._is_given_up else None
            if left is not None:
                await left.aclose()
        except BaseException as exc:
            self._failure = exc
            if is_cancellation(exc):  # Its event loop ends.
                self._failure = _make_given_up_error()
                raise
        finally:
            if self._is_given_up:
                self._failure = _make_given_up_error()
            self.done = True
            self._wake()

    def _find_left(self) -> Any:
        """Return the response that has to be closed, if there is one: httpx closes one itself where it is cancelled."""
        left = self._value if hasattr(self._value, "aclose") else self._left
        return None if left is None or left.is_closed else left


def _make_given_up_error() -> Exception:
    return ConnectionAbortedError("the exchange was given up")
