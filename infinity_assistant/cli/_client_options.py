# SPDX-License-Identifier: MIT. Generated from overlays/cli/_client_options.py: edit that file, then run `make generate`.
"""The options that every command with a client has, and the client that they make."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Dict, Optional

if TYPE_CHECKING:
    from infinity_assistant.client import InfinityAssistantClient


class _Refused(argparse.Action):
    """An API key in the command line."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser.error(
            "an API key is not taken from the command line, where others could see it: "
            "set INFINITY_ASSISTANT_API_KEY, or name a file with --api-key-file"
        )


def add_client_options(parser: argparse.ArgumentParser, default: Optional[str] = argparse.SUPPRESS) -> None:
    """Add the options that may stand before a command and after it; after it, `default` must not undo them."""
    flag = False if default is None else default
    group = parser.add_argument_group("connection and output")
    add = group.add_argument
    add("--api-key-file", metavar="FILE", default=default, help="a file that holds the API key")
    add("--api-key", nargs="?", action=_Refused, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    add("--base-url", metavar="URL", default=default, help="where the service lives")
    add("--timeout", metavar="SECONDS", type=float, default=default, help="how long a call may take (60)")
    add("--max-retries", metavar="N", type=int, default=default, help="how often a call is made again (3)")
    add("--json", action="store_true", default=flag, help="print JSON, for scripts")
    add("-v", "--verbose", action="store_true", default=flag, help="say on standard error what is tried")


def client_from(args: argparse.Namespace) -> InfinityAssistantClient:
    """Make the client that the options describe. Raises `InfinityAssistantArgumentError` for what cannot be."""
    from infinity_assistant.cli._terminal.inputs import secret_in
    from infinity_assistant.client import InfinityAssistantClient

    key = None if args.api_key_file is None else secret_in(args.api_key_file, "--api-key-file")
    return InfinityAssistantClient(key, **given(args, "base_url", "timeout", "max_retries"))


def given(args: argparse.Namespace, *names: str) -> Dict[str, Any]:
    """Those of the options `names` that were given."""
    values = {name: getattr(args, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}
