# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_running/async_runner.py: edit that file, then run `make generate`.
"""Run a job: workers take its calls one by one, and their results are collected."""

from __future__ import annotations

import time
from typing import List, Optional

from infinity_assistant.bulk._ledger import Ledger, Row
from infinity_assistant.bulk._result import BulkResult
from infinity_assistant.bulk._running.crew import (
    Crew,
    Make,
    let_others_go,
    make_condition,
    sleep,
)
from infinity_assistant.errors import InfinityAssistantError

#: How soon a worker that waits sees that the job has ended, in seconds.
_NOTICE = 0.2


class Runner:
    """So many workers, each of which makes one call after the other."""

    def __init__(self, make: Make, ledger: Ledger) -> None:
        self._make_call = make
        self._ledger = ledger
        self._changed = make_condition()
        self._crew: Optional[Crew] = None
        self._alive = 0
        self._is_closed = False
        self._failure: Optional[BaseException] = None

    def collect(self) -> List[BulkResult]:
        """Wait for results, and return them; none when the job is over.

        Raises:
            BaseException: Why the job has stopped before its end.
        """
        if self._crew is None:
            self._start()
        results = self._wait_for_results()
        while not results and self._failure is None:
            pause = self._ledger.begin_pause()
            if pause is None:
                break
            self._ledger.resume()
            self._pause(pause)
            self._start()
            results = self._wait_for_results()
        results = results or self._ledger.pop_rest()
        failure = self._failure or self._ledger.stop
        if failure is not None and not results:
            raise failure
        return results

    def close(self) -> None:
        """End what is under way."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        if self._crew is not None:
            self._crew.leave()

    def _start(self) -> None:
        self._alive = self._ledger.settings.concurrency
        self._crew = Crew(self._work, self._alive)

    def _wait_for_results(self) -> List[BulkResult]:
        with self._changed:
            results = self._ledger.pop_results()
            while not results and self._alive:
                self._changed.wait()
                results = self._ledger.pop_results()
            self._changed.notify_all()
        self._ledger.flush()
        return results

    def _work(self) -> None:
        try:
            row = self._take()
            while row is not None:
                self._make(row)
                row = self._take()
        except BaseException as error:
            self._failure = self._failure or error
        finally:
            with self._changed:
                self._alive -= 1
                self._changed.notify_all()

    def _is_ending(self) -> bool:
        return self._is_closed or self._failure is not None or self._ledger.is_ending

    def _take(self) -> Optional[Row]:
        """Wait for a call to make; `None` when there will be no more."""
        ledger = self._ledger
        with self._changed:
            while not (self._is_ending() or ledger.is_over):
                before = ledger.finished
                row = ledger.take()
                if ledger.finished != before:
                    self._changed.notify_all()
                if row is not None:
                    return row
                if not ledger.is_over:
                    ledger.flush()
                    self._changed.wait()
        return None

    def _make(self, row: Row) -> None:
        try:
            if not self._begin(row):
                return
            response, content = self._make_call(row.call)
        except InfinityAssistantError as error:
            with self._changed:
                self._ledger.fail(row, error)
                self._changed.notify_all()
        except BaseException:
            self._ledger.give_back(row)
            raise
        else:
            with self._changed:
                self._ledger.succeed(row, response, content)
                self._changed.notify_all()

    def _begin(self, row: Row) -> bool:
        """Note that a call is about to be sent, and return whether it may be. One commit serves all who are ready."""
        if self._ledger.settings.rate is not None:
            with self._changed:
                delay = self._ledger.reserve_start(self._ledger.settings.rate)
            self._pause(delay)
        with self._changed:
            if self._is_ending() or not self._ledger.begin(row):
                self._ledger.give_back(row)
                return False
        let_others_go()
        self._ledger.flush()
        return True

    def _pause(self, seconds: float) -> None:
        """Sleep so long, or until the job ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._is_ending():
            sleep(min(_NOTICE, max(0.0, end - time.monotonic())))
