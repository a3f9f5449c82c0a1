# SPDX-License-Identifier: MIT
"""`infinity-assistant serve`: the emulator as a server."""

from __future__ import annotations

import argparse
from typing import Optional

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.testing._openai.upstream import Upstream
from infinity_assistant.testing._server import command as serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `serve`. Those of a client are none of them."""
    serve.add_arguments(parser)
    add_examples(
        parser,
        "infinity-assistant serve",
        "infinity-assistant serve --port 8080 --db assistant.sqlite",
        "infinity-assistant serve --fault chat:503:0.1 --latency 0.2",
        "infinity-assistant serve --openai --upstream",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve, and return the exit code."""
    return serve.run(args, _make_upstream)


def _make_upstream(base_url: Optional[str]) -> Upstream:
    from infinity_assistant.cli._service_upstream import ServiceUpstream

    return ServiceUpstream(base_url)
