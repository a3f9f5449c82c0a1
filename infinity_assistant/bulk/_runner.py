# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_runner.py: edit that file, then run `make generate`.
"""Run a job in threads, or on an executor of the caller's."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, List, Optional, Tuple, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._ledger import Ledger, Row
from infinity_assistant.bulk._remote import BulkConfig, make_call, share_client
from infinity_assistant.bulk._result import BulkResult, Progress
from infinity_assistant.bulk._settings import Settings
from infinity_assistant.client import InfinityAssistantClient
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantError

Make = Callable[[Call[Any]], Tuple[Any, bytes]]


def run(
    client: Union[InfinityAssistantClient, BulkConfig],
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
    executor: Optional[Executor] = None,
    stop_file: Union[str, Path, None] = None,
    should_stop: Callable[[], bool] = bool,
) -> Iterator[BulkResult]:
    """Make calls, each once, and yield what became of them.

        for result in bulk.run(client, calls, journal="job.db"):
            print(result.index, result.state)

    Nothing happens before the first result is asked for. What was under way is waited for when the iterator is closed.

    Args:
        client: Makes the calls; a `BulkConfig` with an `executor` of other processes.
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
        on_progress: Is called with a `Progress` after each call, in the thread that made it.
        executor: Where calls are made: any `concurrent.futures.Executor`, such as a `ProcessPoolExecutor`.
        stop_file: A file by which several jobs tell each other that the quota of the day is used up.
        should_stop: Is asked before each call; once it says true, what is under way ends, and the job with it.

    Raises:
        BulkInputError: The journal knows other calls, or one cannot be part of a job.
        BulkQuotaError: The quota of the day is used up. Run the same job again, and it goes on.
        InfinityAssistantAuthenticationError: The key is wrong.
        InfinityAssistantArgumentError: A setting cannot be used.
    """
    path = None if stop_file is None else Path(stop_file)
    settings = Settings(
        concurrency, rate, in_doubt, ordered, dedupe, retry_failed, store_requests, on_progress, path, wait
    )
    marks = Path(f"{journal}.sent")
    make = _choose_way(client, executor, marks)
    kept = Journal(journal, is_shared=stop_file is not None)
    try:
        yield from Runner(make, Ledger(calls, kept, settings), should_stop).run()
    finally:
        kept.close()
        with suppress(OSError):  # There is none, or there are marks in it.
            marks.rmdir()


def _choose_way(client: Union[InfinityAssistantClient, BulkConfig], executor: Optional[Executor], marks: Path) -> Make:
    if executor is not None:
        if not isinstance(client, BulkConfig):
            problem = "client must be a bulk.BulkConfig with an executor: its processes make clients of their own"
            raise InfinityAssistantArgumentError(problem, argument="client")
        return _through_executor(client, executor, marks)
    made = share_client(client) if isinstance(client, BulkConfig) else client

    def make(call: Call[Any]) -> Tuple[Any, bytes]:
        response = made.request(call)
        return response.parsed, response.content

    return make


def _through_executor(config: BulkConfig, executor: Executor, marks: Path) -> Make:
    """Make calls in other processes, each at most once even if the executor runs a task again."""
    marks.mkdir(mode=0o700, exist_ok=True)

    def make(call: Call[Any]) -> Tuple[Any, bytes]:
        mark = str(marks.resolve() / os.urandom(16).hex())
        made: Tuple[Any, bytes] = executor.submit(make_call, config, call, mark).result()
        Path(mark).unlink(missing_ok=True)  # After a failure it stays: the engine may run the task again.
        return made

    return make


class Runner:
    """So many threads, each of which makes one call after the other."""

    def __init__(self, make: Make, ledger: Ledger, should_stop: Callable[[], bool]) -> None:
        self._make_call = make
        self._ledger = ledger
        self._should_stop = should_stop
        self._changed = threading.Condition(ledger.lock)
        self._failure: Optional[BaseException] = None
        self._is_closed = False
        self._alive = 0

    def run(self) -> Iterator[BulkResult]:
        """Yield results until the job is over, or has stopped."""
        pause: Optional[float] = 0.0
        while pause is not None and self._failure is None and self._sleep(pause):
            self._ledger.resume()
            yield from self._run_once()
            pause = self._ledger.find_pause()
        yield from self._ledger.pop_rest()
        failure = self._failure or self._ledger.stop
        if failure is not None:
            raise failure

    def _sleep(self, seconds: float) -> bool:
        """Wait for the quota; return whether the job goes on then."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._should_stop():
            time.sleep(min(0.5, max(0.0, end - time.monotonic())))
        return not self._should_stop()

    def _run_once(self) -> Iterator[BulkResult]:
        ledger = self._ledger
        threads = self._start()
        try:
            while True:
                with self._changed:
                    results = ledger.pop_results()
                    while not results and self._alive:
                        self._changed.wait()
                        results = ledger.pop_results()
                    self._changed.notify_all()
                yield from results
                if not results:
                    break
        finally:
            with self._changed:
                self._is_closed = True
                self._changed.notify_all()
            for thread in threads:
                thread.join()
            self._is_closed = False

    def _start(self) -> List[threading.Thread]:
        self._alive = self._ledger.settings.concurrency
        threads = [threading.Thread(target=self._work, name="bulk", daemon=True) for _ in range(self._alive)]
        for thread in threads:
            thread.start()
        return threads

    def _work(self) -> None:
        try:
            row = self._take()
            while row is not None:
                if self._begin(row):
                    self._make(row)
                row = self._take()
        except BaseException as error:
            self._failure = self._failure or error
        finally:
            with self._changed:
                self._alive -= 1
                self._changed.notify_all()

    def _take(self) -> Optional[Row]:
        """Wait for a call to make; `None` when there will be no more."""
        ledger = self._ledger
        with self._changed:
            while not (ledger.is_over or self._is_closed or self._failure is not None or self._should_stop()):
                before = ledger.finished
                row = ledger.take()
                if ledger.finished != before:
                    self._changed.notify_all()
                if row is not None:
                    return row
                if not ledger.is_over:
                    self._changed.wait()
        return None

    def _begin(self, row: Row) -> bool:
        with self._changed:
            delay = self._ledger.reserve_start()
        if delay:
            time.sleep(delay)
        with self._changed:
            return self._ledger.begin(row)

    def _make(self, row: Row) -> None:
        try:
            response, content = self._make_call(row.call)
        except InfinityAssistantError as error:
            with self._changed:
                self._ledger.fail(row, error)
                self._changed.notify_all()
        except Exception as error:  # of the executor: its processes or its network
            with self._changed:
                self._ledger.lose(row, error)
                self._changed.notify_all()
        except BaseException:
            with self._changed:
                self._ledger.give_back(row)
            raise
        else:
            with self._changed:
                self._ledger.succeed(row, response, content)
                self._changed.notify_all()
