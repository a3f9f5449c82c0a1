# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_making.py: edit that file, then run `make generate`.
"""How a call is made: by a client of this process, or by an executor of the caller's."""

from __future__ import annotations

import os
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, Optional, Tuple, Union

from infinity_assistant._models.call import Call
from infinity_assistant.bulk._errors import ExecutorError
from infinity_assistant.bulk._remote import BulkConfig, attempt_call, share_client
from infinity_assistant.bulk._running.crew import Make
from infinity_assistant.client import InfinityAssistantClient
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantError


def choose_make(
    client: Union[InfinityAssistantClient, BulkConfig], executor: Optional[Executor], permits: Path
) -> Make:
    """Return what makes calls: a client in this process, or an executor, which needs a configuration.

    Raises:
        InfinityAssistantArgumentError: There is an executor, and a client that cannot travel.
    """
    if executor is not None:
        if not isinstance(client, BulkConfig):
            problem = "client must be a bulk.BulkConfig with an executor: its processes make clients of their own"
            raise InfinityAssistantArgumentError(problem, argument="client")
        if not callable(getattr(executor, "submit", None)):
            raise InfinityAssistantArgumentError("executor must be a concurrent.futures.Executor", argument="executor")
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
