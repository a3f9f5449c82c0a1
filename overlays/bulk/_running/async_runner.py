# SPDX-License-Identifier: MIT
"""Run a job: workers take its calls one by one, and their results are collected."""

from __future__ import annotations

import time
from typing import List, Optional

from infinity_assistant.bulk._ledger import Ledger, Row
from infinity_assistant.bulk._result import BulkResult
from infinity_assistant.bulk._running.async_crew import (
    AsyncCrew,
    AsyncMake,
    async_let_others_go,
    async_make_condition,
    async_sleep,
)
from infinity_assistant.errors import InfinityAssistantError

#: How soon a worker that waits sees that the job has ended, in seconds.
_NOTICE = 0.2


class AsyncRunner:
    """So many workers, each of which makes one call after the other."""

    def __init__(self, make: AsyncMake, ledger: Ledger) -> None:
        self._make_call = make
        self._ledger = ledger
        self._changed = async_make_condition()
        self._crew: Optional[AsyncCrew] = None
        self._alive = 0
        self._is_closed = False
        self._failure: Optional[BaseException] = None

    async def collect(self) -> List[BulkResult]:
        """Wait for results, and return them; none when the job is over.

        Raises:
            BaseException: Why the job has stopped before its end.
        """
        if self._crew is None:
            self._start()
        results = await self._wait_for_results()
        while not results and self._failure is None:
            pause = self._ledger.begin_pause()
            if pause is None:
                break
            self._ledger.resume()
            await self._pause(pause)
            self._start()
            results = await self._wait_for_results()
        results = results or self._ledger.pop_rest()
        failure = self._failure or self._ledger.stop
        if failure is not None and not results:
            raise failure
        return results

    async def close(self) -> None:
        """End what is under way."""
        async with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        if self._crew is not None:
            await self._crew.leave()

    def _start(self) -> None:
        self._alive = self._ledger.settings.concurrency
        self._crew = AsyncCrew(self._work, self._alive)

    async def _wait_for_results(self) -> List[BulkResult]:
        async with self._changed:
            results = self._ledger.pop_results()
            while not results and self._alive:
                await self._changed.wait()
                results = self._ledger.pop_results()
            self._changed.notify_all()
        self._ledger.flush()
        return results

    async def _work(self) -> None:
        try:
            row = await self._take()
            while row is not None:
                await self._make(row)
                row = await self._take()
        except BaseException as error:
            self._failure = self._failure or error
        finally:
            async with self._changed:
                self._alive -= 1
                self._changed.notify_all()

    def _is_ending(self) -> bool:
        return self._is_closed or self._failure is not None or self._ledger.is_ending

    async def _take(self) -> Optional[Row]:
        """Wait for a call to make; `None` when there will be no more."""
        ledger = self._ledger
        async with self._changed:
            while not (self._is_ending() or ledger.is_over):
                before = ledger.finished
                row = ledger.take()
                if ledger.finished != before:
                    self._changed.notify_all()
                if row is not None:
                    return row
                if not ledger.is_over:
                    ledger.flush()
                    await self._changed.wait()
        return None

    async def _make(self, row: Row) -> None:
        try:
            if not await self._begin(row):
                return
            response, content = await self._make_call(row.call)
        except InfinityAssistantError as error:
            async with self._changed:
                self._ledger.fail(row, error)
                self._changed.notify_all()
        except BaseException:
            self._ledger.give_back(row)
            raise
        else:
            async with self._changed:
                self._ledger.succeed(row, response, content)
                self._changed.notify_all()

    async def _begin(self, row: Row) -> bool:
        """Note that a call is about to be sent, and return whether it may be. One commit serves all who are ready."""
        if self._ledger.settings.rate is not None:
            async with self._changed:
                delay = self._ledger.reserve_start(self._ledger.settings.rate)
            await self._pause(delay)
        async with self._changed:
            if self._is_ending() or not self._ledger.begin(row):
                self._ledger.give_back(row)
                return False
        await async_let_others_go()
        self._ledger.flush()
        return True

    async def _pause(self, seconds: float) -> None:
        """Sleep so long, or until the job ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._is_ending():
            await async_sleep(min(_NOTICE, max(0.0, end - time.monotonic())))
