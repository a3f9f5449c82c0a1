"""One side of a comparison: a document, and the package that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diff import git
from generator.diff.change import Change, Report
from generator.diff.compare import compare, find_renamed_classes
from generator.diff.contract import Contract
from generator.diff.modules import GENERATED, PACKAGE
from generator.diff.python import compare_surfaces
from generator.diff.rules import Direction
from generator.diff.surface import read_surface
from generator.document import load, parse
from generator.parser import to_class_name

DOCUMENT = "openapi.yaml"


@dataclass(frozen=True)
class Side:
    """A state of the contract. `files` are those of the package, by their path inside it."""

    name: str
    document: Mapping[str, Any]
    files: Mapping[str, str]


def load_side(root: Path, name: str) -> Side:
    """Find a side by its name: a file, a git revision, or a file at a revision as in `v1.2.0:openapi.yaml`.

    The package of a revision is the one that was committed there. That of a file alone is generated.
    """
    if Path(name).is_file():
        return _build_side(name, load(Path(name)))
    revision, colon, path = name.partition(":")
    if not git.is_revision(root, revision):
        raise git.GitError(f"{name!r} is neither a file nor a git revision")
    document = parse(git.show(root, revision, path or DOCUMENT).encode(), name)
    if colon:
        return _build_side(name, document)
    return Side(name, document, git.read_sources(root, revision, PACKAGE))


def load_working_tree(root: Path) -> Side:
    """Load the side that the working tree is: the document as it stands, and the package that it makes."""
    from generator.package import build, select_sources

    return Side("working tree", load(root / DOCUMENT), select_sources(build(root)))


def report(old: Side, new: Side) -> Report:
    """Compare two sides. The Python surface is compared as far as both sides have it."""
    changes = compare(old.document, new.document)
    if not old.files or not new.files:
        return Report(changes)
    whole = "__init__.py" in old.files and "__init__.py" in new.files
    before = read_surface(
        _rename_classes(_select_comparable(old.files, whole), find_renamed_classes(old.document, new.document))
    )
    found = compare_surfaces(before, read_surface(_select_comparable(new.files, whole)), _is_sent(old, new))
    return Report(changes, tuple(change for change in found if not _follows(change, changes)))


def _build_side(name: str, document: dict[str, Any]) -> Side:
    """Build a document as it is; one that no package can be made of is compared as a document alone."""
    from generator.render import render_files
    from generator.unsupported import find_unsupported

    return Side(name, document, {} if find_unsupported(document) else render_files(document))


def _select_comparable(files: Mapping[str, str], whole: bool) -> Mapping[str, str]:
    return files if whole else {p: text for p, text in files.items() if re.split("[./]", p)[0] in GENERATED}


def _rename_classes(files: Mapping[str, str], renamed: Mapping[str, str]) -> Mapping[str, str]:
    """Return the sources with the new names of classes: a mere renaming is not told at each use."""
    if not renamed:
        return files
    name = re.compile(rf"\b({'|'.join(renamed)})\b")
    return {path: name.sub(lambda match: renamed[match[1]], text) for path, text in files.items()}


def _is_sent(*sides: Side) -> Any:
    uses = [(name, use) for s in sides for name, use in Contract(s.document).uses.items()]
    sent = {to_class_name(name) for name, use in uses if Direction.REQUEST in use}
    return lambda place: place.removeprefix("models.") in sent


def _follows(found: Change, changes: tuple[Change, ...]) -> bool:
    """Return whether a change of the surface is what a change of the contract, as serious, looks like in Python.

    That a stream brings another event widens its type, and is no surprise.
    """
    explaining = (change for change in changes if _covers(change, found.place))
    return any(change.callers >= found.callers or change.kind == "event-added" for change in explaining)


def _covers(change: Change, place: str) -> bool:
    whole = change.kind.endswith(("-added", "-removed", "-renamed"))
    inside = tuple(f"{cover}{mark}" for cover in change.covers for mark in ".(") if whole else ()
    return place in change.covers or place.startswith(inside)
