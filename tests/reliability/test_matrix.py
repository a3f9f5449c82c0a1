"""Every fault gives the right result or the right error, in time, in every runtime."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import Dict, Iterator

import pytest

from .case import Case
from .cases import GROUPS
from .certificates import Certificates
from .checks import LateError, check, repeat_if_late
from .frozen import ABSENT, DEVIATIONS, FREEZE, Facts, dump, find_expected, load, observe
from .responses import CHAT, response
from .runtimes import RUNTIMES
from .server import FaultServer
from .servers import serve
from .sockets import Growth
from .steps import read, send
from .watchdog import watch

HANG = 15.0
"""Seconds beyond its bound after which a call is said to hang."""

CASES = [pytest.param(case, id=f"{group}-{case.id}") for group, cases in GROUPS.items() for case in cases]
ON_THE_SOCKET = ("connection", "resource", "keep-alive", "stream", "tls")
"""Groups that are played on trio too: what the others are about does not know the event loop."""
PLAYED = [
    pytest.param(f"{group}-{case.id}", case, runtime, id=f"{group}-{case.id}-{runtime}")
    for group, cases in GROUPS.items()
    for case in cases
    for runtime in RUNTIMES
    if runtime != "trio" or group in ON_THE_SOCKET
]


FROZEN = load()


@pytest.fixture(scope="module")
def noted() -> Iterator[Dict[str, Dict[str, Facts]]]:
    """The facts of all cases, which are written to a file if the environment asks for it."""
    facts: Dict[str, Dict[str, Facts]] = {}
    yield facts
    if FREEZE:
        Path(FREEZE).write_text(dump(facts), encoding="utf-8")


@pytest.mark.parametrize(("name", "case", "runtime"), PLAYED)
@repeat_if_late
def test_a_fault_gives_the_right_result_or_the_right_error(
    name: str, case: Case, runtime: str, certificates: Certificates, noted: Dict[str, Dict[str, Facts]]
) -> None:
    """Result or error class, attempts, bodies, time and sockets are what the case states; all facts what 1.0.0 gave."""
    with ExitStack() as stack:
        server = stack.enter_context(serve(case, certificates))
        if case.elsewhere:
            server.elsewhere = stack.enter_context(FaultServer([read, send(response(CHAT))]))
        growth = stack.enter_context(Growth(watching=case.memory > 0))
        outcome = watch(partial(RUNTIMES[runtime], case, server), case.bound + HANG)
        check(case, outcome, server)
        facts = noted.setdefault(name, {})[runtime] = observe(outcome, server)
    if name in FROZEN and not FREEZE:
        assert facts == find_expected(name, runtime, FROZEN[name][runtime])
    assert growth.bytes <= case.memory


def test_the_matrix_is_whole() -> None:
    """No case hides another of the same name, and no group is lost."""
    names = [param.id for param in CASES]
    assert len(names) == len(set(names)) >= 200


def test_every_case_of_1_0_0_is_still_played() -> None:
    """In each way of calling: a case that is renamed is renamed in the frozen file as well."""
    frozen = {(name, way) for name, ways in FROZEN.items() for way in ways}
    assert len(frozen) >= 1700
    assert frozen <= {(param.values[0], param.values[2]) for param in PLAYED}


def test_every_deviation_from_1_0_0_is_of_some_case_and_has_a_reason() -> None:
    """One that matches nothing, or changes nothing, is to be removed."""
    for deviation in DEVIATIONS:
        frozen = [
            facts
            for name, ways in FROZEN.items()
            for way, facts in ways.items()
            if deviation.matches(name, way, str(facts.get("error")))
        ]
        assert deviation.before in [facts.get(deviation.fact, ABSENT) for facts in frozen], deviation
        assert deviation.before != deviation.now, deviation
        assert deviation.reason, deviation


@pytest.mark.parametrize(("late", "passes"), [(0, True), (2, True), (3, False)])
def test_only_who_is_late_each_time_fails(late: int, passes: bool) -> None:
    runs = [LateError()] * late

    @repeat_if_late
    def run() -> None:
        if runs:
            raise runs.pop()

    with nullcontext() if passes else pytest.raises(LateError):
        run()
