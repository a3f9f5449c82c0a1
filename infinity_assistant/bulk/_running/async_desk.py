# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_running/async_desk.py: edit that file, then run `make generate`.
"""Hand out the calls of a job to workers side by side, and hand over their results."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple, Union

from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.bulk._result import BulkResult
from infinity_assistant.bulk._rows import Row
from infinity_assistant.bulk._running.async_crew import async_let_others_go, async_make_condition, async_make_lock
from infinity_assistant.errors import InfinityAssistantError


class AsyncDesk:
    """A ledger that many use at once. `open` says how many workers there are; each tells when it leaves.

    A worker that goes on with the next call commits the end of the last one with it. Whoever waits for results is woken
    after that, and only for results that may be handed over: to wake a thread costs as much as to write the note.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        #: Why the workers have stopped, if it is not the service.
        self.failure: Optional[BaseException] = None
        self._using = async_make_lock()
        #: A call may be taken, or the job ends.
        self._changed = async_make_condition(self._using)
        #: A result may be handed over, or the last worker has left.
        self._ready = async_make_condition(self._using)
        self._workers = 0
        self._is_closed = False

    def open(self, workers: int) -> None:
        """Begin to hand out calls."""
        self._workers = workers

    async def close(self) -> None:
        """Hand out no more calls."""
        async with self._using:
            self._is_closed = True
            self._changed.notify_all()

    async def leave(self) -> None:
        """Tell that a worker has ended."""
        async with self._using:
            self._workers -= 1
            self._changed.notify_all()
            self._ready.notify()

    @property
    def is_ending(self) -> bool:
        """Whether no call is to begin any more."""
        return self._is_closed or self.failure is not None or self.ledger.is_ending

    async def wait_for_results(self) -> List[BulkResult]:
        """Wait for results, and return them; none when all workers have left."""
        results = self.ledger.results
        async with self._using:
            while self._workers and not results.is_ready:
                await self._ready.wait()
            found = results.pop()
            self._changed.notify()  # There is room for what is read.
        self.ledger.flush()
        return found

    async def take(self) -> Optional[Row]:
        """Wait for a call to make; `None` when there will be no more."""
        ledger = self.ledger
        while True:
            async with self._using:
                while not (self.is_ending or ledger.is_over):
                    row = ledger.take()
                    if row is not None:
                        self._changed.notify()
                        return row
                    if ledger.begin_read():
                        break
                    if not ledger.is_over:
                        ledger.flush()
                        self._hand_over()
                        await self._changed.wait()
                else:
                    return None
            row = await self._read()
            if row is not None:
                return row

    async def _read(self) -> Optional[Row]:
        """Read on in the input, and take the next call. Others end theirs meanwhile: the input may take its time."""
        found = self.ledger.read()
        async with self._using:
            self.ledger.end_read(found)
            self._hand_over()
            row = self.ledger.take()
            if row is not None:
                self._changed.notify()  # Another one may read on.
            return row

    async def reserve_start(self) -> float:
        """Reserve the moment at which a call may begin, and return how many seconds away it is."""
        if self.ledger.start_rate.rate is None:
            return 0.0
        await self._commit()  # Results do not wait for that moment.
        async with self._using:
            return self.ledger.start_rate.reserve_start()

    async def begin(self, row: Row) -> bool:
        """Note that a call is about to be sent, and return whether it may be. One commit serves all who are ready."""
        async with self._using:
            if self.is_ending or not self.ledger.begin(row):
                self.ledger.give_back(row)
                return False
        await async_let_others_go()
        await self._commit()
        return True

    async def end(self, row: Row, made: Union[Tuple[Any, bytes], InfinityAssistantError]) -> None:
        """Note what became of a call: its result with its JSON, or its error."""
        async with self._using:
            if isinstance(made, InfinityAssistantError):
                self.ledger.fail(row, made)
            else:
                self.ledger.succeed(row, *made)

    async def _commit(self) -> None:
        self.ledger.flush()
        if self.ledger.results.is_ready:
            async with self._using:
                self._ready.notify()

    def _hand_over(self) -> None:
        if self.ledger.results.is_ready:
            self._ready.notify()
