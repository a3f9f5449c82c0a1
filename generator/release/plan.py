"""What the next release is: the difference, the version, the entry, and what still keeps it back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diff import git
from generator.diff.change import Change, Report
from generator.diff.sides import Side, load_side, report
from generator.package import PACKAGE
from generator.release.changelog import MIGRATION, Changelog, compose, find_declared_level, generate_bullets
from generator.release.notes import find_unexplained, read_notes
from generator.release.version import Version, read_version, weigh

VERSION_FILE = "overlays/_version.py"
CHANGELOG = "CHANGELOG.md"
#: What a release is made of; a change anywhere else is no reason for one.
CONTENT = ("openapi.yaml", "overlays", "generator", "pyproject.toml", "README.md", "LICENSE")


@dataclass(frozen=True)
class Plan:
    """A release that could be made."""

    since: str
    base: Version
    version: Version
    report: Report
    entry: str
    #: The bullets of the entry as they were generated, whatever became of them.
    bullets: tuple[str, ...]
    unexplained: tuple[Change, ...]

    @property
    def missing_notes(self) -> str:
        """The bullets to write, one for each breaking change that no migration note speaks of."""
        return "\n".join(f"- `{change.place}`: <what to do: it {change.text}>" for change in self.unexplained)


def find_baseline(root: Path) -> str:
    """Find the last release: the nearest tag `v…`, else the commit that last wrote the version."""
    found = git.find_newest_tag(root) or git.find_last_change(root, VERSION_FILE)
    if found is None:
        raise git.GitError("no release to compare with: name one with --since")
    return found


def make_plan(root: Path, since: str, new: Side) -> Plan:
    """Plan the release of `new`. Raises `GeneratorError` for a malformed migration note."""
    base = read_version(git.show(root, since, VERSION_FILE))
    found = report(load_side(root, since), new)
    changelog = read_changelog(root)
    written = _find_handwritten(changelog, base)
    version = base.after(max(weigh(found), find_declared_level(written)))
    missing = find_unexplained(found.changes, read_notes(written.get(MIGRATION, "")))
    drafts = {title: text for title, text in changelog.collect_drafts(base).items() if title != MIGRATION}
    bullets = generate_bullets(found)
    entry = compose(bullets, written, version, drafts, changelog.generated)
    together = tuple(bullet for section in bullets.values() for bullet in section)
    return Plan(since, base, version, found, entry, together, tuple(missing))


def read_package(root: Path, revision: str) -> dict[str, bytes]:
    """Read the package as it was committed."""
    return {path: text.replace(b"\r\n", b"\n") for path, text in git.read_files(root, revision, PACKAGE).items()}


def is_same_package(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    """Return whether two packages are one, but for their version and that of OpenAPI which the document names."""
    return _normalise_spelling(old) == _normalise_spelling(new)


def _normalise_spelling(files: Mapping[str, bytes]) -> dict[str, bytes]:
    name = "openapi.json"
    document = json.loads(files.get(name) or b"{}")
    document.pop("openapi", None)
    return {**files, name: json.dumps(document).encode(), VERSION_FILE.rpartition("/")[2]: b""}


def read_changelog(root: Path) -> Changelog:
    """Read the changelog of the project, empty if there is none yet."""
    path = root / CHANGELOG
    return Changelog.parse(path.read_text(encoding="utf-8") if path.is_file() else "")


def _find_handwritten(changelog: Changelog, base: Version) -> dict[str, str]:
    """Find what people wrote since `base`: the unreleased part, and the migration notes of drafts that it became."""
    written = changelog.unreleased
    notes = [written.get(MIGRATION, "")]
    notes += [sections.get(MIGRATION, "") for version, sections in changelog.list_versions() if version > base]
    joined = "\n".join(dict.fromkeys(filter(None, notes)))
    return {**written, **({MIGRATION: joined} if joined else {})}
