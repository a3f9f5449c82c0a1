# SPDX-License-Identifier: MIT
"""`infinity-assistant memory`: what a conversation remembers."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from infinity_assistant.cli._arguments import add_examples, add_words
from infinity_assistant.cli._client_options import add_client_options, make_client, select_given
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import print_entry, print_heading
from infinity_assistant.cli._terminal.inputs import read_words
from infinity_assistant.cli._terminal.output import print_json, print_line, print_message

if TYPE_CHECKING:
    from infinity_assistant.models import Memory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `memory`."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    storing = actions.add_parser("store", help="store something")
    storing.add_argument("conversation_id", metavar="CONVERSATION", help="id of the conversation")
    storing.add_argument("content", nargs="+", help="what to remember; - reads it from standard input")
    add_words(storing, "--type", "MemoryType", help="the kind of the entry (fact)")
    showing = actions.add_parser("show", help="show what is remembered")
    showing.add_argument("conversation_id", metavar="CONVERSATION", help="id of the conversation")
    deleting = actions.add_parser("delete", help="delete what is remembered")
    deleting.add_argument("conversation_id", metavar="CONVERSATION", help="id of the conversation")
    add_words(deleting, "--type", "MemoryDeleteType", required=True, help="what to delete; critical are the facts")
    deleting.add_argument("--entry-id", metavar="ID", help="delete this entry alone")
    add_examples(storing, 'infinity-assistant memory store conv_1 "We deploy on Thursdays"')
    add_examples(showing, "infinity-assistant memory show conv_1")
    add_examples(deleting, "infinity-assistant memory delete conv_1 --type all")
    for action, run in ((storing, store), (showing, show), (deleting, delete)):
        add_client_options(action)
        action.set_defaults(run=run)


def store(args: argparse.Namespace) -> int:
    """Store something, and print the id of the entry."""
    with make_client(args) as client:
        stored = client.store_memory(args.conversation_id, read_words(args.content), **select_given(args, "type"))
    if args.json:
        print_json(stored)
    else:
        print_line(stored.entry.id)
    return exit_codes.OK


def show(args: argparse.Namespace) -> int:
    """Print the memory of a conversation; that of an unknown one is empty."""
    with make_client(args) as client:
        response = client.retrieve_memory(args.conversation_id)
    if args.json:
        print_json(response)
    else:
        _show(response.memory)
    return exit_codes.OK


def delete(args: argparse.Namespace) -> int:
    """Delete what is remembered."""
    with make_client(args) as client:
        response = client.delete_memory(args.conversation_id, type=args.type, **select_given(args, "entry_id"))
    if args.json:
        print_json(response)
    else:
        print_message(response.message or "Deleted.")
    return exit_codes.OK


def _show(memory: Memory) -> None:
    for name, group in (("Facts", memory.critical_facts), ("Messages", memory.recent_messages)):
        if group:
            print_heading(name)
        for one in group:
            print_entry(one.content, id=one.id, type=one.type, importance=one.importance)
    if memory.compressed_history:
        print_heading("Earlier")
    for segment in memory.compressed_history:
        print_entry(segment.summary, id=segment.id, messages=segment.original_count)
    if not (memory.critical_facts or memory.recent_messages or memory.compressed_history):
        print_message("Nothing is remembered of this conversation.")
