# SPDX-License-Identifier: MIT
"""`infinity-assistant serve`: the emulator as a server."""

from __future__ import annotations

import argparse

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.testing._server import command as serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `serve`. Those of a client are none of them."""
    serve.add_arguments(parser)
    add_examples(
        parser,
        "infinity-assistant serve",
        "infinity-assistant serve --port 8080 --db assistant.sqlite",
        "infinity-assistant serve --fault chat:503:0.1 --latency 0.2",
    )
    parser.set_defaults(run=serve.run)
