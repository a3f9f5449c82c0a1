# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/research.py: edit that file, then run `make generate`.
"""`infinity-assistant research`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from infinity_assistant.cli._client_options import add_client_options, client_from, given
from infinity_assistant.cli._outcome import exit_codes as exits
from infinity_assistant.cli._terminal.formatting import entry, heading, listed
from infinity_assistant.cli._terminal.inputs import text_of
from infinity_assistant.cli._terminal.output import say, say_json

if TYPE_CHECKING:
    from infinity_assistant.models import ResearchResult


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `research`."""
    add = parser.add_argument
    add("topic", nargs="+", help="what to research; - reads it from standard input")
    add("--mode", help="quick, standard, deep or comprehensive")
    add("--domain", action="append", dest="domains", help="in this domain (repeatable)")
    add("--max-sources", type=int, metavar="N", help="how many sources to use")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Research, and print the synthesis and the findings."""
    with client_from(args) as client:
        answer = client.research(text_of(args.topic), **given(args, "mode", "domains", "max_sources"))
    if args.json:
        say_json(answer)
    else:
        _show(answer.result)
    return exits.OK


def _show(result: ResearchResult) -> None:
    synthesis = result.synthesis
    heading("Summary")
    say(synthesis.summary)
    listed("Insights", synthesis.key_insights)
    listed("Recommendations", synthesis.recommendations)
    listed("Gaps", synthesis.gaps)
    heading(f"Findings ({result.sources.total} sources, {result.timing.duration_ms} ms)")
    for one in result.findings:
        entry(one.source, one.content, id=one.id, relevance=one.relevance, domain=one.domain)
