"""The faults of the matrix, met through an httpx client of the caller's: what cannot hold there is listed."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Dict

import pytest

from .case import Case
from .cases import GROUPS
from .cases.keep_alive import connections
from .certificates import Certificates
from .checks import check, repeat_if_late
from .responses import CHAT, response
from .runtimes import LENT
from .server import FaultServer
from .servers import serve
from .steps import read, send
from .test_matrix import HANG
from .watchdog import watch

# Under trio httpx leaves its own generators to the garbage collector when a body is left before its end.
pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'http:ResourceWarning")

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"

LISTED: Dict[str, Dict[str, Any]] = {
    # httpx reads 64 KiB of them before anybody can look at the clock, which takes a busy machine a while.
    "connection-interim-responses-without-end": {"raises": "TimeoutError", "within": 5.0},
    "keep-alive-idle-for-longer-than-three-seconds": {"check": connections(1)},
    "keep-alive-one-response-too-many": {"returns": "The answer to another question.", "check": connections(1)},
    "keep-alive-body-longer-than-it-says": {"raises": "NetworkError", "returns": None, "check": connections(1)},
    "keep-alive-body-after-a-204": {"open": 1},
}
"""What is not as on connections of our own, and what it is instead. The page says why."""

ALWAYS = {
    "sync": ("connection", "keep-alive", "redirect", "resource", "tls"),
    "asyncio": ("body", "connection", "stream", "tls"),
    "trio": ("stream",),
}
"""The groups that are played where time counts; `make reliability` plays all of them in each way."""

PLAYED = [
    pytest.param(f"{group}-{case.id}", case, way, id=f"{group}-{case.id}-{way}")
    for group, cases in GROUPS.items()
    for case in cases
    for way in LENT
    if group in ALWAYS[way] or os.environ.get("WHOLE_MATRIX")
]


@pytest.mark.parametrize(("name", "case", "way"), PLAYED)
@repeat_if_late
def test_a_fault_is_the_same_through_httpx(name: str, case: Case, way: str, certificates: Certificates) -> None:
    case = replace(case, **LISTED.get(name, {}))
    with ExitStack() as stack:
        server = stack.enter_context(serve(case, certificates))
        if case.elsewhere:
            server.elsewhere = stack.enter_context(FaultServer([read, send(response(CHAT))]))
        outcome = watch(partial(LENT[way], case, server), case.bound + HANG)
        check(case, outcome, server)


@pytest.mark.parametrize("name", LISTED)
def test_what_cannot_hold_through_httpx_is_a_case_and_on_the_page(name: str) -> None:
    assert name in {f"{group}-{case.id}" for group, cases in GROUPS.items() for case in cases}
    assert f"`{name}`" in PAGE.read_text("utf-8")
