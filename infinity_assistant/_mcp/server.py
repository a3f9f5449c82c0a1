# SPDX-License-Identifier: MIT. Generated from overlays/_mcp/server.py: edit that file, then run `make generate`.
# pyright: reportMissingImports=false
"""The server, on the official `mcp` package: the only module that needs it."""

from __future__ import annotations

import socket
from typing import Any, Optional

import anyio
import mcp_types as types
import uvicorn
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings

from infinity_assistant._client.async_base import AsyncBase
from infinity_assistant._mcp.execution import Outcome, run_tool
from infinity_assistant._mcp.gate import BearerGate, guard
from infinity_assistant._mcp.tools import ToolSpec, list_tools
from infinity_assistant._version import __version__

_INSTRUCTIONS = "Talk to Infinity Assistant, search what it knows, and let it remember."


def make_server(client: AsyncBase) -> Server[Any]:
    """Make a server whose tools call through `client`."""
    tools = {tool.name: tool for tool in list_tools()}

    async def on_list_tools(context: Any, params: Optional[types.PaginatedRequestParams]) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_describe(tool) for tool in tools.values()])

    async def on_call_tool(context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        async def report(count: int, piece: str) -> None:
            await context.session.report_progress(float(count), message=piece)

        tool = tools.get(params.name)
        if tool is None:
            return _build_result(Outcome(f"there is no tool {params.name!r}", {}, is_error=True))
        return _build_result(await run_tool(client, tool, params.arguments or {}, report))

    return Server(
        "infinity-assistant",
        version=__version__,
        instructions=_INSTRUCTIONS,
        on_list_tools=on_list_tools,
        on_call_tool=on_call_tool,
    )


async def serve_stdio(client: AsyncBase) -> None:
    """Serve the program that started this one, until it closes our standard input."""
    server = make_server(client)
    async with stdio_server() as (reader, writer):
        await server.run(reader, writer, server.create_initialization_options())


async def serve_http(client: AsyncBase, listener: socket.socket, gate: BearerGate) -> None:
    """Serve streamable HTTP at `/mcp` on a socket that listens, until the process is told to end."""
    # The gate checks hosts and origins, with those that the user allows.
    unchecked = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    app: Any = guard(make_server(client).streamable_http_app(transport_security=unchecked), gate)
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=5)
    await uvicorn.Server(config).serve(sockets=[listener])


def run_stdio(client: AsyncBase) -> None:
    """Run `serve_stdio` to its end."""
    anyio.run(_close_after, client, lambda: serve_stdio(client))


def run_http(client: AsyncBase, listener: socket.socket, gate: BearerGate) -> None:
    """Run `serve_http` to its end."""
    anyio.run(_close_after, client, lambda: serve_http(client, listener, gate))


async def _close_after(client: AsyncBase, serve: Any) -> None:
    async with client:
        await serve()


def _describe(tool: ToolSpec) -> types.Tool:
    annotations = types.ToolAnnotations(
        title=tool.title,
        read_only_hint=tool.annotations.read_only,
        destructive_hint=tool.annotations.destructive,
        idempotent_hint=tool.annotations.idempotent,
    )
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.input_schema,
        annotations=annotations,
    )


def _build_result(outcome: Outcome) -> types.CallToolResult:
    content: Any = [types.TextContent(type="text", text=outcome.text)]
    return types.CallToolResult(content=content, structured_content=outcome.structured, is_error=outcome.is_error)
