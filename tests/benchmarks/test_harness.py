"""The harness of the benchmarks: that it runs, counts and compares rightly. How fast anything is, is not tested."""

from __future__ import annotations

import json
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from benchmarks import __main__, chart, profile, responses, rows
from benchmarks.measure import Outcome, per_unit, run, slope
from benchmarks.processes import Server, program, server, worker
from benchmarks.scenarios import SDK, Contender, Scenario
from benchmarks.verdict import verdicts
from benchmarks.worker import find
from infinity_assistant._models.fast_json import find_fast_decoder


@pytest.fixture(autouse=True)
def with_extras_afterwards() -> Iterator[None]:
    """What is measured runs without msgspec; tests of other files that follow in this process have it again."""
    before = {name: module for name, module in sys.modules.items() if name == "msgspec"}
    yield
    sys.modules.pop("msgspec", None)
    sys.modules.update(before)
    find_fast_decoder.cache_clear()


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with server() as started:
        yield started


def ask(running: Server, wants: str, path: str) -> bytes:
    """Return all that the server sends for one request, body and framing."""
    with socket.create_connection(("127.0.0.1", urlsplit(running.origin).port), timeout=30) as connection:
        connection.sendall(f"POST /{wants}/api{path} HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{{}}".encode())
        received = b""
        while not (received.endswith(b"\r\n0\r\n\r\n") or received.endswith(b"}")):
            piece = connection.recv(65536)
            assert piece, received
            received += piece
    return received


def outcome(ours: float) -> Outcome:
    """Return an outcome in which the baseline takes one second, and the SDK `ours`."""
    contenders = (Contender("base", ""), Contender(SDK, ""))
    taken = {"cpu": ours, "wall": ours, "peak": 2, "grown": 1, "lost": 0}
    rounds = {"base": [{**taken, "cpu": 1.0}] * 3, SDK: [taken] * 3}
    return Outcome(Scenario("s", "title", "call", contenders, {"cpu": 0.75}), rounds)


def test_a_response_is_as_long_as_the_base_url_asks(running: Server) -> None:
    """Growth is measured by what was asked for."""
    head, _, body = ask(running, "size=3000", "/chat").partition(b"\r\n\r\n")
    assert b"content-length: 3000" in head
    assert set(json.loads(body)) == {"response", "conversationId", "rateLimit", "metadata"}


def test_a_list_of_200_keys_is_100_kb_long() -> None:
    """The row about models reads what its title says."""
    body = responses.api_keys()
    assert abs(len(body) - 102_400) < 400
    assert len(json.loads(body)["apiKeys"]) == 200


@pytest.mark.parametrize("wants", ["events=1203", "events=40,spread=1"])
def test_a_stream_has_as_many_events_as_the_base_url_asks(running: Server, wants: str) -> None:
    """Blocks, the rest of a block and spread events are counted alike."""
    received = ask(running, wants, "/chat/stream")
    assert received.count(b"event: chunk") == int(wants.split(",")[0].partition("=")[2])
    assert received.count(b"event: start") == received.count(b"event: done") == 1


def test_a_long_event_comes_in_small_pieces(running: Server) -> None:
    """One event of 100 KB in chunks of 1 KB is a hundred chunks."""
    received = ask(running, "events=1,event=102400,piece=1024", "/chat/stream")
    assert received.count(b"\r\n400\r\n") == 100


def test_a_worker_tells_what_a_round_took(running: Server) -> None:
    """Each round has CPU, wall, memory and what was done."""
    with worker(rows.by("httpx", "chat"), f"{running.origin}/size=1024/api") as ready:
        taken = ready.round(3)
    assert taken["done"] == 3
    assert min(taken["cpu"], taken["wall"], taken["peak"]) > 0


