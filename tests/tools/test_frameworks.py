"""Frameworks that make tools of functions take the methods of a client."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Iterator

import agents
import pytest
from langchain_core.tools import StructuredTool
from mcp.server.mcpserver import MCPServer

from infinity_assistant import InfinityAssistantClient, models
from infinity_assistant.testing import Emulator

ARGUMENTS = {"message": "Hello", "mode": "assist", "essence": {"voice_tone": "friendly"}}


@pytest.fixture
def client() -> Iterator[InfinityAssistantClient]:
    with Emulator(frozen=True) as emulator, emulator.client() as client:
        yield client


def test_langchain_makes_a_tool_of_a_method(client: InfinityAssistantClient) -> None:
    tool = StructuredTool.from_function(client.chat)
    assert {"message", "mode", "essence"} <= set(tool.args)
    assert tool.args["mode"]["anyOf"][0]["enum"] == ["search", "assist", "build"]
    assert "Send a message" in tool.description
    assert isinstance(tool.invoke(ARGUMENTS), models.ChatResponse)
    assert isinstance(tool.invoke({**ARGUMENTS, "options": {"timeout": 5}}), models.ChatResponse)


def test_mcp_makes_a_tool_of_a_method(client: InfinityAssistantClient) -> None:
    server = MCPServer("test")
    server.add_tool(client.chat)
    (tool,) = asyncio.run(server.list_tools())
    assert {"message", "mode", "essence"} <= set(tool.input_schema["properties"])
    result: Any = asyncio.run(server.call_tool("chat", {**ARGUMENTS, "options": {"timeout": 5}}))
    assert (result.is_error, "ChatResponse" in str(result.content)) == (False, True)


def test_openai_agents_makes_a_tool_of_a_method(client: InfinityAssistantClient) -> None:
    tool = agents.function_tool(client.search_knowledge, strict_mode=False)
    assert {"query", "type", "limit"} <= set(tool.params_json_schema["properties"])
    assert json.dumps(tool.params_json_schema)
