"""Bring a fresh emulator into the state that the recorded exchanges were made in."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, Optional

from infinity_assistant.testing import Emulator, Request
from infinity_assistant.testing._assistant.composer import APOLOGY
from infinity_assistant.testing._state.markdown import KnowledgeEntry

OWNER = "user_apikey_owner"
VALID_KEY = "ia_realwiretestkey_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
SIGNED_IN = "stub-valid-supabase-jwt"
TURNS = 17
KNOWN = [
    KnowledgeEntry("W.001", "wisdom", "Autonomous work begins with a search", "Look for what exists.", "general", ()),
    KnowledgeEntry(
        "W.002", "wisdom", "Autonomous learning needs a memory", "Write down what was found.", "general", ()
    ),
    KnowledgeEntry("P.001", "pattern", "Backoff", "Let autonomous retries wait longer and longer.", "api", ()),
    KnowledgeEntry(
        "G.001", "gotcha", "Flat memory", "Autonomous storage in one list fails when it grows.", "general", ()
    ),
    KnowledgeEntry(
        "P.002", "pattern", "Error boundaries in React", "They keep React performance and state apart.", "react", ()
    ),
]


def prepare(recording: Dict[str, Any]) -> Emulator:
    """Give an emulator that stands where the service stood when an exchange was recorded."""
    emulator = Emulator(profile="default" if recording["name"].startswith("shim-") else "strict", frozen=True)
    emulator.services.knowledge.load(KNOWN, "graduated")
    emulator.add_key(VALID_KEY, OWNER)
    emulator.add_key(SIGNED_IN, "user_signed_in")
    _converse(emulator, json.dumps(recording["request"]))
    for user, used in re.findall(r'"(user_at_(\d+))"', recording["request"].get("body") or ""):
        emulator.spend(user, int(used))
    _break(emulator, recording)
    if recording["name"] in ("shim-webhooks--get", "shim-webhooks--get-after-trigger"):
        emulator.services.outbox.register("http://127.0.0.1:23393/hook", ["chat.message"])
    return emulator


def ask(emulator: Emulator, method: str, path: str, body: Any = None, **headers: str) -> Any:
    """Send a request, as a program would, and give the JSON of the response (None for another kind of body)."""
    target, _, query = path.partition("?")
    sent = b"" if body is None else json.dumps(body).encode()
    response = emulator.handle(Request(method, target, query, tuple(headers.items()), sent))
    return json.loads(response.body) if response.header("content-type") == "application/json" else None


def _converse(emulator: Emulator, request: str) -> None:
    """Have the conversations, and store the preferences, that a request is about."""
    said = "I realized that item {} has an error, the fix is to use a pattern approach number {}"
    for n in range(TURNS if "conv_long" in request else 0):
        body = {"message": said.format(n, n), "conversationId": "conv_long_talk", "userId": "u_long"}
        ask(emulator, "POST", "/api/chat", body)
    remember = {"message": "Remember this: my cat is called Momo", "conversationId": "conv_s_mem"}
    if "conv_m" in request:
        ask(emulator, "POST", "/api/memory", {"conversationId": "conv_m", "content": "a fact"})
        ask(emulator, "POST", "/api/chat", {**remember, "conversationId": "conv_mem_1", "userId": "user_mem"})
    if "conv_s_mem" in request:
        ask(emulator, "POST", "/api/chat/stream", remember)
    ask(emulator, "POST", "/api/user/preferences", {"preferences": {"a": 1}}, authorization="Bearer user_abc")
    ask(emulator, "POST", "/api/chat", {"message": "Hi"})


def _break(emulator: Emulator, recording: Dict[str, Any]) -> None:
    """Let fail what had failed behind the service: its database, or the model upstream."""
    status, name = recording["response"]["status"], recording["name"]
    operation = _operation(emulator, recording)
    if operation and status >= 500 and re.search(r"db-", name):
        emulator.fail(operation, status=status)
    if operation and status in (499, 504):
        emulator.fail(operation, status=status)
    if "upstream" in name and status == 200:
        failed = APOLOGY in recording["response"]["body"]
        emulator.on_chat().reply(APOLOGY if failed else "Said upstream.", tokens=0 if failed else 5)


def _operation(emulator: Emulator, recording: Dict[str, Any]) -> Optional[str]:
    path = recording["request"]["path"].partition("?")[0]
    found = emulator.document.find_operation(recording["request"]["method"], path)
    return None if found is None else found.id
