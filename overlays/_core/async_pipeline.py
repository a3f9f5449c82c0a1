# SPDX-License-Identifier: MIT
"""Makes the exchanges that calls describe, each when its turn has come, and again where that helps."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, ContextManager, Optional, Tuple, TypeVar

from infinity_assistant._core.api_response import APIResponse
from infinity_assistant._core.async_exchange import AsyncExchange, read_body
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.error_parser import find_request_id, invalid_response
from infinity_assistant._core.options import Options
from infinity_assistant._core.pace import IN_LINE, Pace
from infinity_assistant._core.pacer import Pacer
from infinity_assistant._core.privacy import explain_import
from infinity_assistant._core.quota_memory import QuotaMemory
from infinity_assistant._core.rate_limit import parse_rate_limit
from infinity_assistant._core.request_builder import build_request, merge_headers
from infinity_assistant._core.response_parser import parse_response
from infinity_assistant._core.retry_policy import RetryBudget
from infinity_assistant._core.retry_state import RetryState
from infinity_assistant._http.async_event import make_event
from infinity_assistant._http.async_waiting import pause, wait_for
from infinity_assistant._http.content_decoding import ContentError
from infinity_assistant._http.exceptions import map_exception
from infinity_assistant._http.headers import Headers
from infinity_assistant._models.call import Call
from infinity_assistant._models.fast_json import find_fast_decoder
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantError

if TYPE_CHECKING:
    from infinity_assistant._drift.warnings import Drift

T = TypeVar("T")


class AsyncPipeline:
    """What the copies of one client share: the way to the service, the retry budget, the pace."""

    def __init__(self, exchange: AsyncExchange) -> None:
        self.exchange = exchange
        self.budget: RetryBudget = RetryBudget()
        self.pacer: Pacer = Pacer(exchange.find_limit)
        self.quotas: QuotaMemory = QuotaMemory()
        self._drift: Optional[Drift] = None

    async def send(self, call: Call[T], options: Options, credentials: Credentials) -> APIResponse[T]:
        """Make the exchange, again where that helps, and read its response.

        Raises:
            InfinityAssistantError: Whatever the last attempt ended with.
        """
        if call.operation.streams:
            raise InfinityAssistantArgumentError(
                f"{call.operation.id} responds with a stream of events: use client.stream(call)", argument="call"
            )
        total = options.timeout.total
        state = self.start(call, options, credentials, float("inf") if total is None else time.monotonic() + total)
        try:
            status, headers, content, result = await self.run(partial(self._attempt, call, state), state)
        except BaseException as exc:
            state.end(exc)
            raise
        request_id = find_request_id(headers)
        state.record_success(status, request_id, result)
        state.end(status=status, request_id=request_id, result=result)
        return APIResponse(result, status, headers, request_id, state.attempts, state.elapsed, content=content)

    def start(self, call: Call[Any], options: Options, credentials: Credentials, deadline: float) -> RetryState:
        """Put together what a call needs: who makes it, the request, and when it must have ended."""
        self._prepare(call, options)
        identity = credentials.identify(merge_headers(call, options))
        request = build_request(call, options, identity, self.exchange.origin, self.exchange.prefix)
        return RetryState(call, options, self.budget, deadline, identity=identity, request=request)

    async def run(self, attempt: Callable[[], Any], state: RetryState) -> Any:
        """Return what `attempt` returns, the first time it does not fail; `state` says whether there is another time.

        Who was cancelled in an attempt may run the same `state` again, which goes on with that attempt.

        Raises:
            InfinityAssistantError: What the last attempt ended with, or what keeps the first from being made.
        """
        while True:
            if state.request.interruption is not None:
                state.request.interruption.check()
            if not state.is_attempting:
                await self._wait_for_turn(state)
                state.start_attempt()
            try:
                trace = state.observer.trace
                result = await (attempt() if trace is None else _attempt_within(trace.activate(), attempt))
            except InfinityAssistantError as error:
                self._observe(error, state)
                if not state.record_failure(error):
                    raise
            except BaseException:
                self.pacer.release(state.identity.name)
                raise
            else:
                self.pacer.respond(state.identity.name)
                return result

    def _prepare(self, call: Call[Any], options: Options) -> None:
        """Import what the response will need, while nothing has been sent that could be lost."""
        try:
            call.prepare()
            find_fast_decoder()
            if options.drift_warnings:
                self.drift().prepare()
        except Exception as exc:  # No file is left, or the interpreter shuts down.
            error = explain_import(exc) or map_exception(exc, sent=False)
            error.applied = False
            raise error from exc

    def drift(self) -> Drift:
        """Return what warns of responses that this version does not know."""
        if self._drift is None:
            from infinity_assistant._drift.warnings import Drift

            self._drift = Drift()
        return self._drift

    async def _wait_for_turn(self, state: RetryState) -> None:
        if state.ready_at:
            await pause(max(0.0, state.ready_at - time.monotonic()), state.request.interruption)
        if state.options.remember_quota:
            self.quotas.check(state.identity.name, state.operation)
        for pace in self.pacer.find_paces(state.identity.name, state.operation.id):
            await _wait_for_pace(pace, state)

    def _observe(self, error: InfinityAssistantError, state: RetryState) -> None:
        caller, operation = state.identity.name, state.operation
        self.pacer.observe(caller, operation.id, error, state.started, time.monotonic())
        if state.options.remember_quota:
            self.quotas.observe(caller, operation, error)

    async def _attempt(self, call: Call[T], state: RetryState) -> Tuple[int, Headers, bytes, T]:
        options, deadline = state.options, state.deadline
        response, headers = await self.exchange.open(state.request, options, state.identity, deadline)
        try:
            content = await read_body(response, headers, deadline, options.max_response_bytes)
            result, data = parse_response(call, response.status, headers, content)
        except ContentError as exc:
            raise invalid_response(str(exc), response.status, headers, b"") from None
        finally:
            await response.aclose()
        if options.drift_warnings and data is not None and self.drift().describes(call.operation):
            self.drift().observe(call.operation.id, data)
        state.identity.learn_rate_limit(getattr(result, "rate_limit", None) or parse_rate_limit(headers, None))
        return response.status, headers, content, result


async def _attempt_within(context: ContextManager[None], attempt: Callable[[], Any]) -> Any:
    with context:
        return await attempt()


async def _wait_for_pace(pace: Pace, state: RetryState) -> None:
    ticket = -1
    has_waited = False
    while True:
        now = time.monotonic()
        wait = pace.admit(now, state.deadline, ticket)
        if wait <= 0.0:
            return
        if wait == IN_LINE:
            if await _wait_in_line(pace, state, now, first=has_waited):
                return
            has_waited = True
            continue
        if now + wait >= state.deadline:
            raise state.make_late_error(wait, None if pace.is_free else pace.error)
        ticket = pace.epoch
        await pause(wait, state.request.interruption)


async def _wait_in_line(pace: Pace, state: RetryState, now: float, *, first: bool) -> bool:
    """Wait in line for a while; return whether the call may leave now."""
    if now >= state.deadline:
        raise state.make_late_error(0.0, None, pace.complaint)
    event = make_event()
    waiter = pace.enqueue(event.set, now, first=first)
    try:
        await wait_for(event, min(state.deadline, now + pace.patience), "nobody was woken", state.request.interruption)
    except TimeoutError:
        if waiter.withdraw():
            pace.leave_line(waiter, time.monotonic())
            return False
    except BaseException:
        if not waiter.withdraw():
            pace.release()
        raise
    return pace.take_turn(time.monotonic())
