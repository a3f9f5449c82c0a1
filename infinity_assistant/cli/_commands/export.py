# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/export.py: edit that file, then run `make generate`.
"""`infinity-assistant export`: conversations and usage, to take them elsewhere."""

from __future__ import annotations

import argparse
import datetime as dt

from infinity_assistant.cli._arguments import add_examples, add_words
from infinity_assistant.cli._client_options import add_client_options, make_client, select_given
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.output import print_json, write

CSV = "csv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `export`."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    talking = actions.add_parser("conversations", help="export the conversations, as JSON")
    talking.add_argument("--conversation-id", metavar="ID", help="this conversation alone")
    using = actions.add_parser("usage", help="export the usage, as JSON or CSV")
    add_words(using, "--format", "ExportFormat", help="JSON, the default, or a CSV file")
    add_examples(talking, "infinity-assistant export conversations --start-date 2026-11-01 > conversations.json")
    add_examples(using, "infinity-assistant export usage --format csv > usage.csv")
    for action, run in ((talking, export_conversations), (using, export_usage)):
        action.add_argument("--start-date", type=_parse_date, metavar="DATE", help="the first day, as 2026-11-01")
        action.add_argument("--end-date", type=_parse_date, metavar="DATE", help="the last day, as 2026-11-30")
        add_client_options(action)
        action.set_defaults(run=run)


def export_conversations(args: argparse.Namespace) -> int:
    """Print the conversations, as JSON."""
    with make_client(args) as client:
        chosen = select_given(args, "start_date", "end_date", "conversation_id")
        print_json(client.export_conversations(**chosen))
    return exit_codes.OK


def export_usage(args: argparse.Namespace) -> int:
    """Print the usage, as JSON or CSV."""
    from infinity_assistant import api

    with make_client(args) as client:
        call = api.export_usage(**select_given(args, "format", "start_date", "end_date"))
        response = client.request(call)
    if args.format == CSV:
        write(f"{response.text.rstrip()}\n")
    else:
        print_json(response.parsed)
    return exit_codes.OK


def _parse_date(text: str) -> str:
    try:
        dt.datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, such as 2026-11-01") from None
    return text
