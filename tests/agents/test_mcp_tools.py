"""What agents are offered: tools made from the calls of the API description."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Tuple

import anyio
import pytest

from infinity_assistant import InfinityAssistantArgumentError
from infinity_assistant._mcp.arguments import build_call
from infinity_assistant._mcp.execution import Outcome, run_tool
from infinity_assistant._mcp.tools import ToolSpec, list_tools
from infinity_assistant.testing import Emulator

TOOLS: Dict[str, ToolSpec] = {tool.name: tool for tool in list_tools()}
VALUES: Dict[str, Any] = {"string": "abc", "integer": 3, "number": 0.5, "boolean": True, "object": {}, "array": []}


def run(emulator: Emulator, name: str, arguments: Mapping[str, Any]) -> Tuple[Outcome, List[Tuple[int, str]]]:
    pieces: List[Tuple[int, str]] = []

    async def report(count: int, piece: str) -> None:
        pieces.append((count, piece))

    async def carry_out() -> Outcome:
        async with emulator.async_client(max_retries=0) as client:
            return await run_tool(client, TOOLS[name], arguments, report)

    return anyio.run(carry_out), pieces


def example(schema: Mapping[str, Any]) -> Any:
    kind = schema.get("type", "string")
    return schema["enum"][0] if "enum" in schema else VALUES[kind if isinstance(kind, str) else kind[0]]


def test_no_tool_touches_keys_webhooks_or_the_account() -> None:
    assert sorted(TOOLS) == [
        *("chat", "chat_stream", "delete_memory", "research", "retrieve_memory"),
        *("search_knowledge", "store_memory", "suggest_knowledge"),
    ]
    assert not [tool.name for tool in TOOLS.values() if "api_key" in tool.name or "webhook" in tool.name]


def test_tools_say_whether_they_only_read_and_whether_they_destroy() -> None:
    assert {name for name, tool in TOOLS.items() if tool.annotations.read_only} == {
        *("search_knowledge", "suggest_knowledge", "research", "retrieve_memory")
    }
    assert [name for name, tool in TOOLS.items() if tool.annotations.destructive] == ["delete_memory"]


@pytest.mark.parametrize("name", TOOLS)
def test_the_schema_of_a_tool_stands_alone_and_its_choices_come_from_the_contract(name: str) -> None:
    tool = TOOLS[name]
    assert "$ref" not in str(tool.input_schema) and "'x-" not in str(tool.input_schema)
    assert len(tool.description) > 20 and tool.title
    assert set(tool.input_schema["required"]) <= set(tool.input_schema["properties"])


def test_choices_of_a_tool_are_those_of_the_contract() -> None:
    assert TOOLS["chat"].input_schema["properties"]["mode"]["enum"] == ["search", "assist", "build"]
    assert TOOLS["chat"].input_schema["required"] == ["message"]


@pytest.mark.parametrize("name", TOOLS)
def test_every_argument_of_a_tool_reaches_its_call(name: str) -> None:
    schema = TOOLS[name].input_schema["properties"]
    given = {field: example(one) for field, one in schema.items()}
    call = build_call(TOOLS[name], given)
    assert call.operation.id == name
    assert [field for field in given if call.find_argument(field) is None] == []


@pytest.mark.parametrize(
    ("name", "given", "reason"),
    [
        ("chat", {}, "'message' is required"),
        ("chat", {"message": "Hi", "mod": "assist"}, "unknown argument 'mod'.*mode"),
        ("chat", {"message": "Hi", "mode": "plan"}, "'mode' must be one of 'search', 'assist', 'build'"),
        ("chat", {"message": 5}, "message"),
        ("delete_memory", {"conversationId": "c", "type": "all", "entryId": "1"}, "'type' must be one of"),
        ("delete_memory", {"conversationId": "c", "type": "critical"}, "'entryId' is required"),
    ],
)
def test_what_a_tool_cannot_take_is_refused_by_name(name: str, given: Dict[str, Any], reason: str) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match=reason):
        build_call(TOOLS[name], given)


def test_a_tool_gives_text_for_the_model_and_json_for_the_program() -> None:
    with Emulator(frozen=True) as emulator:
        emulator.on_chat().reply("It rains.")
        outcome, pieces = run(emulator, "chat", {"message": "How is the weather?", "conversationId": "c1"})
        found, _ = run(emulator, "search_knowledge", {"q": "retry"} if "q" in _fields() else {"query": "retry"})
    assert (outcome.text, outcome.is_error, outcome.structured["conversationId"]) == ("It rains.", False, "c1")
    assert pieces == [] and found.structured["success"] is True and found.text.startswith("{")


def _fields() -> List[str]:
    return list(TOOLS["search_knowledge"].input_schema["properties"])


def test_a_streamed_tool_reports_each_piece_as_progress() -> None:
    with Emulator(frozen=True) as emulator:
        emulator.on_chat().reply_stream(["It ", "rains."])
        outcome, pieces = run(emulator, "chat_stream", {"message": "How is the weather?", "conversationId": "c1"})
    assert pieces == [(3, "It "), (9, "rains.")]
    assert outcome.structured == {"response": "It rains.", "conversationId": "c1"}


def test_a_call_that_fails_is_an_outcome_that_says_why() -> None:
    with Emulator(frozen=True) as emulator:
        emulator.fail("chat", status=503)
        outcome, _ = run(emulator, "chat", {"message": "My secret"})
        emulator.on_chat().reply_stream(["It ", "rains."])
        emulator.cut_stream(after=2)
        cut, _ = run(emulator, "chat_stream", {"message": "My secret"})
    assert outcome.is_error and outcome.structured["retryable"] is True and "secret" not in outcome.text
    assert cut.is_error and cut.structured["partialResponse"] == "It "


def test_what_an_agent_stored_it_can_recall_and_forget() -> None:
    with Emulator(frozen=True) as emulator:
        run(emulator, "store_memory", {"conversationId": "c1", "content": "The user likes tea"})
        recalled, _ = run(emulator, "retrieve_memory", {"conversationId": "c1"})
        forget = {"conversationId": "c1", "type": "critical", "entryId": "unknown"}
        forgotten, _ = run(emulator, "delete_memory", forget)
    assert "tea" in recalled.text and not recalled.is_error
    assert forgotten.structured
