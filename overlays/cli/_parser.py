# SPDX-License-Identifier: MIT
"""Parse the command line."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import NoReturn, Sequence

from infinity_assistant._version import __version__
from infinity_assistant.cli._outcome.exit_codes import MEANINGS, USAGE
from infinity_assistant.cli._terminal.masking import mask_keys

#: Each command, which is a module of this package, and what it does.
COMMANDS = {
    "chat": "send a message, or have a conversation",
    "search": "search the knowledge base",
    "research": "research a topic",
    "memory": "store, show and delete what a conversation remembers",
    "keys": "list, create and delete API keys",
    "webhooks": "list, create and delete webhooks, and listen to deliveries",
    "health": "show the state of the service",
    "check": "compare the service with what this version expects",
    "bulk": "make a call for each row of a file, each once",
    "mcp": "serve the API to agents, by the Model Context Protocol",
    "serve": "serve an emulator of the API on this machine",
}

_EPILOG = """\
environment:
  INFINITY_ASSISTANT_API_KEY    the API key; it is not taken from the command line, where others could see it
  INFINITY_ASSISTANT_BASE_URL, _TIMEOUT, _MAX_RETRIES    as the options of that name
  NO_COLOR                      no colors

exit codes:
"""


class Parser(argparse.ArgumentParser):
    """A parser that shows no key in its errors, and accepts no abbreviated options."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"allow_abbrev": False, **options})  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Print an error, and exit with code 2."""
        super().error(mask_keys(message))


def parse_args(words: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; `run` of the result is the function to call with it.

    Raises:
        SystemExit: After `--help`, and for wrong usage, as argparse does.
    """
    parser = _build_parser()
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        if name in words:
            import_module(f"infinity_assistant.cli._commands.{name}").add_arguments(command)
    if not words:  # wrong usage for a script, since 1.0; a person wants to know what there is
        parser.print_help(sys.stderr)
        parser.exit(USAGE)
    return parser.parse_args(words)


def _build_parser() -> Parser:
    from infinity_assistant.cli._client_options import add_client_options

    parser = Parser(
        prog="infinity-assistant",
        description="Talk to Infinity Assistant.",
        epilog=_EPILOG + "\n".join(f"  {code:<5} {meaning}" for code, meaning in MEANINGS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    add_client_options(parser, None)
    return parser
