# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/keys.py: edit that file, then run `make generate`.
"""`infinity-assistant keys`: the API keys of the account."""

from __future__ import annotations

import argparse

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._client_options import add_client_options, make_client
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import print_table
from infinity_assistant.cli._terminal.output import print_json, print_line, print_message
from infinity_assistant.cli._terminal.streams import require_output

_TITLES = ("id", "name", "prefix", "active", "created", "last used")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `keys`."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list the keys, without the keys themselves")
    creating = actions.add_parser("create", help="create a key and print it, once and never again")
    creating.add_argument("name", help="what the key is for")
    deleting = actions.add_parser("delete", help="revoke a key")
    deleting.add_argument("key_id", metavar="ID", help="id of the key, as `keys list` shows it")
    add_examples(listing, "infinity-assistant keys list --json")
    add_examples(creating, "infinity-assistant keys create ci > ci.key")
    add_examples(deleting, "infinity-assistant keys delete key_1")
    for action, run in ((listing, show), (creating, create), (deleting, delete)):
        add_client_options(action)
        action.set_defaults(run=run)


def show(args: argparse.Namespace) -> int:
    """List the keys."""
    with make_client(args) as client:
        response = client.list_api_keys()
    if args.json:
        print_json(response)
        return exit_codes.OK
    rows = [(one.id, one.name, one.prefix, one.is_active, one.created_at, one.last_used) for one in response.api_keys]
    if rows:
        print_table(_TITLES, rows)
    else:
        print_message("There are no keys.")
    return exit_codes.OK


def create(args: argparse.Namespace) -> int:
    """Create a key. It alone goes to standard output, so that it can be stored without being seen."""
    require_output("the key")
    with make_client(args) as client:
        response = client.create_api_key(args.name)
    if args.json:
        print_json(response)
    else:
        print_line(response.api_key.key)
    print_message(f"Keep this key: it is not shown again. Its id, to delete it: {response.api_key.id}")
    return exit_codes.OK


def delete(args: argparse.Namespace) -> int:
    """Revoke a key. It is looked up first: the service confirms the deletion of keys that do not exist, too."""
    with make_client(args) as client:
        if all(one.id != args.key_id for one in client.list_api_keys().api_keys):
            print_message(f"infinity-assistant: there is no such key: {args.key_id}")
            print_message("`infinity-assistant keys list` shows the ids.")
            return exit_codes.FAILED
        response = client.delete_api_key(args.key_id)
    if args.json:
        print_json(response)
    else:
        print_message(response.message or "Deleted.")
    return exit_codes.OK
