# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_arun.py: edit that file, then run `make generate`.
"""Run a job on asyncio."""

from __future__ import annotations

from pathlib import Path
from typing import Any, AsyncGenerator, Callable, Iterable, Optional, Tuple, Union

from infinity_assistant._models.call import Call
from infinity_assistant.async_client import AsyncInfinityAssistantClient
from infinity_assistant.bulk._journal import Journal
from infinity_assistant.bulk._ledger import Ledger
from infinity_assistant.bulk._result import BulkResult, Progress
from infinity_assistant.bulk._running.async_runner import AsyncRunner
from infinity_assistant.bulk._settings import Settings, check_job, make_path
from infinity_assistant.bulk._stop_file import StopFile


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
    durable: bool = False,
    wait: bool = False,
    on_progress: Optional[Callable[[Progress], object]] = None,
    stop_file: Union[str, Path, None] = None,
    should_stop: Callable[[], bool] = bool,
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
        durable: Wait for the disk before a call is sent, so that a power cut repeats nothing either.
        wait: Sleep until the quota of the day starts anew, and go on.
        on_progress: Is called with a `Progress` after each call, and when a job begins to wait.
        stop_file: A file by which several jobs tell each other that the quota of the day is used up, or that the key
            is refused.
        should_stop: Is asked before each call; once it says true, what is under way ends, and the job with it.

    Raises:
        BulkInputError: The journal knows other calls, or one cannot be part of a job.
        BulkQuotaError: The quota of the day is used up. Run the same job again, and it goes on.
        InfinityAssistantAuthenticationError: The key is wrong.
        InfinityAssistantArgumentError: A setting cannot be used.
    """
    check_job(client, (AsyncInfinityAssistantClient,), calls)
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
        stop_file=None if stop_file is None else StopFile(make_path(stop_file, "stop_file"), client._credentials.get()),
        wait=wait,
        should_stop=should_stop,
    )

    async def make(call: Call[Any]) -> Tuple[Any, bytes]:
        response = await client.request(call)
        return response.parsed, response.content

    kept = Journal(path, is_shared=stop_file is not None, is_durable=durable)
    runner = AsyncRunner(make, Ledger(calls, kept, settings))
    try:
        while True:
            results = await runner.collect()
            for result in results:
                yield result
            if not results:
                return
    finally:
        # What was begun ends before the journal is closed, whoever leaves this iterator and when.
        try:
            await runner.close()
        finally:
            kept.close()
