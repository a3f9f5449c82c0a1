"""What the next release is: the difference, the version, the entry, and what still keeps it back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diff import git
from generator.diff.change import Change, Report
from generator.diff.sides import Side, report, side
from generator.package import PACKAGE
from generator.release.changelog import MIGRATION, Changelog, compose, declared_level, generate_bullets
from generator.release.notes import read_notes, unexplained
from generator.release.version import Version, read_version, weight

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


def baseline(root: Path) -> str:
    """The last release: the nearest tag `v…`, else the commit that last wrote the version."""
    found = git.newest_tag(root) or git.last_change(root, VERSION_FILE)
    if found is None:
        raise git.GitError("no release to compare with: name one with --since")
    return found


def plan(root: Path, since: str, new: Side) -> Plan:
    """Plan the release of `new`. Raises `GeneratorError` for a malformed migration note."""
    base = read_version(git.show(root, since, VERSION_FILE))
    found = report(side(root, since), new)
    changelog = read_changelog(root)
    written = _by_hand(changelog, base)
    version = base.after(max(weight(found), declared_level(written)))
    missing = unexplained(found.changes, read_notes(written.get(MIGRATION, "")))
    drafts = {title: text for title, text in changelog.drafts(base).items() if title != MIGRATION}
    bullets = generate_bullets(found)
    entry = compose(bullets, written, version, drafts, changelog.generated)
    together = tuple(bullet for section in bullets.values() for bullet in section)
    return Plan(since, base, version, found, entry, together, tuple(missing))


def package_at(root: Path, revision: str) -> dict[str, bytes]:
    """The package as it was committed."""
    return {path: text.replace(b"\r\n", b"\n") for path, text in git.files(root, revision, PACKAGE).items()}


def is_same_package(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    """Whether two packages are one, but for their version and that of OpenAPI which the document names."""
    return _without_spelling(old) == _without_spelling(new)


def _without_spelling(files: Mapping[str, bytes]) -> dict[str, bytes]:
    name = "openapi.json"
    document = json.loads(files.get(name) or b"{}")
    document.pop("openapi", None)
    return {**files, name: json.dumps(document).encode(), VERSION_FILE.rpartition("/")[2]: b""}


def read_changelog(root: Path) -> Changelog:
    """The changelog of the project, empty if there is none yet."""
    path = root / CHANGELOG
    return Changelog.parse(path.read_text(encoding="utf-8") if path.is_file() else "")


def _by_hand(changelog: Changelog, base: Version) -> dict[str, str]:
    """What people wrote since `base`: the unreleased part, and the migration notes of drafts that it became."""
    written = changelog.unreleased
    notes = [written.get(MIGRATION, "")]
    notes += [sections.get(MIGRATION, "") for version, sections in changelog.versions() if version > base]
    joined = "\n".join(dict.fromkeys(filter(None, notes)))
    return {**written, **({MIGRATION: joined} if joined else {})}
