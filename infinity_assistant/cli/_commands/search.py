# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/search.py: edit that file, then run `make generate`.
"""`infinity-assistant search`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from infinity_assistant.cli._arguments import add_examples, add_words, make_whole_number
from infinity_assistant.cli._client_options import add_client_options, make_client, select_given
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import print_entry, print_heading
from infinity_assistant.cli._terminal.inputs import read_words
from infinity_assistant.cli._terminal.output import print_json, print_line, print_message
from infinity_assistant.cli._terminal.waiting import show_waiting

if TYPE_CHECKING:
    from infinity_assistant.models import KnowledgeResults, KnowledgeSearchResponse

#: The service gives no more in a group.
MOST = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `search`."""
    add = parser.add_argument
    add("query", nargs="+", help="what to look for; - reads it from standard input")
    add_words(parser, "--type", "KnowledgeType", help="the groups to search (all)")
    add("--limit", type=make_whole_number(1, MOST), metavar="N", help=f"how many of each group, 1 to {MOST} (20)")
    add("--domain", help="only this domain")
    add("--tag", action="append", dest="tags", help="only with this tag (repeatable)")
    add_examples(
        parser,
        'infinity-assistant search "daily quota" --type gotchas --limit 3',
        "infinity-assistant search retries --json",
    )
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Search, and print what was found. An empty result is not an error."""
    query = read_words(args.query)
    with make_client(args) as client, show_waiting():
        found = client.search_knowledge(query, **select_given(args, "type", "limit", "domain", "tags"))
    if args.json:
        print_json(found)
    else:
        _show(found)
    return exit_codes.OK


def _show(found: KnowledgeSearchResponse) -> None:
    if isinstance(found.generated_answer, str):
        print_line(found.generated_answer)
    _show_groups(found.results)
    if not found.counts.total:
        print_message("Nothing found.")


def _show_groups(results: KnowledgeResults) -> None:
    for name, group in (("Wisdom", results.wisdom), ("Gotchas", results.gotchas)):
        if group:
            print_heading(name)
        for one in group:
            print_entry(one.title, one.content, id=one.id, score=one.score, source=one.source)
    if results.patterns:
        print_heading("Patterns")
    for pattern in results.patterns:
        print_entry(pattern.name, pattern.description, id=pattern.id, score=pattern.score, domain=pattern.domain)
