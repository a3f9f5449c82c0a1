# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_run.py: edit that file, then run `make generate`.
"""Run a job in threads, or on an executor of the caller's."""

from __future__ import annotations

import os
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, Optional, Tuple, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._errors import ExecutorError
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.bulk._remote import BulkConfig, attempt_call, share_client
from infinity_assistant.bulk._result import BulkResult, Progress
from infinity_assistant.bulk._running.crew import Make
from infinity_assistant.bulk._running.runner import Runner
from infinity_assistant.bulk._settings import Settings
from infinity_assistant.bulk._stop_file import StopFile
from infinity_assistant.client import InfinityAssistantClient
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantError


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
        stop_file=None if stop_file is None else StopFile(stop_file, _find_key(client)),
        wait=wait,
        should_stop=should_stop,
    )
    permits = Path(f"{journal}.permits")
    make = _choose_way(client, executor, permits)
    kept = Journal(journal, is_shared=stop_file is not None, is_durable=durable)
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


def _choose_way(
    client: Union[InfinityAssistantClient, BulkConfig], executor: Optional[Executor], permits: Path
) -> Make:
    if executor is not None:
        if not isinstance(client, BulkConfig):
            problem = "client must be a bulk.BulkConfig with an executor: its processes make clients of their own"
            raise InfinityAssistantArgumentError(problem, argument="client")
        return _through_executor(client, executor, permits)
    made = share_client(client) if isinstance(client, BulkConfig) else client

    def make(call: Call[Any]) -> Tuple[Any, bytes]:
        response = made.request(call)
        return response.parsed, response.content

    return make


def _through_executor(config: BulkConfig, executor: Executor, permits: Path) -> Make:
    """Make calls in other processes, each at most once even if the executor runs a task again."""
    permits.mkdir(mode=0o700, exist_ok=True)

    def make(call: Call[Any]) -> Tuple[Any, bytes]:
        permit = permits.resolve() / os.urandom(16).hex()
        permit.touch(mode=0o600)
        try:
            made = executor.submit(attempt_call, config, call, str(permit)).result()
        except Exception as error:  # of its processes or its network
            problem = f"the executor failed: {type(error).__name__}: {error}; run the same job again, and it goes on"
            failure = ExecutorError(problem)
            failure.applied = False if _withdraw(permit) else None
            raise failure from error
        _withdraw(permit)  # It is there still if the client could not be made.
        if isinstance(made, InfinityAssistantError):
            raise made
        return made

    return make


def _withdraw(permit: Path) -> bool:
    """Take a permit back, and return whether it has not been used."""
    try:
        permit.unlink()
    except FileNotFoundError:
        return False
    return True
