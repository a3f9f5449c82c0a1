"""Schemathesis calls every operation of a running emulator, and holds each response against the description."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Iterator

import pytest

from infinity_assistant.testing import EmulatorServer
from infinity_assistant.testing._api.document import load_document
from tests.testing.described import lenient

SETTINGS = Path(__file__).with_name("schemathesis.toml")
_RUN = "from schemathesis.cli import schemathesis; schemathesis()"
_NOT_BLANK = "[^\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]"
_TALK = "I realized that item {0} has an error, the fix is to use a pattern approach number {0}"


@pytest.fixture
def server() -> Iterator[EmulatorServer]:
    """A server that wants a key, without a quota, and with the conversation that the description's examples name."""
    with EmulatorServer(require_key=True, seed=1, deliver=False) as server:
        server.emulator.quota(-1)
        with server.emulator.client() as client:
            for number in range(17):
                client.chat(_TALK.format(number), conversation_id="conv_long_talk")
        yield server


def description() -> Dict[str, Any]:
    """The description with its own facts in words that schemathesis knows: echoes, blanks, and events of streams."""
    document = _without_blanks(lenient(load_document().raw))
    for item in document["paths"].values():
        for operation in item.values():
            if "x-events" in operation:
                events = {"oneOf": [_event(*one) for one in operation["x-events"].items()]}
                operation["responses"]["200"]["content"] = {"text/event-stream": {"itemSchema": events}}
    return {**document, "openapi": "3.2.0"}


def _without_blanks(schema: Any) -> Any:
    """Say by a pattern what `x-not-blank` says: there is more than what ECMAScript takes for white space."""
    if isinstance(schema, list):
        return [_without_blanks(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    said = {"pattern": _NOT_BLANK} if schema.get("x-not-blank") is True else {}
    return {**{name: _without_blanks(one) for name, one in schema.items()}, **said}


def _event(name: str, about: Dict[str, str]) -> Dict[str, Any]:
    """One event of a stream (OpenAPI 3.2, section "Sequential Media Types"): its name, and JSON in its data."""
    data = {"$ref": f"#/components/schemas/{about['schema']}"}
    content = {"type": "string", "contentMediaType": "application/json", "contentSchema": data}
    return {"properties": {"event": {"const": name}, "data": content}, "required": ["event", "data"]}


def schemathesis(
    server: EmulatorServer, document: Dict[str, Any], folder: Path, *more: str
) -> subprocess.CompletedProcess[str]:
    """Let schemathesis call the server; its report is `report.json` in the folder."""
    written = folder / "openapi.json"
    written.write_text(json.dumps(document), "utf-8")
    options = ["--url", server.url, "-H", f"X-API-Key: {server.emulator.api_key}", "--report-json-path", "report.json"]
    words = ["--config-file", str(SETTINGS), "--no-color", "run", str(written), *options, *more]
    return subprocess.run(
        [sys.executable, "-c", _RUN, *words], cwd=folder, capture_output=True, encoding="utf-8", timeout=300
    )


def test_every_response_of_every_operation_is_as_described(server: EmulatorServer, tmp_path: Path) -> None:
    """By examples, at the limits, with data made up, and in steps that go on with what was received before."""
    done = schemathesis(server, description(), tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["operations"]["tested"] == len(server.emulator.document.operations)
    assert {phase["status"] for phase in report["phases"].values()} == {"success"}


def test_an_event_of_a_stream_that_is_not_as_described_is_found(server: EmulatorServer, tmp_path: Path) -> None:
    """What passes above was looked at."""
    document = description()
    document["components"]["schemas"]["ChunkEventData"]["required"] = ["texts"]
    only = ("--include-operation-id", "chat_stream", "--phases", "examples")
    done = schemathesis(server, document, tmp_path, *only)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "SSE event" in done.stdout
