# SPDX-License-Identifier: MIT
"""Thousands of calls, each made once, whatever happens to the process.

    from infinity_assistant import InfinityAssistantClient, api, bulk

    calls = (api.chat(message=f"Translate into French: {text}") for text in texts)
    with InfinityAssistantClient() as client:
        for result in bulk.run(client, calls, journal="translations.db"):
            print(result.index, result.state, result.response and result.response.response)

A journal in SQLite knows what became of each call. `sent` is written before the first byte leaves, so that a program
that was killed goes on where it stopped: what is done is not made again, what was under way is reported as in doubt.
"""

from infinity_assistant.bulk._arun import arun as arun
from infinity_assistant.bulk._errors import BulkError as BulkError
from infinity_assistant.bulk._errors import BulkInputError as BulkInputError
from infinity_assistant.bulk._errors import BulkQuotaError as BulkQuotaError
from infinity_assistant.bulk._partition import BulkConfig as BulkConfig
from infinity_assistant.bulk._partition import partition as partition
from infinity_assistant.bulk._partition import run_partition as run_partition
from infinity_assistant.bulk._result import BulkResult as BulkResult
from infinity_assistant.bulk._result import Progress as Progress
from infinity_assistant.bulk._run import run as run
from infinity_assistant.bulk._status import Status as Status
from infinity_assistant.bulk._status import status as status

__all__ = [
    "BulkError",
    "BulkInputError",
    "BulkQuotaError",
    "BulkConfig",
    "Progress",
    "BulkResult",
    "Status",
    "arun",
    "partition",
    "run",
    "run_partition",
    "status",
]
