# SPDX-License-Identifier: MIT
"""`infinity-assistant check`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Dict

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._client_options import add_client_options, make_client
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.output import print_json, print_line

if TYPE_CHECKING:
    from infinity_assistant._drift.report import CompatibilityReport

_EXITS = {
    "compatible": exit_codes.OK,
    "incompatible": exit_codes.FAILED,
    "undecided": exit_codes.NETWORK,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `check`."""
    parser.epilog = (
        "Makes the calls that only read, and changes nothing. The exit code is 0 if everything was compared and fits,"
        " 1 if something does not fit, 3 if something could not be compared: a service that does not respond is not"
        " compatible."
    )
    parser.add_argument("operations", nargs="*", metavar="OPERATION", help="what to compare, such as health; else all")
    add_examples(parser, "infinity-assistant check", "infinity-assistant check health search_knowledge --json")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print how the service compares."""
    with make_client(args) as client:
        report = client.check_compatibility(operations=args.operations or None)
    if args.json:
        print_json(_to_json(report))
    else:
        for line in str(report).splitlines():
            print_line(line)
    return _EXITS[report.verdict]


def _to_json(report: CompatibilityReport) -> Dict[str, Any]:
    operations = [
        {
            "operation": one.operation,
            "statusCode": one.status_code,
            "problem": one.problem,
            "differences": [
                {"kind": found.kind, "place": found.place, "detail": found.detail} for found in one.differences
            ],
        }
        for one in report.operations
    ]
    return {"verdict": report.verdict, "apiVersion": report.api_version, "operations": operations}
