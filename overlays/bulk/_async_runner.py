# SPDX-License-Identifier: MIT
"""Run a job on asyncio."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any, AsyncGenerator, Callable, Iterable, Optional, Union

from infinity_assistant._models.call import Call
from infinity_assistant.async_client import AsyncInfinityAssistantClient
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._ledger import Ledger, Row
from infinity_assistant.bulk._result import BulkResult, Progress
from infinity_assistant.bulk._settings import Settings
from infinity_assistant.errors import InfinityAssistantError


async def arun(
    client: AsyncInfinityAssistantClient,
    calls: Iterable[Call[Any]],
    *,
    journal: Union[str, Path],
    concurrency: int = 16,
    rate: Optional[float] = None,
    in_doubt: str = "report",
    ordered: bool = True,
    dedupe: Optional[bool] = None,
    retry_failed: bool = False,
    store_requests: bool = False,
    wait: bool = False,
    on_progress: Optional[Callable[[Progress], object]] = None,
) -> AsyncGenerator[BulkResult, None]:
    """Make calls, each once, and yield what became of them. The same as `run`, on asyncio.

        async for result in bulk.arun(client, calls, journal="job.db"): ...

    Args:
        client: Makes the calls.
        calls: What to call: of `infinity_assistant.api`, read as they are needed.
        journal: The file that remembers what became of each.
        concurrency: How many calls are under way at most, 1 to 10,000.
        rate: How many calls begin in a second at most; `None` leaves it to the client, which heeds the service.
        in_doubt: What becomes of calls that were under way when a process ended: "report" or "repeat".
        ordered: Yield in the order of the input; `False` yields as calls end.
        dedupe: Take the response of an equal call that is done; `None` does so for operations that only read.
        retry_failed: Make calls again that have failed.
        store_requests: Keep what was sent in the journal, not its hash alone.
        wait: Sleep until the quota of the day starts anew, and go on.
        on_progress: Is called with a `Progress` after each call.

    Raises:
        BulkInputError: The journal knows other calls, or one cannot be part of a job.
        BulkQuotaError: The quota of the day is used up. Run the same job again, and it goes on.
        InfinityAssistantAuthenticationError: The key is wrong.
        InfinityAssistantArgumentError: A setting cannot be used.
    """
    settings = Settings(
        concurrency, rate, in_doubt, ordered, dedupe, retry_failed, store_requests, on_progress, wait=wait
    )
    kept = Journal(journal)
    results = AsyncRunner(client, Ledger(calls, kept, settings)).run()
    try:
        async for result in results:
            yield result
    finally:
        # What was begun ends before the journal is closed, whoever leaves this iterator and when.
        await results.aclose()
        kept.close()


class AsyncRunner:
    """So many workers, each of which makes one call after the other."""

    def __init__(self, client: AsyncInfinityAssistantClient, ledger: Ledger) -> None:
        self._client = client
        self._ledger = ledger
        #: There may be results; there may be work.
        self._ready, self._changed = asyncio.Event(), asyncio.Event()
        self._failure: Optional[BaseException] = None
        self._next_start = 0.0

    async def run(self) -> AsyncGenerator[BulkResult, None]:
        """Yield results until the job is over, or has stopped."""
        pause: Optional[float] = 0.0
        while pause is not None and self._failure is None:
            await asyncio.sleep(pause)
            self._ledger.resume()
            results = self._run_once()
            try:
                async for result in results:
                    yield result
            finally:
                await results.aclose()
            pause = self._ledger.find_pause()
        for result in self._ledger.pop_rest():
            yield result
        failure = self._failure or self._ledger.stop
        if failure is not None:
            raise failure

    async def _run_once(self) -> AsyncGenerator[BulkResult, None]:
        ledger = self._ledger
        workers = [asyncio.ensure_future(self._work()) for _ in range(ledger.settings.concurrency)]
        try:
            while not all(worker.done() for worker in workers):
                self._ready.clear()
                for result in ledger.pop_results():
                    yield result
                self._wake_workers()
                await self._ready.wait()
            for result in ledger.pop_results():
                yield result
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)

    async def _work(self) -> None:
        ledger = self._ledger
        try:
            while not ledger.is_over and self._failure is None:
                await self._pace()
                before, changed = ledger.finished, self._changed
                row = ledger.take()
                if ledger.finished != before:
                    self._ready.set()
                if row is not None:
                    await self._make(row)
                    self._ready.set()
                    self._wake_workers()
                elif not ledger.is_over:
                    await changed.wait()
        except Exception as error:
            self._failure = self._failure or error
        finally:
            self._ready.set()
            self._wake_workers()

    def _wake_workers(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def _make(self, row: Row) -> None:
        try:
            response = await self._client.request(row.call)
        except InfinityAssistantError as error:
            self._ledger.fail(row, error)
        except BaseException:
            self._ledger.give_back(row)
            raise
        else:
            self._ledger.succeed(row, response.parsed, response.content)

    async def _pace(self) -> None:
        rate = self._ledger.settings.rate
        if rate is None:
            return
        start = max(self._next_start, time.monotonic())
        self._next_start = start + 1 / rate
        await asyncio.sleep(max(0.0, start - time.monotonic()))
