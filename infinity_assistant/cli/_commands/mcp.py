# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/mcp.py: edit that file, then run `make generate`.
"""`infinity-assistant mcp`: the API as tools of agents, by the Model Context Protocol."""

from __future__ import annotations

import argparse
import os
import socket
from typing import Any

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._client_options import add_client_options, make_async_client
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.output import print_message

KEY_VARIABLE = "INFINITY_ASSISTANT_MCP_KEY"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `mcp`."""
    add = parser.add_argument
    add("--http", action="store_true", help="serve streamable HTTP; without it standard input and output are used")
    add("--host", default="127.0.0.1", help="where to listen with --http (127.0.0.1: this machine alone)")
    add("--port", type=int, default=8787, help="the port for --http (8787; 0 takes a free one)")
    add("--allow-host", action="append", default=[], metavar="NAME", help="another name of this server (repeatable)")
    add("--allow-origin", action="append", default=[], metavar="ORIGIN", help="a web page that may call (repeatable)")
    add_examples(parser, "infinity-assistant mcp", "infinity-assistant mcp --http --port 8787")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until the host goes away, or Ctrl-C.

    Raises:
        InfinityAssistantArgumentError: The extra is not installed, or the address cannot be used.
    """
    server = _import_server()
    client = make_async_client(args)
    if args.http:
        _serve_http(server, client, args)
    else:
        server.run_stdio(client)
    return exit_codes.OK


def _serve_http(server: Any, client: Any, args: argparse.Namespace) -> None:
    from infinity_assistant._mcp.gate import LOOPBACK, BearerGate, make_token

    given = os.environ.get(KEY_VARIABLE)
    key = given or make_token()
    with _listen(args.host, args.port) as listener:
        port = listener.getsockname()[1]
        name = f"[{args.host}]" if ":" in args.host else args.host
        print_message(f"Listening on http://{name}:{port}/mcp")
        print_message(f"Authorization: Bearer {'(the value of ' + KEY_VARIABLE + ')' if given else key}")
        if name not in LOOPBACK:
            print_message("Warning: other machines can reach this; it speaks with your API key, unencrypted.")
        server.run_http(client, listener, BearerGate(key, [name, *args.allow_host], args.allow_origin))


def _listen(host: str, port: int) -> socket.socket:
    from infinity_assistant.errors import InfinityAssistantArgumentError

    if not 0 <= port <= 65535:  # socket raises an OverflowError, and leaves its socket open.
        raise InfinityAssistantArgumentError(f"--port must be 0 to 65535, not {port}", argument="port")
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise InfinityAssistantArgumentError(
            f"cannot listen on {host}, port {port}: {error.strerror}; choose another --host or --port"
        ) from None


def _import_server() -> Any:
    from infinity_assistant.errors import InfinityAssistantArgumentError

    try:
        from infinity_assistant._mcp import server
    except ImportError as error:
        raise InfinityAssistantArgumentError(
            f"the package {error.name} is missing: pip install 'infinity-assistant[mcp]', on Python 3.10 or newer"
        ) from None
    return server
