"""Calls Prism, an API server that others made, with every method of the client.

    python tests/prism.py [--prism PATH]

Prism reads the description, refuses requests that are not as it says, and responds to the others with its examples, or
with what it makes up from the schemas. Without node, or without Prism and a way to get it, this says so and does
nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from infinity_assistant import InfinityAssistantClient, InfinityAssistantError
from infinity_assistant.testing._api.document import load_document

# The description as JSON: Prism's reader of YAML takes away the blank line at the end of a stream.
DOCUMENT = Path(__file__).resolve().parent.parent / "infinity_assistant" / "openapi.json"
PRISM = "@stoplight/prism-cli@5.14.2"
KEY = "ia_" + "0" * 43
Client = InfinityAssistantClient

TALK: Dict[str, Any] = {
    "conversation_id": "conv_1",
    "mode": "assist",
    "preferences": {"assistant_mode": "professional", "role": "developer", "interests": ["technology"]},
    "essence": {"voice_tone": "friendly"},
    "user_context": "They write Python.",
    "session_id": "session_1",
    "driving_mode": {"enabled": True, "is_ev": True},
    "user_id": "user_1",
    "user_tier": "pro",
}
CALLS: Dict[str, List[Callable[[Client], object]]] = {
    "chat": [lambda c: c.chat("Hello"), lambda c: c.chat("Grüße, 🙂", **TALK)],
    "get_conversation": [lambda c: c.get_conversation("conv_1"), lambda c: c.get_conversation("a b&c", user_id="u/1")],
    "chat_stream": [lambda c: list(c.chat_stream("Hello")), lambda c: c.chat_stream("Hello", **TALK).collect()],
    "search_knowledge": [
        lambda c: c.search_knowledge("streams"),
        lambda c: c.search_knowledge("streams", type="patterns", limit=3, domain="api", tags=["sdk"], user_tier="pro"),
    ],
    "suggest_knowledge": [lambda c: c.suggest_knowledge("str"), lambda c: c.suggest_knowledge("str", limit=3)],
    "report_knowledge_gap": [
        lambda c: c.report_knowledge_gap("react hooks"),
        lambda c: c.report_knowledge_gap("react hooks", source="assist", context="A form", user_id="user_1"),
    ],
    "research": [
        lambda c: c.research("react performance"),
        lambda c: c.research(
            "react performance", mode="deep", context="c", domains=["ui"], max_sources=3, include_external=False
        ),
    ],
    "research_status": [lambda c: c.research_status()],
    "retrieve_memory": [lambda c: c.retrieve_memory("conv_1")],
    "store_memory": [lambda c: c.store_memory("conv_1", "a fact"), lambda c: c.store_memory("c", "a", type="fact")],
    "delete_memory": [
        lambda c: c.delete_memory("conv_1", type="all"),
        lambda c: c.delete_memory("conv_1", type="compressed", entry_id="0"),
    ],
    "get_preferences": [lambda c: c.get_preferences()],
    "update_preferences": [lambda c: c.update_preferences({"theme": "dark"})],
    "get_usage": [lambda c: c.get_usage()],
    "list_api_keys": [lambda c: c.list_api_keys()],
    "create_api_key": [lambda c: c.create_api_key("ci")],
    "delete_api_key": [lambda c: c.delete_api_key("5ad0153e-75f7-4556-af9e-ea926f665745")],
    "list_webhooks": [lambda c: c.list_webhooks()],
    "create_webhook": [lambda c: c.create_webhook("https://example.com/hook", ["chat.message"])],
    "delete_webhook": [lambda c: c.delete_webhook("5ad0153e-75f7-4556-af9e-ea926f665745")],
    "export_conversations": [lambda c: c.export_conversations()],
    "export_usage": [lambda c: c.export_usage()],
    "send_feedback": [
        lambda c: c.send_feedback("Good"),
        lambda c: c.send_feedback("Good", type="bug", rating=4.5, conversation_id="conv_1", metadata={"page": "/"}),
    ],
    "knowledge_analytics": [lambda c: c.knowledge_analytics(), lambda c: c.knowledge_analytics(mode="all")],
    "health": [lambda c: c.health()],
}


def main() -> int:
    """Make all calls, and give the number of those that failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prism", help="the program, if it is installed; else npx gets it")
    command = _command(parser.parse_args().prism)
    if command is None:
        print("skipped: node is not on PATH (neither prism nor npx was found)")
        return 0
    with _prism(command) as url:
        problems = [*_not_refused(url), *_not_called(), *_list_failed(url)]
    print("\n".join(problems) or f"Prism accepted all {sum(map(len, CALLS.values()))} calls; its responses were read")
    return len(problems)


def _command(given: Optional[str]) -> Optional[List[str]]:
    found, npx = given or shutil.which("prism"), shutil.which("npx")
    if found:
        return [found]
    return [npx, "--yes", PRISM] if npx else None


@contextmanager
def _prism(command: List[str]) -> Iterator[str]:
    """Run Prism on a free port until the block is left, and give its address."""
    options = ["mock", str(DOCUMENT), "--port", "0", "--errors"]
    # A session of its own, so that what npx starts can be stopped with it.
    running = subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    assert running.stdout is not None
    said: List[str] = []
    try:
        for line in running.stdout:
            said.append(line)
            found = re.search(r"listening on (http://\S+)", line)
            if found:
                yield found[1]
                return
        raise SystemExit(f"Prism did not start:\n{''.join(said)}")
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.communicate()


def _not_refused(url: str) -> List[str]:
    """Requests that are not as described, and that Prism takes all the same: then it proves nothing."""
    wrong = [
        ("POST", "/chat", {}),
        ("POST", "/chat", {"message": 1}),
        ("GET", "/chat", None),
        ("GET", "/webhooks", None),
    ]
    return [
        f"Prism took {method} {path} {body}" for method, path, body in wrong if _status(url, method, path, body) < 400
    ]


def _status(url: str, method: str, path: str, body: Any) -> int:
    sent = None if body is None else json.dumps(body).encode()
    request = Request(url + path, method=method, data=sent, headers={"content-type": "application/json"})
    try:
        with urlopen(request) as response:
            return int(response.status)
    except HTTPError as error:
        error.close()
        return error.code


def _not_called() -> List[str]:
    return [f"{operation} is not called here" for operation in load_document().operations if operation not in CALLS]


def _list_failed(url: str) -> List[str]:
    problems = []
    with InfinityAssistantClient(KEY, base_url=url, max_retries=0, timeout=20) as client:
        for operation, calls in CALLS.items():
            for number, call in enumerate(calls, 1):
                try:
                    call(client)
                except InfinityAssistantError as error:
                    detail = json.dumps(getattr(error, "response", None))
                    problems.append(f"{operation}, call {number}: {error} {detail[:500]}")
    return problems


if __name__ == "__main__":
    sys.exit(main())
