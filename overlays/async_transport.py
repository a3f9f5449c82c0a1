# SPDX-License-Identifier: MIT
"""Makes the exchanges that calls describe, again where that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, Tuple, TypeVar

from infinity_assistant.answers import nonsense, parsed, request_id
from infinity_assistant.async_engine import AsyncEngine, read_whole
from infinity_assistant.async_retrying import retrying
from infinity_assistant.async_stream import AsyncStream
from infinity_assistant.call import Call
from infinity_assistant.content import ContentError
from infinity_assistant.credentials import Credentials
from infinity_assistant.headers import Headers
from infinity_assistant.http1 import Request
from infinity_assistant.options import Options
from infinity_assistant.prepare import build
from infinity_assistant.response import APIResponse
from infinity_assistant.retry import RetryBudget
from infinity_assistant.tries import Tries

if TYPE_CHECKING:
    from infinity_assistant.drift import Drift

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

    def stream(self, call: Call[Any], options: Options, credentials: Credentials) -> AsyncStream:
        """Hand over the events of the answer as they arrive. Nothing is sent before the first is asked for."""
        stream = AsyncStream(self.engine, self.budget, call, options, credentials)
        if options.drift_warnings:
            stream.watch(self.drift())
        return stream

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
            from infinity_assistant.drift import Drift

            self._drift = Drift()
        return self._drift
