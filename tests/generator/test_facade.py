"""Whether the client offers what the contract does, and what the check says when it does not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.facade import check
from generator.facade.api_functions import read_api_functions
from generator.facade.check import check as check_with
from generator.facade.sources import merge_modules, read_generated_sources
from generator.facade.suggestion import write_method
from generator.package import ROOT

API = """
CHAT = Operation(id="chat", method="POST", path="/chat")
WATCH = Operation(id="watch", path="/watch", events={"tick": StreamEvent("tick", "tick", m.TickData.from_dict)})

def chat(*, message: str, mode: Optional[m.Mode] = None) -> Call[m.Reply]:
    '''Send a message.'''

def watch(*, since: Optional[str] = None) -> Call[Union[m.TickData]]:
    '''Watch the clock.'''
"""
CLIENT = """
class Chatting(Base):
    async def chat(self, text: str, *, mode: Optional[m.Mode] = None, **options: t.Unpack[t.CallOptions]) -> m.Reply:
        return await self._send(api.chat, options, message=text, mode=mode)

    def watch(
        self, *, since: Optional[str] = None, **options: t.Unpack[t.CallOptions]
    ) -> t.AsyncStream[Union[m.TickData]]:
        return self._stream(api.watch, options, since=since)
"""
EVENTS = "ChatStreamEvent = Union[TextEvent]\n"


def problems(tmp_path: Path, api: str = API, client: str = CLIENT, events: str = EVENTS, **left_out: str) -> list[str]:
    """What the check finds in a small client."""
    overlays = tmp_path / "overlays"
    overlays.mkdir(exist_ok=True)
    sources = {
        "async_client.py": "class AsyncInfinityAssistantClient(Chatting):\n    pass\n",
        "async_chatting.py": client,
        "events.py": events,
    }
    for name, text in sources.items():
        (overlays / name).parent.mkdir(exist_ok=True)
        (overlays / name).write_text(text, encoding="utf-8")
    entries = {name.replace("__", "."): reason for name, reason in left_out.items()}
    return check_with(tmp_path, {"api/_default.py": api, "models/reply.py": "class Reply: pass\n"}, entries)


def test_the_client_of_this_package_is_complete() -> None:
    assert check() == []


def test_a_complete_client_has_no_problems(tmp_path: Path) -> None:
    """A method may call an argument otherwise: what it passes counts."""
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("message: str,", "message: str, tone: str,", "async_chatting.py:3: Chatting.chat lacks the keyword tone"),
        (
            "message: str,",
            "",
            "Chatting.chat passes message, which api.chat does not take: delete text and message=text",
        ),
        ("= None) -> Call[m.Reply]", ") -> Call[m.Reply]", "mode is required: write mode: Optional[m.Mode], without"),
        ("message: str,", "message: int,", "the type of text is str: write int"),
        ("Call[m.Reply]", "Call[m.Other]", "Chatting.chat returns m.Reply: write m.Other"),
        ("def chat(", "def talk(", "Chatting.chat calls api.chat, which is gone: delete the method"),
        ("def chat(", "def talk(", "async_chatting.py: after Chatting.chat, add a method for the operation talk"),
        (
            '"tick": StreamEvent("tick", "tick"',
            '"chunk": StreamEvent("chunk", "text", m.A.from_dict), "tock": StreamEvent("tock", "tock"',
            "import TockEvent, and add it to __all__ and to ChatStreamEvent",
        ),
    ],
)
def test_what_to_change_is_told_by_file_and_name(old: str, new: str, told: str, tmp_path: Path) -> None:
    found = problems(tmp_path, API.replace(old, new))
    assert any(told in problem for problem in found), found


def test_the_events_of_a_stream_without_text_need_no_line_by_hand(tmp_path: Path) -> None:
    """They are read as the contract says, and the union of `ChatStreamEvent` is for chats."""
    assert problems(tmp_path, events="ChatStreamEvent = Union[TextEvent]\n") == []


def test_a_name_that_is_gone_is_found_in_any_file(tmp_path: Path) -> None:
    imports = "from infinity_assistant.models import Missing\nfrom infinity_assistant import models as k\n"
    client = f"{imports}k.Reply\nk.Gone\n{CLIENT}"
    found = problems(tmp_path, client=client)
    assert [problem.split(",")[0] for problem in found] == [
        "overlays/async_chatting.py:1 uses models.Missing",
        "overlays/async_chatting.py:4 uses models.Gone",
    ]


def test_what_is_left_out_stands_in_the_list_with_its_reason(tmp_path: Path) -> None:
    client = CLIENT.split("    def watch")[0].replace(", mode=mode", "")
    reasons = {"watch": "Only for dashboards.", "chat__mode": "The service ignores it."}
    assert problems(tmp_path, client=client, **reasons) == []


@pytest.mark.parametrize(
    ("entry", "reason", "told"),
    [
        ("nothing", "Because.", "nothing is not in the contract: delete the entry"),
        ("chat__nothing", "Because.", "chat.nothing is not in the contract: delete the entry"),
        ("watch", "Because.", "watch has a method by now: delete the entry"),
        ("chat__mode", " ", "chat.mode has no reason: write one"),
    ],
)
def test_the_list_holds_nothing_that_is_idle(entry: str, reason: str, told: str, tmp_path: Path) -> None:
    assert [told in problem for problem in problems(tmp_path, **{entry: reason})] == [True]


@pytest.mark.parametrize("name", ["chat", "watch", "send_feedback", "chat_stream", "health"])
def test_the_suggested_code_is_what_the_check_asks_for(name: str, tmp_path: Path) -> None:
    """Pasted as it is, it parses and leaves nothing to say."""
    ours = merge_modules(read_generated_sources(ROOT), "api")
    source = API if name in ("chat", "watch") else ours
    pasted = f"class Chatting(Base):\n{write_method(read_api_functions(source)[name])}\n"
    assert max(map(len, pasted.splitlines())) <= 120
    ast.parse(pasted)
    left = problems(tmp_path, api=source, client=pasted)
    assert [problem for problem in left if re.search(rf"operation {name}:|: Chatting\.{name}\b", problem)] == []
