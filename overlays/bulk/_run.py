# SPDX-License-Identifier: MIT
"""Run a job in threads, or on an executor of the caller's."""

from __future__ import annotations

import os
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, Optional, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.bulk._making import choose_make
from infinity_assistant.bulk._remote import BulkConfig
from infinity_assistant.bulk._result import BulkResult, Progress
from infinity_assistant.bulk._running.crew import let_threads_go
from infinity_assistant.bulk._running.runner import Runner
from infinity_assistant.bulk._settings import Settings, check_job, make_path
from infinity_assistant.bulk._stop_file import StopFile
from infinity_assistant.client import InfinityAssistantClient


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
    durable: bool = False,
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
        durable: Wait for the disk before a call is sent, so that a power cut repeats nothing either.
        wait: Sleep until the quota of the day starts anew, and go on.
        on_progress: Is called with a `Progress` after each call, in the thread that made it, and when a job begins to
            wait.
        executor: Where calls are made: any `concurrent.futures.Executor`, such as a `ProcessPoolExecutor`.
        stop_file: A file by which several jobs tell each other that the quota of the day is used up, or that the key
            is refused.
        should_stop: Is asked before each call; once it says true, what is under way ends, and the job with it.

    Raises:
        BulkInputError: The journal knows other calls, or one cannot be part of a job.
        BulkQuotaError: The quota of the day is used up. Run the same job again, and it goes on.
        InfinityAssistantAuthenticationError: The key is wrong.
        InfinityAssistantArgumentError: A setting cannot be used.
    """
    check_job(client, (InfinityAssistantClient, BulkConfig), calls)
    path = make_path(journal, "journal")
    settings = Settings(
        concurrency=concurrency,
        rate=rate,
        in_doubt=in_doubt,
        ordered=ordered,
        dedupe=dedupe,
        retry_failed=retry_failed,
        store_requests=store_requests,
        durable=durable,
        on_progress=on_progress,
        stop_file=None if stop_file is None else StopFile(make_path(stop_file, "stop_file"), _find_key(client)),
        wait=wait,
        should_stop=should_stop,
    )
    permits = path.with_name(f"{path.name}.permits")
    make = choose_make(client, executor, permits)
    kept = Journal(path, is_shared=stop_file is not None, is_durable=durable, let_others_go=let_threads_go)
    runner = Runner(make, Ledger(calls, kept, settings))
    try:
        while True:
            results = runner.collect()
            yield from results
            if not results:
                return
    finally:
        runner.close()
        kept.close()
        with suppress(OSError):  # There is none.
            permits.rmdir()


def _find_key(client: Union[InfinityAssistantClient, BulkConfig]) -> Optional[str]:
    if isinstance(client, BulkConfig):
        return os.environ.get(client.key_variable)
    return client._credentials.get()
