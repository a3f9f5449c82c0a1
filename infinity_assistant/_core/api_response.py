# SPDX-License-Identifier: MIT. Generated from overlays/_core/api_response.py: edit that file, then run `make generate`.
"""A value together with the exchange that brought it."""

from __future__ import annotations

from typing import Any, Dict, Generic, Mapping, Optional, Tuple, TypeVar

from attrs import field, fields, frozen

from infinity_assistant._http.headers import Headers
from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant.errors import Attempt

T = TypeVar("T")


@frozen
class APIResponse(InstanceHooks, Generic[T]):
    """What `client.request(call)` returns.

    `parsed` is the typed result, `content` the body as bytes, decompressed. `request_id` is what the service calls the
    exchange (if it says so), `attempts` what happened in each attempt, `elapsed` how many seconds all of it took.
    """

    parsed: T
    status_code: int
    headers: Headers
    request_id: Optional[str]
    attempts: Tuple[Attempt, ...]
    elapsed: float
    content: bytes = field(default=b"", repr=False)

    @property
    def text(self) -> str:
        """The body as text. It is always UTF-8; bytes that are not become U+FFFD."""
        return self.content.decode("utf-8-sig", "replace")

    def __getstate__(self) -> Dict[str, Any]:
        return {attribute.name: getattr(self, attribute.name) for attribute in fields(APIResponse)}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        # A pickle of 1.0.0 has no content.
        for attribute in fields(APIResponse):
            object.__setattr__(self, attribute.name, state.get(attribute.name, attribute.default))
