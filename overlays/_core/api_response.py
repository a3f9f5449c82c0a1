# SPDX-License-Identifier: MIT
"""A value together with the exchange that brought it."""

from __future__ import annotations

from typing import Generic, Optional, Tuple, TypeVar

from attrs import frozen

from infinity_assistant._http.headers import Headers
from infinity_assistant.errors import Attempt

T = TypeVar("T")


@frozen
class APIResponse(Generic[T]):
    """What `client.request(call)` returns.

    `parsed` is the typed result, `request_id` what the service calls the exchange (if it says so), `attempts` what
    happened in each try, `elapsed` how many seconds all of it took.
    """

    parsed: T
    status_code: int
    headers: Headers
    request_id: Optional[str]
    attempts: Tuple[Attempt, ...]
    elapsed: float
