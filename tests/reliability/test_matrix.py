"""Every fault gives the right answer or the right error, in time, in every colour."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

import pytest

from .answers import CHAT, answer
from .case import Case
from .cases import GROUPS
from .certificates import Certificates
from .checks import check
from .colours import COLOURS
from .server import FaultServer
from .servers import serve
from .sockets import Growth
from .steps import read, send
from .watchdog import watched

HANG = 15.0
"""Seconds beyond its bound after which a call is said to hang."""

CASES = [pytest.param(case, id=f"{group}-{case.id}") for group, cases in GROUPS.items() for case in cases]
ON_THE_SOCKET = ("connection", "resource", "keep-alive", "stream", "tls")
"""Groups that are played on trio too: what the others are about does not know the event loop."""
PLAYED = [
    pytest.param(case, colour, id=f"{group}-{case.id}-{colour}")
    for group, cases in GROUPS.items()
    for case in cases
    for colour in COLOURS
    if colour != "trio" or group in ON_THE_SOCKET
]


@pytest.mark.parametrize(("case", "colour"), PLAYED)
def test_a_fault_gives_the_right_answer_or_the_right_error(case: Case, colour: str, certificates: Certificates) -> None:
    """Result or error class, attempts, bodies, time and sockets are what the case states."""
    with ExitStack() as stack:
        server = stack.enter_context(serve(case, certificates))
        if case.elsewhere:
            server.elsewhere = stack.enter_context(FaultServer([read, send(answer(CHAT))]))
        growth = stack.enter_context(Growth(watching=case.memory > 0))
        outcome = watched(partial(COLOURS[colour], case, server), case.bound + HANG)
        check(case, outcome, server)
    assert growth.bytes <= case.memory


def test_the_matrix_is_whole() -> None:
    """No case hides another of the same name, and no group is lost."""
    names = [param.id for param in CASES]
    assert len(names) == len(set(names)) >= 200
