# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_remote.py: edit that file, then run `make generate`.
"""Make calls in other processes: what travels there is a configuration without a key."""

from __future__ import annotations

import os
from typing import Any, Dict, Optional, Tuple

from attrs import frozen

from infinity_assistant._models.call import Call
from infinity_assistant.client import InfinityAssistantClient
from infinity_assistant.errors import InfinityAssistantMissingKeyError


@frozen
class Config:
    """How processes make a client of their own. The key stays in their environment: `key_variable` names where.

    `base_url`, `timeout` (seconds for a call as a whole) and `max_retries` are those of the client.
    """

    base_url: Optional[str] = None
    timeout: Optional[float] = None
    max_retries: Optional[int] = None
    key_variable: str = "INFINITY_ASSISTANT_API_KEY"

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
        given = {"base_url": self.base_url, "timeout": self.timeout, "max_retries": self.max_retries}
        options: Dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        return InfinityAssistantClient(key, **options)


#: One client for each process, however often its configuration arrives.
_clients: Dict[Any, InfinityAssistantClient] = {}


def make_call(config: Config, call: Call[Any]) -> Tuple[Any, bytes]:
    """Make a call with the client of this process, and return its result, and the JSON that it was read from."""
    place = (os.getpid(), config)
    client = _clients.get(place)
    if client is None:
        client = _clients.setdefault(place, config.make_client())
    response = client.request(call)
    return response.parsed, response.content
