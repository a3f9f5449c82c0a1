# SPDX-License-Identifier: MIT
"""`infinity-assistant webhooks`: where events are delivered to."""

from __future__ import annotations

import argparse

from infinity_assistant.cli._arguments import add_examples, add_words
from infinity_assistant.cli._client_options import add_client_options, make_client
from infinity_assistant.cli._commands import listen
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import print_table
from infinity_assistant.cli._terminal.output import print_json, print_line, print_message
from infinity_assistant.cli._terminal.streams import require_output

_TITLES = ("id", "url", "events", "active", "failures", "last triggered")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `webhooks`."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list the webhooks, without their secrets")
    creating = actions.add_parser("create", help="have events delivered, and print the secret, once and never again")
    creating.add_argument("url", help="where to deliver to")
    events = {"action": "append", "dest": "events", "required": True, "metavar": "EVENT"}
    add_words(creating, "--event", "WebhookEvent", help="%(choices)s (repeatable)", **events)
    deleting = actions.add_parser("delete", help="delete a webhook")
    deleting.add_argument("webhook_id", metavar="ID", help="id of the webhook, as `webhooks list` shows it")
    add_examples(listing, "infinity-assistant webhooks list")
    add_examples(creating, "infinity-assistant webhooks create https://example.com/hook --event chat.message > secret")
    add_examples(deleting, "infinity-assistant webhooks delete whk_1")
    for action, run in ((listing, show), (creating, create), (deleting, delete)):
        add_client_options(action)
        action.set_defaults(run=run)
    listen.add_arguments(actions.add_parser("listen", help="receive deliveries, verify them and print them"))


def show(args: argparse.Namespace) -> int:
    """List the webhooks."""
    with make_client(args) as client:
        response = client.list_webhooks()
    if args.json:
        print_json(response)
        return exit_codes.OK
    rows = [(w.id, w.url, w.events, w.is_active, w.failure_count, w.last_triggered) for w in response.webhooks]
    if rows:
        print_table(_TITLES, rows)
    else:
        print_message("There are no webhooks.")
    return exit_codes.OK


def create(args: argparse.Namespace) -> int:
    """Create a webhook. Its secret alone goes to standard output, so that it can be stored without being seen."""
    require_output("the secret")
    with make_client(args) as client:
        response = client.create_webhook(args.url, args.events)
    if args.json:
        print_json(response)
    else:
        print_line(response.webhook.secret)
    print_message(f"Keep this secret: it is not shown again. The webhook's id: {response.webhook.id}")
    return exit_codes.OK


def delete(args: argparse.Namespace) -> int:
    """Delete a webhook."""
    with make_client(args) as client:
        response = client.delete_webhook(args.webhook_id)
    if args.json:
        print_json(response)
    else:
        print_message(response.message or "Deleted.")
    return exit_codes.OK
