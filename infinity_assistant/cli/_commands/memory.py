# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/memory.py: edit that file, then run `make generate`.
"""`infinity-assistant memory`: what a conversation remembers."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from infinity_assistant.cli._client_options import add_client_options, client_from, given
from infinity_assistant.cli._outcome import exit_codes as exits
from infinity_assistant.cli._terminal.formatting import entry, heading
from infinity_assistant.cli._terminal.inputs import text_of
from infinity_assistant.cli._terminal.output import say, say_json, tell

if TYPE_CHECKING:
    from infinity_assistant.models import Memory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `memory`."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    storing = actions.add_parser("store", help="have something remembered")
    storing.add_argument("conversation_id", metavar="CONVERSATION", help="id of the conversation")
    storing.add_argument("content", nargs="+", help="what to remember; - reads it from standard input")
    storing.add_argument("--type", help="wisdom, pattern, gotcha or fact (fact)")
    showing = actions.add_parser("show", help="show what is remembered")
    showing.add_argument("conversation_id", metavar="CONVERSATION", help="id of the conversation")
    deleting = actions.add_parser("delete", help="forget")
    deleting.add_argument("conversation_id", metavar="CONVERSATION", help="id of the conversation")
    deleting.add_argument("--type", required=True, help="what to forget: critical (the facts), compressed, or all")
    deleting.add_argument("--entry-id", metavar="ID", help="forget this entry alone")
    for action, run in ((storing, store), (showing, show), (deleting, delete)):
        add_client_options(action)
        action.set_defaults(run=run)


def store(args: argparse.Namespace) -> int:
    """Have something remembered, and print the id of the entry."""
    with client_from(args) as client:
        stored = client.store_memory(args.conversation_id, text_of(args.content), **given(args, "type"))
    if args.json:
        say_json(stored)
    else:
        say(stored.entry.id)
    return exits.OK


def show(args: argparse.Namespace) -> int:
    """Print what is remembered; of an unknown conversation, nothing."""
    with client_from(args) as client:
        answer = client.retrieve_memory(args.conversation_id)
    if args.json:
        say_json(answer)
    else:
        _show(answer.memory)
    return exits.OK


def delete(args: argparse.Namespace) -> int:
    """Forget."""
    with client_from(args) as client:
        answer = client.delete_memory(args.conversation_id, type=args.type, **given(args, "entry_id"))
    if args.json:
        say_json(answer)
    else:
        tell(answer.message or "Forgotten.")
    return exits.OK


def _show(memory: Memory) -> None:
    for name, group in (("Facts", memory.critical_facts), ("Messages", memory.recent_messages)):
        if group:
            heading(name)
        for one in group:
            entry(one.content, id=one.id, type=one.type, importance=one.importance)
    if memory.compressed_history:
        heading("Earlier")
    for segment in memory.compressed_history:
        entry(segment.summary, id=segment.id, messages=segment.original_count)
    if not (memory.critical_facts or memory.recent_messages or memory.compressed_history):
        tell("Nothing is remembered of this conversation.")
