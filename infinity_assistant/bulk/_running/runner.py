# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_running/async_runner.py: edit that file, then run `make generate`.
"""Run a job: workers take its calls one by one, and their results are collected."""

from __future__ import annotations

import time
from typing import Any, List, Optional, Tuple, Union

from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.bulk._result import BulkResult
from infinity_assistant.bulk._rows import Row
from infinity_assistant.bulk._running.crew import Crew, Make, sleep
from infinity_assistant.bulk._running.desk import Desk
from infinity_assistant.errors import InfinityAssistantError

#: How soon a worker that waits sees that the job has ended, in seconds.
_NOTICE = 0.2


class Runner:
    """So many workers, each of which makes one call after the other."""

    def __init__(self, make: Make, ledger: Ledger) -> None:
        self._make_call = make
        self._ledger = ledger
        self._desk = Desk(ledger)
        self._crew: Optional[Crew] = None

    def collect(self) -> List[BulkResult]:
        """Wait for results, and return them; none when the job is over.

        Raises:
            BaseException: Why the job has stopped before its end.
        """
        if self._crew is None:
            self._start()
        results = self._desk.wait_for_results()
        while not results and self._desk.failure is None:
            pause = self._ledger.begin_pause()
            if pause is None:
                break
            self._ledger.resume()
            self._pause(pause)
            self._start()
            results = self._desk.wait_for_results()
        results = results or self._ledger.results.pop_all()
        failure = self._desk.failure or self._ledger.stop
        if failure is not None and not results:
            raise failure
        return results

    def close(self) -> None:
        """End what is under way."""
        self._desk.close()
        if self._crew is not None:
            self._crew.leave()

    def _start(self) -> None:
        count = self._ledger.settings.concurrency
        self._desk.open(count)
        self._crew = Crew(self._work, count)

    def _work(self) -> None:
        desk = self._desk
        try:
            row = desk.take()
            while row is not None:
                self._make(row)
                row = desk.take()
        except BaseException as error:
            desk.failure = desk.failure or error
        finally:
            desk.leave()

    def _make(self, row: Row) -> None:
        try:
            self._pause(self._desk.reserve_start())
            if not self._desk.begin(row):
                return
            made = self._attempt(row)
        except BaseException:
            self._ledger.give_back(row)
            raise
        self._desk.end(row, made)

    def _attempt(self, row: Row) -> Union[Tuple[Any, bytes], InfinityAssistantError]:
        try:
            return self._make_call(row.call)
        except InfinityAssistantError as error:
            return error

    def _pause(self, seconds: float) -> None:
        """Sleep so long, or until the job ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._desk.is_ending:
            sleep(min(_NOTICE, max(0.0, end - time.monotonic())))
