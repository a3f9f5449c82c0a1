"""`python -m generator overlay`: whether the overlay holds every name and fact of the contract."""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml

from generator.contract.facts import find_missing_actions, strip_facts
from generator.contract.overlay import OVERLAY, apply_overlay, load_overlay
from generator.document import Document, load
from generator.errors import raise_all
from generator.package import CONTRACT
from generator.transaction import write_together


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = f"Compare {OVERLAY.as_posix()} with the names and facts of {CONTRACT}."
    parser.epilog = "Exits with 1 if the overlay lacks something, or says something else."
    parser.add_argument("--write", action="store_true", help="append the actions that are missing")


def run(root: Path, options: argparse.Namespace) -> int:
    """Say what the overlay lacks, or write it."""
    document = load(root / CONTRACT)
    lacking = find_missing(root, document)
    if options.write and lacking:
        text = (root / OVERLAY).read_text(encoding="utf-8").rstrip("\n")
        write_together(root, {OVERLAY.as_posix(): f"{text}\n{to_yaml(lacking)}".encode()})
        print(f"wrote {len(lacking)} actions into {OVERLAY.as_posix()}: read them, and say why in each description")
        return 0
    print(to_yaml(lacking), end="")
    return 1 if lacking else 0


def find_missing(root: Path, document: Document) -> list[Document]:
    """Find the actions that the overlay lacks to make the contract of a document without facts."""
    applied = apply_overlay(strip_facts(document), load_overlay(root))
    raise_all(applied.errors)
    return find_missing_actions(document, applied.document)


def to_yaml(actions: list[Document]) -> str:
    """Return actions as they stand in the overlay."""
    text = yaml.safe_dump(actions, sort_keys=False, allow_unicode=True, width=110) if actions else ""
    return "".join(f"  {line}\n" for line in text.splitlines())
