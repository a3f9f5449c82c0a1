# SPDX-License-Identifier: MIT
"""`infinity-assistant usage`: what was used, and what remains."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._client_options import ANONYMOUS, add_client_options, make_client
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import print_table
from infinity_assistant.cli._terminal.output import print_json, print_line

if TYPE_CHECKING:
    from infinity_assistant.models import UsageResponse

UNLIMITED = -1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `usage`."""
    parser.epilog = ANONYMOUS
    add_examples(parser, "infinity-assistant usage", "infinity-assistant usage --json")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what was used and what remains."""
    with make_client(args) as client:
        response = client.get_usage()
    if args.json:
        print_json(response)
    else:
        _show(response)
    return exit_codes.OK


def _show(response: UsageResponse) -> None:
    used, limits, remaining = response.usage, response.limits, response.remaining
    rows = (
        ("today", used.today, limits.daily, remaining.daily),
        ("this month", used.this_month, limits.monthly, remaining.monthly),
    )
    print_table(("messages", "used", "limit", "left"), [[_format_limit(value) for value in row] for row in rows])
    if used.tokens_used is not None:
        print_line(f"{used.tokens_used} tokens this month")
    print_line(f"tier {response.tier}")


def _format_limit(value: Any) -> Any:
    return "unlimited" if value == UNLIMITED else value
