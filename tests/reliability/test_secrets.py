"""The key, and what the caller said, appear in no log, repr, traceback, pickle or error."""

from __future__ import annotations

import io
import logging
import pickle
import traceback
from functools import partial
from pathlib import Path
from typing import Any, Iterator, List

import pytest

from infinity_assistant import api

from .case import KEY, MESSAGE, Case
from .cases import GROUPS
from .certificates import Certificates
from .clients import async_client_of, client_of
from .responses import CHAT, HELLO, response, stream
from .runtimes import RUNTIMES
from .server import FaultServer
from .servers import serve
from .steps import read, send
from .watchdog import watch

SECRETS = (KEY, MESSAGE, KEY.partition("-")[2], MESSAGE.partition(" ")[2])
HERE = str(Path(__file__).parent)
SAMPLE = [
    pytest.param(case, id=f"{group}-{case.id}")
    for group, cases in GROUPS.items()
    for case in cases[:: max(1, len(cases) // 9)]
    if case.timeout >= 1 and not case.memory and not case.before and "deep" not in case.id
]


@pytest.fixture
def everything_logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """All that any library logs, at level debug."""
    monkeypatch.setenv("INFINITY_ASSISTANT_LOG", "debug")
    written = io.StringIO()
    handler, root, ours = logging.StreamHandler(written), logging.getLogger(), logging.getLogger("infinity_assistant")
    before = root.level, ours.level, ours.handlers[:]
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(before[0])
    ours.setLevel(before[1])
    ours.handlers[:] = before[2]


def assert_clean(shown: str) -> None:
    """Assert that neither secret is there."""
    found = [secret for secret in SECRETS if secret in shown]
    assert not found, shown[max(0, shown.index(found[0]) - 400) :][:800]


def traceback_with_locals(error: BaseException) -> str:
    """The traceback, with the variables of every frame that is not of these tests."""
    lines: List[str] = []
    for cause in _chain(error):
        stack = traceback.StackSummary.extract(traceback.walk_tb(cause.__traceback__), capture_locals=True)
        lines += [str(frame.locals) for frame in stack if not frame.filename.startswith(HERE)]
        lines.append(str(cause))
    return "\n".join(lines)


def _chain(error: Any) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("case", SAMPLE)
def test_a_fault_gives_nothing_away(
    case: Case,
    runtime: str,
    certificates: Certificates,
    everything_logged: io.StringIO,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Whatever goes wrong, with everything logged."""
    with serve(case, certificates) as server:
        if case.elsewhere:
            server.elsewhere = server
        outcome = watch(partial(RUNTIMES[runtime], case, server), case.bound + 15)
    if outcome.error is not None:
        assert_clean(f"{outcome.error} {outcome.error!r} {vars(outcome.error)!r}")
        assert_clean(str(pickle.dumps(outcome.error)))
        assert_clean(traceback_with_locals(outcome.error))
    assert_clean(everything_logged.getvalue())
    assert_clean("".join(capfd.readouterr()))


def test_the_log_is_not_empty(everything_logged: io.StringIO) -> None:
    """What shows no secret at level debug does show the calls."""
    with FaultServer([read, send(response(CHAT))]) as server, client_of(server) as client:
        client.chat(MESSAGE)
    assert "chat" in everything_logged.getvalue()


def test_nothing_that_users_hold_shows_a_secret() -> None:
    """Clients, copies, calls, streams and whole responses, shown and pickled."""
    scripts = [read, send(response({**CHAT, "response": "x"}))], [read, send(stream(HELLO))]
    with FaultServer(*scripts) as server, client_of(server, default_headers={"X-Team": "blue"}) as client:
        call = api.chat(message=MESSAGE)
        held = [client, client.with_options(timeout=1.0, headers={"X-A": "b"}), client.request(call), call]
        shown = "".join(f"{value!r} {value}" for value in held)
        events = client.chat_stream(MESSAGE)
        shown += repr(events) + "".join(map(repr, events)) + repr(events)
        assert_clean(shown + repr(vars(client)))
        assert_clean(str(pickle.dumps(client)) + repr(async_client_of(server)))


def test_a_secret_is_there_when_it_is_asked_for_by_name() -> None:
    """The key can be read, and a result says what the service said."""
    echoed = {**CHAT, "response": MESSAGE}
    with FaultServer([read, send(response(echoed))]) as server, client_of(server) as client:
        assert client.get_api_key() == KEY
        assert client.chat("hi").response == MESSAGE


@pytest.mark.parametrize(
    "payload",
    [
        {
            "success": True,
            "apiKey": {"id": "k", "name": "n", "key": KEY, "prefix": KEY[:12], "createdAt": "2026-11-22T10:00:00Z"},
            "message": "m",
        }
    ],
)
def test_a_new_key_is_masked_in_reprs(payload: Any) -> None:
    """The key that the service makes is read by name, and shown by nothing else."""
    with FaultServer([read, send(response(payload))]) as server, client_of(server) as client:
        created = client.create_api_key("n")
        assert created.api_key.key == created["apiKey"]["key"] == KEY
        assert_clean(f"{created!r} {created}")
