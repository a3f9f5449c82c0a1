"""`python -m generator regenerate`."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.diff.sides import DOCUMENT, Side, report, side, working_tree
from generator.facade import check
from generator.regenerate.body import body
from generator.regenerate.spec import fetched
from generator.release.command import write
from generator.release.plan import baseline, plan

_BODY = Path("build/pull-request.md")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = "Take a new document, make the package, and write what a reviewer needs to know."
    parser.epilog = (
        "Writes openapi.yaml, infinity_assistant/, the version, CHANGELOG.md and FILE. Exits with 0, or 1 on failure."
    )
    parser.add_argument("--spec", required=True, metavar="PATH_OR_URL", help="the new document")
    parser.add_argument("--since", metavar="REV", help="the last release, as for release")
    parser.add_argument(
        "--body",
        metavar="FILE",
        type=Path,
        default=_BODY,
        help=f"where to write the text of the pull request (default: {_BODY.as_posix()})",
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Regenerate from a new document."""
    content = fetched(options.spec)
    if content == (root / DOCUMENT).read_bytes().replace(b"\r\n", b"\n"):
        print(f"{options.spec} is what {DOCUMENT} already says.")
        return 0
    before = side(root, "HEAD")
    (root / DOCUMENT).write_bytes(content)
    text = _regenerated(root, before, options.since or baseline(root))
    path = root / options.body
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    return 0


def _regenerated(root: Path, before: Side, since: str) -> str:
    new = working_tree(root)
    planned = plan(root, since, new)
    write(root, planned)
    return body(report(before, new), planned, check(root, new.files))
