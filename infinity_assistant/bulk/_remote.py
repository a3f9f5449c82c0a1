# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_remote.py: edit that file, then run `make generate`.
"""Make calls in other processes: what travels there is a configuration without a key."""

from __future__ import annotations

import atexit
import os
import threading
from pathlib import Path
from typing import Any, Dict, Mapping, Tuple, Union

from attrs import field, frozen

from infinity_assistant._models.call import Call
from infinity_assistant._service_facts import KEY_HEADER
from infinity_assistant.bulk._errors import ExecutorError
from infinity_assistant.client import InfinityAssistantClient
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantError,
    InfinityAssistantMissingKeyError,
    InfinityAssistantNetworkError,
)

_SECRET_HEADERS = {KEY_HEADER.lower(), "authorization", "cookie", "proxy-authorization"}


@frozen
class BulkConfig:
    """How processes make a client of their own. The key stays in their environment: `key_variable` names where.

    `options` are those of `InfinityAssistantClient`, such as `{"timeout": 30}`. They can be pickled, and hold no key.

    Raises:
        InfinityAssistantArgumentError: The options hold a key.
    """

    options: Mapping[str, Any] = field(factory=dict, hash=False)
    key_variable: str = "INFINITY_ASSISTANT_API_KEY"

    def __attrs_post_init__(self) -> None:
        headers = {str(name).lower() for name in self.options.get("headers") or ()}
        if "api_key" in self.options or headers & _SECRET_HEADERS:
            problem = "options must hold no key, since they travel: set key_variable in the processes"
            raise InfinityAssistantArgumentError(problem, argument="options")

    def make_client(self) -> InfinityAssistantClient:
        """Make a client.

        Raises:
            InfinityAssistantMissingKeyError: The variable is not set here. Without a key each process would be somebody
                else to the service, with a quota of its own.
        """
        key = os.environ.get(self.key_variable, "").strip()
        if not key:
            problem = f"{self.key_variable} is not set in the process that makes the calls"
            raise InfinityAssistantMissingKeyError(problem)
        return InfinityAssistantClient(key, **dict(self.options))


#: One client for each process, however often its configuration arrives.
_clients: Dict[Any, InfinityAssistantClient] = {}
_lock = threading.Lock()


def share_client(config: BulkConfig) -> InfinityAssistantClient:
    """Return the client of this process for a configuration."""
    key = os.environ.get(config.key_variable)
    place = (os.getpid(), config.key_variable, key, repr(sorted(config.options.items())))
    with _lock:
        client = _clients.get(place)
        if client is None:
            client = _clients[place] = config.make_client()
    return client


@atexit.register
def _close_clients() -> None:
    for client in _clients.values():
        client.close()
    _clients.clear()


def make_call(config: BulkConfig, call: Call[Any], permit: str) -> Tuple[Any, bytes]:
    """Make a call with the client of this process, and return its result, and the JSON that it was read from.

    An engine that loses a worker runs its tasks again elsewhere, those included whose results have been fetched, and
    would send a message twice: `permit` is a file that the first one removes before it sends anything.
    """
    client = share_client(config)
    try:
        Path(permit).unlink()
    except FileNotFoundError:
        if Path(permit).parent.is_dir():
            problem = "the process that made the call ended while it was under way"
            raise InfinityAssistantNetworkError(problem) from None
        raise _make_disk_error("there is no such folder here") from None
    except OSError as error:
        raise _make_disk_error(str(error.strerror)) from None
    response = client.request(call)
    return response.parsed, response.content


def _make_disk_error(reason: str) -> ExecutorError:
    error = ExecutorError(f"the folder of the journal must be on a disk that all workers share: {reason}")
    error.applied = False
    return error


def attempt_call(config: BulkConfig, call: Call[Any], permit: str) -> Union[Tuple[Any, bytes], InfinityAssistantError]:
    """Make a call, and return its error as a value.

    Dask forgets a future for ever whose worker is lost between the end of the task and the transport of its result, if
    the task fails when it is run again: nobody would be told.
    """
    try:
        return make_call(config, call, permit)
    except InfinityAssistantError as error:
        return error
