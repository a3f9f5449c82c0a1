"""Texts of the service act neither on a terminal nor in a log."""

from __future__ import annotations

import pytest

import infinity_assistant as ia
from infinity_assistant._text import make_harmless

ACTIVE = [
    "\n",
    "\r",
    "\x1b[2J",
    "\x07",
    "\x9b31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ud800",
]


@pytest.mark.parametrize("text", ACTIVE, ids=ascii)
def test_what_acts_is_written_out(text: str) -> None:
    harmless = make_harmless(f"before{text}after")
    assert harmless.isprintable() and harmless.startswith("before\\") and harmless.endswith("after")


@pytest.mark.parametrize("text", ["plain", "Zoë", "日本語", "👩", ""])
def test_what_does_not_act_stays(text: str) -> None:
    assert make_harmless(text) == text


@pytest.mark.parametrize("text", ACTIVE, ids=ascii)
def test_the_message_of_an_error_is_harmless(text: str) -> None:
    error = ia.InfinityAssistantServerError(f"The service said{text}this")
    assert str(error).isprintable()
