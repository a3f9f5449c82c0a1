"""`python -m generator facade`."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import package
from generator.facade.check import check
from generator.facade.write import write_missing
from generator.transaction import write_together


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = "Compare the hand-written client with the contract, and write what it lacks."
    parser.epilog = "Exits with 1 if something is left to do by hand."
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--check", action="store_true", help="change nothing, say what the client lacks (default)")
    form.add_argument("--write", action="store_true", help="write the missing methods and keywords into overlays/")


def run(root: Path, options: argparse.Namespace) -> int:
    """Say what is left to do, after writing what can be written."""
    generated = package.select_sources(package.collect_generated(root))
    if options.write:
        files = write_missing(root, generated)
        write_together(root, {file: text.encode() for file, text in files.items()})
        for file in files:
            print(f"wrote {file}: read it, and run `make generate`")
    problems = check(root, generated)
    print("\n\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0
