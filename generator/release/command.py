"""`python -m generator release`."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from generator.diff import git
from generator.diff.sides import side, working_tree
from generator.facade import check
from generator.release.changelog import MIGRATION, UNRELEASED, Changelog
from generator.release.plan import CHANGELOG, CONTENT, VERSION_FILE, Plan, baseline, plan, read_changelog
from generator.release.version import Version, read_version, with_version


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = "Write the next version and its entry in the changelog, from what changed."
    parser.epilog = "Exits with 0 when the release is ready, 1 when something keeps it back."
    parser.add_argument("--since", metavar="REV", help="the last release (default: the nearest tag v…, else the commit "
                        "that last wrote the version)")  # fmt: skip
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--dry-run", action="store_true", help="write nothing, print what would be written")
    what.add_argument("--verify", metavar="TAG", help="write nothing, check that TAG may be published")
    what.add_argument("--notes", metavar="VERSION", help="print the entry of a version")


def run(root: Path, options: argparse.Namespace) -> int:
    """Make the release, or say what keeps it back."""
    if options.notes:
        print(read_changelog(root).entry(Version.parse(options.notes.removeprefix("v"))))
        return 0
    if options.verify:
        return _told(verified(root, options.verify, options.since))
    since = options.since or baseline(root)
    if not git.differs(root, since, *CONTENT):
        print(f"Nothing changed since {since}.")
        return 0
    new = working_tree(root)
    planned = plan(root, since, new)
    print(f"{planned.base} -> {planned.version} (compared with {since})\n\n{planned.entry}")
    problems = [*kept_back(planned), *check(root, new.files)]
    if not problems and not options.dry_run:
        write(root, planned)
    return _told(problems)


def kept_back(planned: Plan) -> list[str]:
    """Why the release cannot be made yet."""
    if not planned.unexplained:
        return []
    where = f"{CHANGELOG}, under ## {UNRELEASED}, ### {MIGRATION}"
    return [f"Something breaks and no note says how to follow. Write, in {where}:\n{planned.missing_notes}"]


def write(root: Path, planned: Plan) -> None:
    """Write the version and the changelog, then the package once more."""
    from generator.__main__ import generate

    path = root / VERSION_FILE
    _write(path, with_version(path.read_text(encoding="utf-8"), planned.version))
    today = dt.datetime.now(dt.timezone.utc).date().isoformat()
    _write(root / CHANGELOG, str(read_changelog(root).released(planned.version, planned.base, today, planned.entry)))
    generate(root)


def verified(root: Path, tag: str, since: str | None) -> list[str]:
    """Why the commit under `tag` may not be published as that version."""
    version = Version.parse(tag.removeprefix("v"))
    written = read_version(git.show(root, tag, VERSION_FILE))
    if written != version:
        return [f"{VERSION_FILE} says {written}, the tag says {version}"]
    if not Changelog.parse(git.show(root, tag, CHANGELOG)).entry(version):
        return [f"{CHANGELOG} has no entry for {version}"]
    before = since or git.newest_tag(root, at=f"{tag}^")
    if before is None:
        return []
    planned = plan(root, before, side(root, tag))
    too_small = [f"the changes since {before} ask for {planned.version} or more"] if version < planned.version else []
    return [*too_small, *kept_back(planned)]


def _told(problems: list[str]) -> int:
    for problem in problems:
        print(f"\n{problem}")
    return 1 if problems else 0


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
