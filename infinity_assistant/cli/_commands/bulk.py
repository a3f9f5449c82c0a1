# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/bulk.py: edit that file, then run `make generate`.
"""`infinity-assistant bulk`: a call for each row of a file, each made once."""

from __future__ import annotations

import argparse
import json
import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Optional, TextIO

from infinity_assistant.cli._arguments import add_examples, make_number_above, make_whole_number
from infinity_assistant.cli._client_options import add_client_options, make_client
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.output import print_message

if TYPE_CHECKING:
    from infinity_assistant.cli._bulk.reporting import Reporter
    from infinity_assistant.cli._bulk.rows import InputRow
    from infinity_assistant.cli._bulk.source import Source

_OPERATIONS = ("chat", "search_knowledge", "research")
_KINDS = ("auto", "jsonl", "csv", "text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `bulk`."""
    parser.description = (
        "Make a call for each row of a file, each once. A journal remembers what became of them: run the same command "
        "again after a stop, and it goes on. Ctrl-C lets what is under way end, a second one stops at once."
    )
    add_examples(
        parser,
        "infinity-assistant bulk prompts.txt -o out.jsonl",
        'infinity-assistant bulk texts.csv -o out.jsonl --message "Translate into French: {text}"',
    )
    add = parser.add_argument
    add("input", metavar="IN", help="JSON lines, CSV, or a text with a prompt on each line; - is standard input")
    add("-o", "--output", metavar="OUT", help="where to write a line of JSON for each row (standard output)")
    add("--journal", metavar="FILE", help="what became of each row (OUT.journal)")
    add("--format", choices=_KINDS, default="auto", help="of the input (by its name, else text)")
    add("--operation", choices=_OPERATIONS, default="chat", help="what to call (%(default)s)")
    add("--message", metavar="TEMPLATE", help='the text, with columns in braces, such as "Translate: {text}"')
    add(
        "--conversation-from",
        metavar="COLUMN",
        help="the column that names the conversation (none if it is empty); its rows go in order",
    )
    add(
        "--concurrency",
        type=make_whole_number(1),
        default=16,
        metavar="N",
        help="how many calls are under way at most (%(default)s)",
    )
    add("--rate", type=make_number_above(0, "a number"), metavar="N", help="how many calls begin in a second at most")
    add("--in-doubt", choices=("report", "repeat"), default="report", help="what becomes of calls that were cut off")
    add("--retry-failed", action="store_true", help="make calls again that have failed")
    add("--store-requests", action="store_true", help="keep in the journal what was sent, not its hash alone")
    add("--durable", action="store_true", help="wait for the disk, so that a power cut repeats nothing either")
    add("--wait", action="store_true", help="when the quota of the day is used up, sleep until it starts anew")
    add("--dry-run", action="store_true", help="read and check all rows, and send nothing")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the job. The exit code is 0 if all is done, 5 at the end of the quota, 6 if some failed or are in doubt."""
    from infinity_assistant.cli._bulk.files import find_journal, open_output
    from infinity_assistant.cli._bulk.reporting import Reporter

    with _open_source(args) as source:
        if args.dry_run:
            print_message(f"{len(source)} rows can be sent; nothing was.")
            return exit_codes.OK
        journal, reporter = find_journal(args.input, args.output, args.journal), Reporter()
        with _stop_on_interrupt(reporter) as stop, open_output(args.output) as output:
            return _run_job(args, source, journal, output, reporter, stop)


def _run_job(
    args: argparse.Namespace, source: Source, journal: str, output: TextIO, reporter: Reporter, stop: threading.Event
) -> int:
    from infinity_assistant import bulk

    quota_error: Optional[bulk.BulkQuotaError] = None
    with make_client(args) as client:
        try:
            for result in bulk.run(
                client,
                source,
                journal=journal,
                concurrency=args.concurrency,
                rate=args.rate,
                in_doubt=args.in_doubt,
                retry_failed=args.retry_failed,
                store_requests=args.store_requests,
                durable=args.durable,
                wait=args.wait,
                on_progress=reporter.note,
                should_stop=stop.is_set,
            ):
                reporter.count(result)
                _write(output, result)
        except bulk.BulkQuotaError as error:
            quota_error = error
        finally:
            reporter.finish()
    reporter.sum_up()
    if stop.is_set():
        print_message("Stopped: run the same command again, and it goes on.")
        return exit_codes.INTERRUPTED
    if quota_error is not None:
        print_message(f"Stopped: {quota_error.message}.")
        return exit_codes.RATE_LIMIT
    return exit_codes.INCOMPLETE if reporter.unfinished else exit_codes.OK


def _open_source(args: argparse.Namespace) -> Source:
    from infinity_assistant.cli._bulk.calls import make_calls
    from infinity_assistant.cli._bulk.source import Source

    def make(rows: Iterable[InputRow]) -> Iterator[Any]:
        return make_calls(rows, args.operation, args.message, args.conversation_from)

    return Source(args.input, args.format, make)


def _write(output: TextIO, result: Any) -> None:
    from infinity_assistant.cli._bulk.calls import describe_result

    print(json.dumps(describe_result(result)), file=output, flush=True)


@contextmanager
def _stop_on_interrupt(reporter: Reporter) -> Iterator[threading.Event]:
    """Give an event that the first Ctrl-C sets. The second ends the process: the journal has all that counts."""
    stop = threading.Event()

    def interrupt(*_: object) -> None:
        if stop.is_set():
            os._exit(exit_codes.INTERRUPTED)
        stop.set()
        reporter.announce("Stopping after the calls under way; Ctrl-C again stops at once.")

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
