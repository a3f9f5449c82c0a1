# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_partition.py: edit that file, then run `make generate`.
"""Cut a job into parts that engines of others distribute: plain functions, which can be pickled."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path
from typing import Any, Iterable, Iterator, List, Optional, Sequence, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._notes import hash_call
from infinity_assistant.bulk._remote import BulkConfig as BulkConfig
from infinity_assistant.bulk._remote import share_client
from infinity_assistant.bulk._result import BulkResult
from infinity_assistant.bulk._run import run
from infinity_assistant.bulk._settings import make_path
from infinity_assistant.errors import InfinityAssistantArgumentError


class Part(List[Call[Any]]):
    """A list of calls that knows its place in the job: equal parts have journals of their own."""

    number: int = 0


def partition(calls: Iterable[Call[Any]], size: int) -> Iterator[List[Call[Any]]]:
    """Cut calls into lists of `size`, the last one shorter.

    Raises:
        InfinityAssistantArgumentError: The size is not a whole number above 0.
    """
    if isinstance(size, bool) or not isinstance(size, int) or size < 1:
        raise InfinityAssistantArgumentError("size must be a whole number above 0", argument="size")
    iterator = iter(calls)
    for number in itertools.count():
        part = Part(itertools.islice(iterator, size))
        part.number = number
        if not part:
            return
        yield part


def run_partition(
    calls: Sequence[Call[Any]],
    config: BulkConfig,
    journal_dir: Union[str, Path],
    *,
    concurrency: int = 8,
    rate: Optional[float] = None,
    in_doubt: str = "report",
    durable: bool = False,
) -> List[BulkResult]:
    """Run one part of a job wherever an engine wants it, and return what became of its calls.

    Its journal is a file of `journal_dir`, named after the calls: a part that is tried again elsewhere goes on where it
    stopped, if the folder is on a disk that all share. When the quota of the day is used up, or the key
    is refused, all parts stop.

    Args:
        calls: A list of `partition`.
        config: How to make a client here; it holds no key.
        journal_dir: A folder on a shared disk.
        concurrency: How many calls of this part are under way at most. The engine says how many parts are.
        rate: How many calls of this part begin in a second at most: divide the limit by the number of workers.
        in_doubt: "report" or "repeat", as for `run`.
        durable: Wait for the disk, as for `run`.

    Raises:
        BulkQuotaError: The quota of the day is used up.
        InfinityAssistantAuthenticationError: The key is wrong.
        InfinityAssistantMissingKeyError: The key is not in the environment of this process.
    """
    folder = make_path(journal_dir, "journal_dir")
    folder.mkdir(parents=True, exist_ok=True)
    results = run(
        share_client(config),
        calls,
        journal=find_journal(calls, folder),
        concurrency=concurrency,
        rate=rate,
        in_doubt=in_doubt,
        durable=durable,
        stop_file=folder / "stop",
    )
    return list(results)


def find_journal(calls: Sequence[Call[Any]], folder: Path) -> Path:
    """The journal of a part: the same wherever the part is run."""
    place = str(getattr(calls, "number", "")).encode("ascii")
    name = hashlib.sha256(b"".join([place, *(hash_call(call) for call in calls)])).hexdigest()[:32]
    return folder / f"{name}.db"
