# SPDX-License-Identifier: MIT
"""Carry out a tool, and tell what came of it in words and as JSON."""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Dict, Mapping, NamedTuple

from infinity_assistant._client.async_base import AsyncBase
from infinity_assistant._mcp.arguments import build_call
from infinity_assistant._mcp.tools import ToolSpec
from infinity_assistant._models.call import Call
from infinity_assistant.errors import InfinityAssistantError, InfinityAssistantStreamError

#: Told of the pieces of a streamed response: how many characters have come, and the piece.
Progress = Callable[[int, str], Awaitable[None]]


class Outcome(NamedTuple):
    """What a tool came to: text for the model, the same as JSON, and whether it failed."""

    text: str
    structured: Dict[str, Any]
    is_error: bool = False


async def run_tool(client: AsyncBase, tool: ToolSpec, given: Mapping[str, Any], progress: Progress) -> Outcome:
    """Carry out a tool. An error of the call is an outcome, which tells the model what went wrong."""
    try:
        call = build_call(tool, given)
        if call.operation.streams:
            return await _stream(client, call, progress)
        response = await client.request(call)
    except InfinityAssistantError as error:
        return _describe_failure(error)
    structured: Dict[str, Any] = response.parsed.to_dict()
    said = structured.get("response")
    return Outcome(said if isinstance(said, str) else response.text, structured)


async def _stream(client: AsyncBase, call: Call[Any], progress: Progress) -> Outcome:
    count = 0
    async with client.stream(call) as events:
        async for event in events:
            if event.type == "text":
                count += len(event.content)
                await progress(count, event.content)
        collected = await events.collect()
    return Outcome(collected.text, {"response": collected.text, "conversationId": collected.conversation_id})


def _describe_failure(error: InfinityAssistantError) -> Outcome:
    structured: Dict[str, Any] = {"error": str(error), "retryable": error.retryable}
    if isinstance(error, InfinityAssistantStreamError) and error.partial_text:
        structured["partialResponse"] = error.partial_text
    return Outcome(str(error), structured, is_error=True)
