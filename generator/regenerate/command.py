"""`python -m generator regenerate`."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import package
from generator.contract.gaps import find_gaps
from generator.diff.sides import Side, load_side, report
from generator.facade import check
from generator.regenerate.body import shorten_body, write_body
from generator.regenerate.incoming import Incoming, receive
from generator.regenerate.spec import fetch_spec
from generator.regenerate.upstream import check_base, record
from generator.release.command import release_files
from generator.release.plan import VERSION_FILE, Plan, find_baseline, is_same_package, make_plan, read_package
from generator.transaction import write_together

_BODY = Path("build/pull-request.md")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = "Take a new document, make the package, and write what a reviewer needs to know."
    parser.epilog = (
        "Writes openapi.yaml, infinity_assistant/, the version, CHANGELOG.md and FILE: all of it, or, where something "
        "is refused, nothing. Exits with 0, or 1 on failure."
    )
    parser.add_argument("--spec", required=True, metavar="PATH_OR_URL", help="the new document")
    parser.add_argument(
        "--base", metavar="PATH_OR_URL", help="the document that was taken in last: what changed since is merged"
    )
    parser.add_argument("--allow-unsupported", action="store_true", help="leave out the operations that are refused")
    parser.add_argument("--since", metavar="REV", help="the last release, as for release")
    parser.add_argument(
        "--body",
        metavar="FILE",
        type=Path,
        default=_BODY,
        help=f"where to write the text of the pull request (default: {_BODY.as_posix()})",
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Regenerate from a new document: everything is made first, and written last."""
    spec = fetch_spec(options.spec)
    base = fetch_spec(options.base) if options.base else None
    if base is not None:
        check_base(root, base)
    incoming = receive(root, spec, base, allow_unsupported=options.allow_unsupported)
    contributed = package.collect_generated(root, incoming.text.encode())
    made = {**contributed, **package.collect_overlays(root)}
    before = load_side(root, "HEAD")
    new = Side("the new document", incoming.document, package.select_sources(made))
    noted = record(root, spec, is_upstream=base is not None)
    if _is_known(root, contributed) and not incoming.conflicts:
        write_together(root, noted)
        print(f"{options.spec} is what {package.CONTRACT} already says.")
        print("".join(f"left out: {left.place}: {left.reason}\n" for left in incoming.left_out), end="")
        return 0
    planned = make_plan(root, options.since or find_baseline(root), new)
    facade, gaps = check(root, new.files), find_gaps(root, incoming.document)
    text = write_body(report(before, new), planned, facade, gaps, incoming)
    is_draft = bool(facade or gaps or planned.unexplained or incoming.conflicts)
    files = _collect_files(root, incoming, planned, made, is_draft)
    write_together(root, {**files, **noted, **_split_text(options.body, text)}, read_only=package.PACKAGE)
    print(text)
    return 0


def _is_known(root: Path, contributed: package.Files) -> bool:
    """Return whether the package says this already, here and in the last commit: what is not committed is not done."""
    states = (package.read_present(root), read_package(root, "HEAD"))
    return all(is_same_package({name: s.get(name, b"") for name in contributed}, contributed) for s in states)


def _split_text(path: Path, text: str) -> dict[str, bytes | None]:
    """Return the text of the pull request as far as one takes it, and, where that is not all, the whole as a file."""
    whole = path.with_name(f"{path.stem}.whole{path.suffix}")
    short = shorten_body(text, file=f"{whole.name} (an artifact of the run)")
    return {path.as_posix(): short.encode(), whole.as_posix(): text.encode()}


def _collect_files(
    root: Path, incoming: Incoming, planned: Plan, made: package.Files, is_draft: bool
) -> dict[str, bytes | None]:
    """Collect every file that changes, by its path from the root."""
    released = release_files(root, planned, is_draft=is_draft)
    version = released[VERSION_FILE]
    name = VERSION_FILE.removeprefix("overlays/")
    wanted = {**made, **package.collect_overlays(root, replaced={name: version})}
    present = package.read_present(root)
    files: dict[str, bytes | None] = {package.CONTRACT: incoming.text.encode(), **released}
    files.update((f"{package.PACKAGE}/{path}", text) for path, text in wanted.items() if present.get(path) != text)
    files.update((f"{package.PACKAGE}/{path}", None) for path in present.keys() - wanted.keys())
    return files
