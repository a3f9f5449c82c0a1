"""A budget keeps a failing service from being hammered."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, List

import pytest

from infinity_assistant.errors import InfinityAssistantServerError

from .clients import client_of
from .responses import HEALTH, response
from .server import FaultServer
from .steps import read, send

CALLS = 60
WORTH = {502: 500 // 14, 503: 500 // 5}
"""How many retries a full budget pays for."""


def break_down(status: int) -> List[Any]:
    """A response that says no."""
    return [read, send(response({"error": "no"}, status))]


def fail(client: Any) -> int:
    """Make a call that fails; return how often it was tried."""
    with pytest.raises(InfinityAssistantServerError) as caught:
        client.health()
    return len(caught.value.attempts)


@pytest.mark.parametrize("status", WORTH)
def test_retries_end_when_the_budget_is_spent(status: int) -> None:
    """Threads share it: sixty calls that fail are tried again no more often than it pays for."""
    with FaultServer(break_down(status)) as server, client_of(server, max_retries=2) as client, ThreadPoolExecutor(
        8
    ) as threads:
        attempts = list(threads.map(lambda _: fail(client), range(CALLS)))
        assert len(server.requests) == sum(attempts) == CALLS + min(WORTH[status], 2 * CALLS)
        assert fail(client) == 1


def test_success_fills_the_budget_again() -> None:
    """After enough calls that succeed, a call that fails is tried again."""
    spent: List[List[Any]] = [break_down(502)] * (CALLS + WORTH[502])
    healthy: List[List[Any]] = [[read, send(response(HEALTH))]] * 10
    with FaultServer(*spent, *healthy, break_down(502)) as server, client_of(server, max_retries=2) as client:
        assert sum(fail(client) for _ in range(CALLS)) == len(spent)
        for _ in healthy:
            client.health()
        assert fail(client) == 2


def test_copies_of_a_client_share_the_budget() -> None:
    """`with_options` does not open a second account."""
    with FaultServer(break_down(502)) as server, client_of(server, max_retries=2) as client:
        copies = [client, client.with_options(timeout=4.0)]
        attempts = [fail(copies[number % 2]) for number in range(CALLS)]
        assert sum(attempts) == CALLS + WORTH[502]
