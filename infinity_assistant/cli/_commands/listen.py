# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/listen.py: edit that file, then run `make generate`.
"""`infinity-assistant webhooks listen`: print handler as they come."""

from __future__ import annotations

import argparse
import os

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.inputs import read_secret
from infinity_assistant.cli._terminal.output import print_message

VARIABLE = "INFINITY_ASSISTANT_WEBHOOK_SECRET"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `webhooks listen`."""
    parser.description = (
        f"Receive deliveries, verify their signatures and print them, until Ctrl-C. The secret is read from {VARIABLE} "
        "unless an option says otherwise; other users of this machine can see what --secret is given."
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    add("--port", type=int, default=8090, help="port to listen on; 0 takes a free one (%(default)s)")
    add("--secret", help="the secret of the webhook")
    add("--secret-file", metavar="FILE", help="a file that holds the secret")
    add("--forward", metavar="URL", help="forward verified deliveries as they came, and return the response")
    add("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document per delivery")
    add_examples(parser, "infinity-assistant webhooks listen --secret-file secret --forward http://127.0.0.1:8000/hook")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Receive deliveries until Ctrl-C, the regular end; the exit code is 0."""
    from infinity_assistant.cli._listen.delivery_handler import DeliveryHandler
    from infinity_assistant.cli._listen.forwarder import Forwarder
    from infinity_assistant.cli._listen.receiver import Receiver

    with Forwarder(args.forward) as forwarder:
        handler = DeliveryHandler(_read_secret(args), forwarder, args.json)
        with Receiver(args.host, args.port, handler.receive, handler.print_new) as receiver:
            print_message(f"Listening on {receiver.url}. Ctrl-C stops.")
            try:
                receiver.serve_forever()
            except KeyboardInterrupt:
                print_message(f"Stopped after {handler.count} deliveries.")
    return exit_codes.OK


def _read_secret(args: argparse.Namespace) -> str:
    from infinity_assistant import webhooks
    from infinity_assistant.errors import InfinityAssistantArgumentError

    if args.secret is not None:
        print_message(f"warning: other users of this machine can see --secret: use --secret-file, or set {VARIABLE}")
    given = args.secret if args.secret_file is None else read_secret(args.secret_file, "--secret-file")
    secret = os.environ.get(VARIABLE, "") if given is None else given
    if not secret:
        raise InfinityAssistantArgumentError(
            f"without the secret of the webhook nothing can be verified: set {VARIABLE}, or use --secret-file"
        )
    webhooks.sign(b"", secret)  # rejects an invalid secret before anything is received
    return secret
