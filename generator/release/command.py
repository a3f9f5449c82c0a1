"""`python -m generator release`."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from generator import package
from generator.diff import git
from generator.diff.sides import load_side, load_working_tree
from generator.facade import check
from generator.release.changelog import DRAFT, MIGRATION, UNRELEASED, Changelog
from generator.release.drafts import mark_generated
from generator.release.plan import (
    CHANGELOG,
    CONTENT,
    VERSION_FILE,
    Plan,
    find_baseline,
    is_same_package,
    make_plan,
    read_changelog,
    read_package,
)
from generator.release.version import Version, read_version, replace_version
from generator.transaction import write_together


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
        print(read_changelog(root).find_entry(Version.parse(options.notes.removeprefix("v"))))
        return 0
    if options.verify:
        return _print_problems(verify(root, options.verify, options.since))
    since = options.since or find_baseline(root)
    if not git.differs(root, since, *CONTENT):
        print(f"Nothing changed since {since}.")
        return 0
    new = load_working_tree(root)
    planned = make_plan(root, since, new)
    if not planned.entry and is_same_package(read_package(root, since), package.build(root)):
        print(f"Nothing changed since {since}.")
        return 0
    print(f"{planned.base} -> {planned.version} (compared with {since})\n\n{planned.entry}")
    problems = [*find_obstacles(planned), *check(root, new.files)]
    if not problems and not options.dry_run:
        write(root, planned)
    return _print_problems(problems)


def find_obstacles(planned: Plan) -> list[str]:
    """Find why the release cannot be made yet."""
    if not planned.unexplained:
        return []
    where = f"{CHANGELOG}, under ## {UNRELEASED}, ### {MIGRATION}"
    return [f"Something breaks and no note says how to follow. Write, in {where}:\n{planned.missing_notes}"]


def write(root: Path, planned: Plan) -> None:
    """Write the version, the changelog and the package, together."""
    released = release_files(root, planned)
    replaced = {VERSION_FILE.removeprefix("overlays/"): released[VERSION_FILE]}
    wanted, present = package.build(root, replaced=replaced), package.read_present(root)
    files: dict[str, bytes | None] = {**released}
    files.update((f"{package.PACKAGE}/{path}", text) for path, text in wanted.items() if present.get(path) != text)
    files.update((f"{package.PACKAGE}/{path}", None) for path in present.keys() - wanted.keys())
    write_together(root, files, read_only=package.PACKAGE)


def release_files(root: Path, planned: Plan, *, is_draft: bool = False) -> dict[str, bytes]:
    """Write version and changelog of a release. A draft has an entry without a date, and leaves the version."""
    version = (root / VERSION_FILE).read_text(encoding="utf-8")
    date = DRAFT if is_draft else dt.datetime.now(dt.timezone.utc).date().isoformat()
    body = mark_generated(planned.entry, planned.bullets)
    changelog = read_changelog(root).release(planned.version, planned.base, date, body)
    written = replace_version(version, planned.base if is_draft else planned.version)
    return {VERSION_FILE: written.encode(), CHANGELOG: str(changelog).encode()}


def verify(root: Path, tag: str, since: str | None) -> list[str]:
    """Return why the commit under `tag` may not be published as that version."""
    version = Version.parse(tag.removeprefix("v"))
    written = read_version(git.show(root, tag, VERSION_FILE))
    if written != version:
        return [f"{VERSION_FILE} says {written}, the tag says {version}"]
    changelog = Changelog.parse(git.show(root, tag, CHANGELOG))
    if not changelog.find_entry(version) or changelog.is_draft(version):
        return [f"{CHANGELOG} has no entry for {version}"]
    before = since or git.find_newest_tag(root, at=f"{tag}^")
    if before is None:
        return []
    planned = make_plan(root, before, load_side(root, tag))
    too_small = [f"the changes since {before} ask for {planned.version} or more"] if version < planned.version else []
    return [*too_small, *find_obstacles(planned)]


def _print_problems(problems: list[str]) -> int:
    for problem in problems:
        print(f"\n{problem}")
    return 1 if problems else 0
