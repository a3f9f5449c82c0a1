# SPDX-License-Identifier: MIT
"""Parse the command line."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import Container, NoReturn, Sequence

from infinity_assistant._version import __version__
from infinity_assistant.cli._arguments import HelpFormatter, add_examples
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
    "usage": "show what was used of the quota, and what remains",
    "preferences": "show and set the stored preferences",
    "export": "export conversations and usage",
    "feedback": "send feedback to the makers of the service",
    "health": "show the state of the service",
    "check": "compare the service with what this version expects",
    "bulk": "make a call for each row of a file, each once",
    "mcp": "serve the API to agents, by the Model Context Protocol",
    "serve": "serve an emulator of the API on this machine",
    "completion": "print what lets a shell complete commands and options",
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
        defaults = {"allow_abbrev": False, "formatter_class": HelpFormatter}
        super().__init__(**{**defaults, **options})  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Print an error, and exit with code 2."""
        super().error(mask_keys(message))


def parse_args(words: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; `run` of the result is the function to call with it.

    Raises:
        SystemExit: After `--help`, and for wrong usage, as argparse does.
    """
    parser = build_parser(words)
    parser.set_defaults(build_whole_parser=lambda: build_parser(COMMANDS))  # for `completion`, which is below
    if not words:  # wrong usage for a script, since 1.0; a person wants to know what there is
        parser.print_help(sys.stderr)
        parser.exit(USAGE)
    return parser.parse_args(words)


def build_parser(used: Container[str]) -> Parser:
    """Build the parser of all commands. Only those in `used` are imported, and know their arguments."""
    parser = _build_top_parser()
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        if name in used:
            import_module(f"infinity_assistant.cli._commands.{name}").add_arguments(command)
    return parser


def _build_top_parser() -> Parser:
    from infinity_assistant.cli._client_options import add_client_options

    parser = Parser(
        prog="infinity-assistant",
        description="Talk to Infinity Assistant.",
        epilog=_EPILOG + "\n".join(f"  {code:<5} {meaning}" for code, meaning in MEANINGS.items()),
    )
    add_examples(
        parser,
        'infinity-assistant chat "How do I leave a stream early?"',
        'infinity-assistant chat "Explain this" < error.log',
        "infinity-assistant COMMAND --help",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    add_client_options(parser, None)
    return parser
