"""`python -m generator diff OLD [NEW]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.diff.change import Level
from generator.diff.report import to_json, to_markdown
from generator.diff.sides import load_side, load_working_tree, report

#: 1 and 2 are left to failures and to wrong arguments, so that no accident looks like a verdict.
EXIT_CODES = {Level.NONE: 0, Level.ADDITIVE: 3, Level.BREAKING: 4}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = "Say what changed in the contract, and whom it breaks."
    parser.epilog = "Exits with 0 if nothing matters, 3 if something was added, 4 if something breaks, 1 on failure."
    parser.add_argument("old", metavar="OLD", help="a file, a git revision, or REVISION:FILE")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the same; the working tree unless given")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="for people (default)")
    form.add_argument("--json", action="store_true", help="for machines")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the report; the exit code says the worst that was found."""
    old = load_side(root, options.old)
    found = report(old, load_side(root, options.new) if options.new else load_working_tree(root))
    print(to_json(found) if options.json else to_markdown(found))
    return EXIT_CODES[found.level]
