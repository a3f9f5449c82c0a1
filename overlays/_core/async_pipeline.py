# SPDX-License-Identifier: MIT
"""Makes the exchanges that calls describe, again where that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Tuple, TypeVar

from infinity_assistant._core.api_response import APIResponse
from infinity_assistant._core.async_exchange import AsyncEngine, read_whole
from infinity_assistant._core.async_retry_loop import retrying
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.options import Options
from infinity_assistant._core.request_builder import build
from infinity_assistant._core.response_parser import nonsense, parsed, request_id
from infinity_assistant._core.retry_policy import RetryBudget
from infinity_assistant._core.retry_state import Tries
from infinity_assistant._http.content_decoding import ContentError
from infinity_assistant._http.headers import Headers
from infinity_assistant._http.http1 import Request
from infinity_assistant._models.call import Call

if TYPE_CHECKING:
    from infinity_assistant._drift.warnings import Drift

T = TypeVar("T")


class AsyncTransport:
    """What the copies of one client share: the way to the service, the retry budget."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.budget = RetryBudget()
        self._drift: Optional[Drift] = None

    async def send(self, call: Call[T], options: Options, credentials: Credentials) -> APIResponse[T]:
        """Make the exchange, again where that helps, and read its answer."""
        tries = Tries(call, options, self.budget, options.timeout.total)
        request = build(call, options, credentials, self.engine.origin, self.engine.prefix)
        status, headers, result = await retrying(
            lambda: self._exchange(call, request, options, credentials, tries.until), tries
        )
        tries.succeeded(status)
        return APIResponse(result, status, headers, request_id(headers), tries.attempts, tries.elapsed)

    async def _exchange(
        self, call: Call[T], request: Request, options: Options, credentials: Credentials, until: float
    ) -> Tuple[int, Headers, T]:
        answer, headers = await self.engine.open(request, options, credentials, until)
        try:
            content = await read_whole(answer, headers, until, options.max_answer_bytes)
            result = parsed(call, answer.status, headers, content)
        except ContentError as exc:
            raise nonsense(str(exc), answer.status, headers, b"") from None
        finally:
            await answer.aclose()
        if options.drift_warnings:
            self.drift().observe(call.operation.id, getattr(result, "to_dict", dict)())
        self.engine.quota.learn(headers, result)
        return answer.status, headers, result

    def drift(self) -> Drift:
        """What warns of answers that this version does not know."""
        if self._drift is None:
            from infinity_assistant._drift.warnings import Drift

            self._drift = Drift()
        return self._drift
