"""Emojis that the service cut in two."""

from __future__ import annotations

from typing import List

import pytest

from infinity_assistant._models.fast_json import parse_json
from infinity_assistant._streaming.chat_event_parser import ChatEventParser
from tests.events.frames import CHAT, DONE, START, frame

SMILE = "\U0001f600"


def read(*texts: bytes) -> List[str]:
    """The texts of the events of a stream of these chunks; that they add up is checked as well."""
    parser = ChatEventParser(CHAT)
    events = parser.feed(START + b"".join(frame("chunk", b'{"text":"%b"}' % text) for text in texts) + DONE)
    pieces = [event.content for event in events if event.type == "text"]
    assert "".join(pieces) == parser.text()
    return pieces


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        ((rb"a\ud83d", rb"\ude00b"), f"a{SMILE}b"),
        ((rb"\ud83d", b"", rb"\ude00"), SMILE),
        ((rb"\ud83d", rb"\ude00\ud83d", rb"\ude00"), SMILE * 2),
        ((rb"a\ud83d", b"b"), "a\ufffdb"),
        ((rb"a\ud83d",), "a\ufffd"),
        ((rb"\ude00a",), "\ufffda"),
        ((rb"\ud83d\ud83d", rb"\ude00"), f"\ufffd{SMILE}"),
    ],
)
def test_the_halves_of_an_emoji_meet_again(texts: List[bytes], whole: str) -> None:
    """Each piece can be encoded, and none is lost."""
    pieces = read(*texts)
    assert "".join(pieces) == whole
    assert "".join(pieces).encode("utf-8")


@pytest.mark.parametrize("content", [rb'{"a\ud83d": ["b\ude00", {"c": "\uD83D"}]}', rb'"\uDE00\uD83D"'])
def test_half_an_emoji_in_a_response_can_be_printed_and_sent_again(content: bytes) -> None:
    assert repr(parse_json(content)).encode("utf-8").count("\ufffd".encode()) >= 2


def test_a_whole_emoji_in_a_response_is_left_alone() -> None:
    assert parse_json(rb'["\ud83d\ude00", "\\ud83d"]') == [SMILE, "\\ud83d"]
