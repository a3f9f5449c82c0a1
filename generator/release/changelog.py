"""`CHANGELOG.md`: what was written by hand under `## Unreleased`, and the entry that it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diff.change import Change, Level, Report
from generator.release.drafts import keep_words, split_mark
from generator.release.markdown import split_at
from generator.release.version import Version

UNRELEASED = "Unreleased"
#: In place of the date, while something is left to do.
DRAFT = "draft"
BREAKING, MIGRATION, WIRE, ADDED, CHANGED, DEPRECATED = (
    "Breaking", "Migration", "Upgrade", "Added", "Changed", "Deprecated")  # fmt: skip
_ORDER = (BREAKING, MIGRATION, WIRE, ADDED, CHANGED, DEPRECATED)
_EMPTY = "# Changelog\n"
_UPGRADE = (
    "- Versions before {version} stop working when the service makes these changes. Nothing changes in your code:"
)


@dataclass(frozen=True)
class Changelog:
    """A changelog: what stands before the first entry, then the entries by their heading."""

    head: str
    entries: Mapping[str, str]

    @classmethod
    def parse(cls, text: str) -> Changelog:
        """Read a changelog; an empty text is an empty changelog."""
        head, *parts = split_at(text.replace("\r\n", "\n") or _EMPTY, r"## +")
        entries = {}
        for part in parts:
            title, _, body = part.partition("\n")
            entries[title.strip()] = body.strip()
        return cls(head.strip(), entries)

    @property
    def generated(self) -> frozenset[str]:
        """The hashes of bullets that were generated, and that nobody edited where they still stand."""
        return frozenset().union(*(split_mark(body)[1] for body in self.entries.values()))

    @property
    def unreleased(self) -> dict[str, str]:
        """What was written by hand since the last release, by section."""
        return _split_sections(self.entries.get(UNRELEASED, ""))

    def list_versions(self) -> Iterator[tuple[Version, dict[str, str]]]:
        """List the entries of versions, each by section."""
        for title, body in self.entries.items():
            if title[:1].isdigit():
                yield Version.parse(title.split(" ")[0]), _split_sections(body)

    def find_entry(self, version: Version) -> str:
        """Find the body of the entry of a version; empty if there is none."""
        return next(
            (split_mark(body)[0] for title, body in self.entries.items() if title.split(" ")[0] == str(version)), ""
        )

    def collect_drafts(self, base: Version) -> dict[str, str]:
        """Return what stands in the entries since `base`, by section: drafts of what is released next."""
        found: dict[str, str] = {}
        for version, sections in self.list_versions():
            if version > base:
                found.update({title: f"{found.get(title, '')}\n{text}".strip() for title, text in sections.items()})
        return found

    def is_draft(self, version: Version) -> bool:
        """Return whether the entry of a version is not final."""
        return any(title == f"{version} ({DRAFT})" for title in self.entries)

    def release(self, version: Version, base: Version, date: str, body: str) -> Changelog:
        """Return the changelog with an entry for `version`, in place of what was unreleased and drafts since `base`."""
        drafts = {str(draft) for draft, _ in self.list_versions() if draft > base}
        kept = {
            title: split_mark(text)[0] for title, text in self.entries.items()
            if title.split(" ")[0] not in {*drafts, UNRELEASED}
        }  # fmt: skip
        return Changelog(self.head, {UNRELEASED: "", f"{version} ({date})": body, **kept})

    def __str__(self) -> str:
        entries = (f"## {title}\n\n{body}".strip() for title, body in self.entries.items())
        return "\n\n".join((self.head, *entries)) + "\n"


def generate_bullets(report: Report) -> dict[str, list[str]]:
    """Return the bullets that changes make, by section."""
    bullets: dict[str, list[str]] = {}
    for change in report.changes:
        title = _find_title(change)
        if title:
            bullets.setdefault(title, []).append(f"- {write_sentence(change)}.")
    return bullets


def compose(
    bullets: Mapping[str, list[str]], unreleased: Mapping[str, str], version: Version,
    drafts: Mapping[str, str] | None = None, generated: frozenset[str] = frozenset(),
) -> str:  # fmt: skip
    """Compose the body of an entry: what breaks and how to follow, what is new, in the words of its drafts."""
    sections = {title: [text] for title, text in unreleased.items() if text}
    for title, words in keep_words(bullets, drafts or {}, generated).items():
        sections.setdefault(title, []).extend(words)
    if WIRE in sections:
        sections[WIRE] = [text for text in sections[WIRE] if not text.startswith(_UPGRADE[:17])]
        sections[WIRE].insert(0, _UPGRADE.format(version=version))
    titles = sorted(sections, key=lambda title: (_ORDER.index(title) if title in _ORDER else len(_ORDER), title))
    return "\n\n".join(f"### {title}\n\n" + "\n".join(sections[title]) for title in titles)


def write_sentence(change: Change) -> str:
    """Write one change for those who call the package: keywords of methods where it has some, else its place."""
    keywords = sorted(
        cover.partition(".")[2] for cover in change.covers if cover.startswith("client.") and "(" in cover
    )
    subject = ", ".join(f"`{keyword}`" for keyword in keywords)
    if subject and "=" not in change.place:
        return f"{subject} {change.text} (`{change.place}`)"
    users = f" ({', '.join(f'`{name}`' for name in change.operations)})" if change.operations else ""
    return f"`{change.place}`{users} {change.text}"


def find_declared_level(titles: Iterable[str]) -> Level:
    """Find what hand-written sections claim: something breaking, something new, or neither."""
    found = set(titles)
    return Level.BREAKING if BREAKING in found else Level.ADDITIVE if ADDED in found else Level.NONE


def _split_sections(body: str) -> dict[str, str]:
    head, *parts = split_at(split_mark(body)[0], r"### +")
    sections = {CHANGED: head.strip()} if head.strip() else {}
    for part in parts:
        title, _, text = part.partition("\n")
        sections[title.strip()] = text.strip()
    return {title: text for title, text in sections.items() if text}


def _find_title(change: Change) -> str | None:
    if change.callers is Level.BREAKING:
        return BREAKING
    if change.wire is Level.BREAKING:
        return WIRE
    if change.kind == "deprecated":
        return DEPRECATED
    if change.callers is Level.ADDITIVE:
        return ADDED if "added" in change.kind else CHANGED
    return CHANGED if change.wire is Level.ADDITIVE else None
