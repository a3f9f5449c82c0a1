# SPDX-License-Identifier: MIT
"""`infinity-assistant webhooks`: where events are delivered to."""

from __future__ import annotations

import argparse

from infinity_assistant.cli._client_options import add_client_options, client_from
from infinity_assistant.cli._commands import listen
from infinity_assistant.cli._outcome import exit_codes as exits
from infinity_assistant.cli._terminal.formatting import table
from infinity_assistant.cli._terminal.output import say, say_json, tell

_TITLES = ("id", "url", "events", "active", "failures", "last triggered")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `webhooks`."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list the webhooks, without their secrets")
    creating = actions.add_parser("create", help="have events delivered, and print the secret, once and never again")
    creating.add_argument("url", help="where to deliver to")
    creating.add_argument("--event", action="append", dest="events", required=True, help="an event (repeatable)")
    deleting = actions.add_parser("delete", help="delete a webhook")
    deleting.add_argument("webhook_id", metavar="ID", help="id of the webhook, as `webhooks list` shows it")
    for action, run in ((listing, show), (creating, create), (deleting, delete)):
        add_client_options(action)
        action.set_defaults(run=run)
    listen.add_arguments(actions.add_parser("listen", help="receive deliveries, verify them and print them"))


def show(args: argparse.Namespace) -> int:
    """List the webhooks."""
    with client_from(args) as client:
        answer = client.list_webhooks()
    if args.json:
        say_json(answer)
        return exits.OK
    rows = [(w.id, w.url, w.events, w.is_active, w.failure_count, w.last_triggered) for w in answer.webhooks]
    if rows:
        table(_TITLES, rows)
    else:
        tell("There are no webhooks.")
    return exits.OK


def create(args: argparse.Namespace) -> int:
    """Create a webhook. Its secret alone goes to standard output, so that it can be stored without being seen."""
    with client_from(args) as client:
        answer = client.create_webhook(args.url, args.events)
    if args.json:
        say_json(answer)
    else:
        say(answer.webhook.secret)
    tell(f"Keep this secret: it is not shown again. The webhook's id: {answer.webhook.id}")
    return exits.OK


def delete(args: argparse.Namespace) -> int:
    """Delete a webhook."""
    with client_from(args) as client:
        answer = client.delete_webhook(args.webhook_id)
    if args.json:
        say_json(answer)
    else:
        tell(answer.message or "Deleted.")
    return exits.OK
