"""A short soak: random faults, and nothing lost, doubled or swapped."""

from __future__ import annotations

import pytest

from .soak import Record, check, message, soak


def test_a_short_soak_loses_doubles_and_swaps_nothing() -> None:
    """Some hundred calls and streams from threads and tasks, each checked against what the emulator stored."""
    summary = soak(calls=400, streams=60)
    assert summary.startswith("460 calls")
    assert "ServerError" in summary, "no fault came through: the soak proves nothing"


ASKED = ["user", message("a")]
RESPONDED = ["assistant", "word a"]


def record(text: str, whole: bool) -> Record:
    """One chat and what became of it."""
    made = Record()
    made.responses["a"] = (text, whole)
    return made


@pytest.mark.parametrize(
    ("made", "stored"),
    [
        pytest.param(record("word a", True), {}, id="never stored"),
        pytest.param(record("word b", True), {"a": [ASKED, RESPONDED]}, id="swapped"),
        pytest.param(record("word", True), {"a": [ASKED, RESPONDED]}, id="cut, yet whole"),
        pytest.param(record("word aword a", True), {"a": [ASKED, RESPONDED]}, id="text doubled"),
        pytest.param(record("word a", True), {"a": [ASKED, RESPONDED] * 2}, id="executed twice"),
        pytest.param(record("", False), {"a": [ASKED, RESPONDED] * 2}, id="failed, yet executed twice"),
        pytest.param(record("ord a", False), {"a": [ASKED, RESPONDED]}, id="beginning lost"),
        pytest.param(record("", False), {"a": [["user", message("b")], RESPONDED]}, id="another message"),
        pytest.param(record("", False), {"b": [ASKED, RESPONDED]}, id="nobody asked"),
    ],
)
def test_the_soak_would_notice(made: Record, stored: dict) -> None:
    """What is broken on purpose is found."""
    with pytest.raises(AssertionError):
        check(made, stored)


def test_the_soak_accepts_what_is_right() -> None:
    """A whole response, and the beginning of one with an error."""
    check(record("word a", True), {"a": [ASKED, RESPONDED]})
    check(record("wor", False), {"a": [ASKED, RESPONDED]})
    check(record("", False), {})
