# SPDX-License-Identifier: MIT
"""`infinity-assistant health`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from infinity_assistant.cli._client_options import add_client_options, client_from
from infinity_assistant.cli._outcome import exit_codes as exits
from infinity_assistant.cli._terminal.formatting import cell, table
from infinity_assistant.cli._terminal.output import say, say_json

if TYPE_CHECKING:
    from infinity_assistant.models import HealthResponse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `health`."""
    parser.epilog = "The exit code is 0 if the service is healthy, 1 if it is degraded or worse."
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print how the service is."""
    with client_from(args) as client:
        health = client.health()
    if args.json:
        say_json(health)
    else:
        _show(health)
    return exits.OK if health.status == "healthy" else exits.FAILED


def _show(health: HealthResponse) -> None:
    say(" ".join(cell(value) for value in (health.status, health.service, health.version) if value is not None))
    checks = dict(health.checks or {})
    if checks:
        table(("check", "status", "latency"), [(name, one.status, one.latency) for name, one in checks.items()])
