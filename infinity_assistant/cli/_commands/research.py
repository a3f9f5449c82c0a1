# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/research.py: edit that file, then run `make generate`.
"""`infinity-assistant research`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from infinity_assistant.cli._arguments import add_examples, add_words, make_whole_number
from infinity_assistant.cli._client_options import add_client_options, make_client, select_given
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import print_entry, print_heading, print_list
from infinity_assistant.cli._terminal.inputs import read_words
from infinity_assistant.cli._terminal.output import print_json, print_line
from infinity_assistant.cli._terminal.waiting import show_waiting

if TYPE_CHECKING:
    from infinity_assistant.models import ResearchResult


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `research`."""
    add = parser.add_argument
    add("topic", nargs="+", help="what to research; - reads it from standard input")
    add_words(parser, "--mode", "ResearchMode", help="how thorough to be")
    add("--domain", action="append", dest="domains", help="in this domain (repeatable)")
    add("--max-sources", type=make_whole_number(1), metavar="N", help="how many sources to use")
    add_examples(
        parser,
        'infinity-assistant research "timeouts of streams" --mode quick',
        "infinity-assistant research - --domain api --json < topic.txt",
    )
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Research, and print the synthesis and the findings."""
    topic = read_words(args.topic)
    with make_client(args) as client, show_waiting():
        response = client.research(topic, **select_given(args, "mode", "domains", "max_sources"))
    if args.json:
        print_json(response)
    else:
        _show(response.result)
    return exit_codes.OK


def _show(result: ResearchResult) -> None:
    synthesis = result.synthesis
    print_heading("Summary")
    print_line(synthesis.summary)
    print_list("Insights", synthesis.key_insights)
    print_list("Recommendations", synthesis.recommendations)
    print_list("Gaps", synthesis.gaps)
    print_heading(f"Findings ({result.sources.total} sources, {result.timing.duration_ms} ms)")
    for one in result.findings:
        print_entry(one.source, one.content, id=one.id, relevance=one.relevance, domain=one.domain)
