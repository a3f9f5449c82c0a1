# SPDX-License-Identifier: MIT. Generated from overlays/cli/_client_options.py: edit that file, then run `make generate`.
"""Define the options of every command that has a client, and make the client from them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Dict, Optional

if TYPE_CHECKING:
    from infinity_assistant.async_client import AsyncInfinityAssistantClient
    from infinity_assistant.client import InfinityAssistantClient


class _RejectKey(argparse.Action):
    """Rejects an API key in the command line."""

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
    add("--api-key", nargs="?", action=_RejectKey, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    add("--base-url", metavar="URL", default=default, help="address of the service")
    add("--timeout", metavar="SECONDS", type=float, default=default, help="how long a call may take (60)")
    add("--max-retries", metavar="N", type=int, default=default, help="how often a failed call is repeated (3)")
    add("--json", action="store_true", default=flag, help="print JSON, for scripts")
    add("-v", "--verbose", action="store_true", default=flag, help="log on standard error what is done")


#: What commands say that are about who is calling.
ANONYMOUS = "Without an API key, each start of this program is somebody else to the service."


def make_client(args: argparse.Namespace) -> InfinityAssistantClient:
    """Make the client that the options describe.

    Raises:
        InfinityAssistantArgumentError: An option cannot be used.
    """
    from infinity_assistant.client import InfinityAssistantClient

    return InfinityAssistantClient(_read_key(args), **select_given(args, "base_url", "timeout", "max_retries"))


def make_async_client(args: argparse.Namespace) -> AsyncInfinityAssistantClient:
    """Make the asynchronous client that the options describe.

    Raises:
        InfinityAssistantArgumentError: An option cannot be used.
    """
    from infinity_assistant.async_client import AsyncInfinityAssistantClient

    return AsyncInfinityAssistantClient(_read_key(args), **select_given(args, "base_url", "timeout", "max_retries"))


def _read_key(args: argparse.Namespace) -> Optional[str]:
    from infinity_assistant.cli._terminal.inputs import read_secret

    return None if args.api_key_file is None else read_secret(args.api_key_file, "--api-key-file")


def select_given(args: argparse.Namespace, *names: str) -> Dict[str, Any]:
    """Select those of the options `names` that were given."""
    values = {name: getattr(args, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}
