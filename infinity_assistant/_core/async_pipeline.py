# SPDX-License-Identifier: MIT. Generated from overlays/_core/async_pipeline.py: edit that file, then run `make generate`.
"""Makes the exchanges that calls describe, again where that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Tuple, TypeVar

from infinity_assistant._core.api_response import APIResponse
from infinity_assistant._core.async_exchange import AsyncExchange, read_body
from infinity_assistant._core.async_retry_loop import run_with_retries
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.options import Options
from infinity_assistant._core.request_builder import build_request
from infinity_assistant._core.response_parser import find_request_id, invalid_response, parsed
from infinity_assistant._core.retry_policy import RetryBudget
from infinity_assistant._core.retry_state import RetryState
from infinity_assistant._http.content_decoding import ContentError
from infinity_assistant._http.headers import Headers
from infinity_assistant._http.http1 import Request
from infinity_assistant._models.call import Call

if TYPE_CHECKING:
    from infinity_assistant._drift.warnings import Drift

T = TypeVar("T")


class AsyncPipeline:
    """What the copies of one client share: the way to the service, the retry budget."""

    def __init__(self, exchange: AsyncExchange) -> None:
        self.exchange = exchange
        self.budget = RetryBudget()
        self._drift: Optional[Drift] = None

    async def send(self, call: Call[T], options: Options, credentials: Credentials) -> APIResponse[T]:
        """Make the exchange, again where that helps, and read its answer."""
        state = RetryState(call, options, self.budget, options.timeout.total)
        request = build_request(call, options, credentials, self.exchange.origin, self.exchange.prefix)
        status, headers, result = await run_with_retries(
            lambda: self._send_once(call, request, options, credentials, state.deadline), state
        )
        state.record_success(status)
        return APIResponse(result, status, headers, find_request_id(headers), state.attempts, state.elapsed)

    async def _send_once(
        self, call: Call[T], request: Request, options: Options, credentials: Credentials, deadline: float
    ) -> Tuple[int, Headers, T]:
        response, headers = await self.exchange.open(request, options, credentials, deadline)
        try:
            content = await read_body(response, headers, deadline, options.max_response_bytes)
            result = parsed(call, response.status, headers, content)
        except ContentError as exc:
            raise invalid_response(str(exc), response.status, headers, b"") from None
        finally:
            await response.aclose()
        if options.drift_warnings:
            self.drift().observe(call.operation.id, getattr(result, "to_dict", dict)())
        self.exchange.quota.update(headers, result)
        return response.status, headers, result

    def drift(self) -> Drift:
        """What warns of answers that this version does not know."""
        if self._drift is None:
            from infinity_assistant._drift.warnings import Drift

            self._drift = Drift()
        return self._drift