def test_a_contender_that_fails_stops_the_measurement(running: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """A figure of something that does not work is never written down."""
    nobody = worker(rows.by("httpx", "chat"), "http://127.0.0.1:1/api")
    with pytest.raises(RuntimeError, match="ended early"), nobody as ready:
        ready.round(1)
    assert "ConnectError" in capfd.readouterr().err


def test_a_program_that_fails_stops_the_measurement(capfd: pytest.CaptureFixture[str]) -> None:
    """The same holds for programs that are run from start to end."""
    with pytest.raises(RuntimeError, match="raise SystemExit"):
        program("raise SystemExit('no')")
    assert "no" in capfd.readouterr().err


def test_lost_units_are_counted() -> None:
    """A stream that did not arrive whole is lost, however fast it was."""
    taken = {"cpu": 2.0, "wall": 4.0, "peak": 1, "grown": 0, "done": 9}
    found = per_unit(taken, Contender("c", "", each=2), 10)
    assert (found["cpu"], found["wall"], found["lost"]) == (0.1, 0.2, 1)


def test_streams_are_counted_whole_or_lost(running: Server) -> None:
    """A contender that is sent 19 events when it waits for 20 has lost its streams."""
    short = Contender("short", rows.by("aiohttp", "async_streams_10"), "events=19,spread=1", 20)
    whole = Contender("whole", rows.by("aiohttp", "async_streams_10"), rows.STREAMS, 20)
    found = run(Scenario("s", "t", "stream", (whole, short)), running.origin, rounds=1)
    assert (found.lost("whole"), found.lost("short")) == (0, 20)


@pytest.mark.parametrize("ours, holds", [(0.5, True), (0.75, True), (0.8, False)])
def test_a_goal_is_held_against_the_median_of_the_ratios(ours: float, holds: bool) -> None:
    """What is allowed is allowed, what is more is said to be more."""
    (verdict,) = verdicts(outcome(ours))
    assert verdict.measured.median == ours
    assert verdict.holds is holds


def test_the_exponent_of_a_power_law_is_found() -> None:
    """Doubling twice as fast as the size is an exponent of two."""
    assert slope([1, 10, 100], [3, 300, 30_000]) == pytest.approx(2)


def test_a_chart_is_well_formed_whatever_the_labels() -> None:
    """Labels are escaped, and each has its bar."""
    drawn = ElementTree.fromstring(chart.bars("a < b", {"<x>": 2.0, SDK: 1.0}, SDK))
    assert len(drawn.findall("{http://www.w3.org/2000/svg}rect")) == 2


def test_an_unknown_row_is_refused_by_name() -> None:
    """A misspelt name does not measure everything or nothing."""
    with pytest.raises(SystemExit, match="no such row: chat-snc"):
        __main__.chosen(rows.SCENARIOS, "chat-snc")


def test_a_profile_finds_where_the_time_goes(running: Server) -> None:
    """What burns the CPU has the greatest share, and the shares are those of a contender at work."""

    def burn() -> None:
        for _ in range(3_000_000):
            pass

    (most, _), *_ = profile.sample(burn).most_common()
    assert most == "test_harness.burn"
    chat = find(rows.by("sdk", "chat"))(f"{running.origin}/size=1024/api")
    # As many calls as burn enough CPU time for many samples, also where the machine has little time for them.
    shares = profile.table(profile.work(chat, 0.1, 3000))
    assert re.search(r" (network|http1|connection|exchange|pipeline|call)\.", shares)
    assert "everything else" in shares


@pytest.mark.parametrize("row", rows.SCENARIOS, ids=lambda row: row.name)
def test_every_row_compares_the_sdk_or_lets_it_grow(row: Scenario) -> None:
    """Every contender exists, and this SDK is one of them."""
    assert row.grows or SDK in [contender.label for contender in row.contenders]
    assert row.programs or all(callable(find(contender.target)) for contender in row.contenders)


def test_a_run_leaves_a_table_the_figures_and_a_chart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command measures a row and writes all that is published of it."""
    assert __main__.main(["--only", "chat-sync", "--rounds", "1", "--quick", "--output", str(tmp_path)]) == 0
    (measured,) = json.loads((tmp_path / "latest.json").read_text("utf-8"))["scenarios"]
    assert {"httpx", SDK} <= set(measured["rounds"])
    assert all(taken["lost"] == 0 and taken["cpu"] > 0 for (taken,) in measured["rounds"].values())
    assert f"| {SDK} |" in (tmp_path / "latest.md").read_text("utf-8") == capsys.readouterr().out.rstrip("\n") + "\n"
    ElementTree.fromstring((tmp_path / "latest-chat-sync.svg").read_text("utf-8"))
