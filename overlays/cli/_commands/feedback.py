# SPDX-License-Identifier: MIT
"""`infinity-assistant feedback`: tell the makers of the service something."""

from __future__ import annotations

import argparse

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._client_options import add_client_options, make_client, select_given
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.inputs import read_words
from infinity_assistant.cli._terminal.output import print_json, print_message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `feedback`."""
    add = parser.add_argument
    add("message", nargs="+", help="what to say; - reads it from standard input")
    add("--type", help="the kind of feedback, such as bug")
    add("--rating", type=_parse_rating, metavar="N", help="how content you are, as a number")
    add("--conversation-id", metavar="ID", help="the conversation that it is about")
    add_examples(
        parser,
        'infinity-assistant feedback "Search finds what I need" --rating 5',
        "infinity-assistant feedback - --type bug < report.txt",
    )
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Send the feedback."""
    message = read_words(args.message)
    with make_client(args) as client:
        response = client.send_feedback(message, **select_given(args, "type", "rating", "conversation_id"))
    if args.json:
        print_json(response)
    else:
        print_message(response.message or "Thank you.")
    return exit_codes.OK


def _parse_rating(text: str) -> float:
    try:
        rating = float(text)
    except ValueError:
        rating = float("nan")
    if abs(rating) <= 1e6:
        return rating
    raise argparse.ArgumentTypeError(f"{text!r} is not a number, such as 5")
