# SPDX-License-Identifier: MIT
"""`infinity-assistant health`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._client_options import add_client_options, make_client
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import format_value, print_table
from infinity_assistant.cli._terminal.output import print_json, print_line

if TYPE_CHECKING:
    from infinity_assistant.models import HealthResponse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `health`."""
    parser.epilog = "The exit code is 0 if the service is healthy, 1 if it is degraded or worse."
    add_examples(parser, "infinity-assistant health", "infinity-assistant health --json --timeout 5")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the state of the service."""
    with make_client(args) as client:
        health = client.health()
    if args.json:
        print_json(health)
    else:
        _show(health)
    return exit_codes.OK if health.status == "healthy" else exit_codes.FAILED


def _show(health: HealthResponse) -> None:
    print_line(
        " ".join(format_value(value) for value in (health.status, health.service, health.version) if value is not None)
    )
    checks = dict(health.checks or {})
    if checks:
        print_table(("check", "status", "latency"), [(name, one.status, one.latency) for name, one in checks.items()])
