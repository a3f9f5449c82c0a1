# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/markdown.py: edit that file, then run `make generate`.
"""Read knowledge from Markdown: each section of level 2 is one entry; a file without sections is one entry.

A file may begin with front matter between two lines of `---`, and a section with one line of the same kind, such as
`type: gotcha; tags: retries, timeouts`. Known names are `type` (wisdom, pattern, gotcha), `domain`, `tags` and `title`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Tuple

from infinity_assistant.testing.errors import EmulatorError

TYPES = ("wisdom", "pattern", "gotcha")
_NAMES = ("type", "domain", "tags", "title")
_FRONT = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)
_SECTION = re.compile(r"^## +(.+)$", re.MULTILINE)
#: Lists, tables, quotes, code: blocks whose line breaks mean something.
_KEPT = re.compile(r"^(?:\s*(?:[-*+|>#]|\d+[.)]|```|~~~)|\t| {4})|(?:  |\\)$", re.MULTILINE)
_TITLE = re.compile(r"\A\s*# +(.+)$", re.MULTILINE)


class KnowledgeEntry(NamedTuple):
    """One piece of knowledge."""

    id: str
    type: str
    title: str
    content: str
    domain: str
    tags: Tuple[str, ...]


def read_folder(folder: Path) -> List[KnowledgeEntry]:
    """Read the Markdown files of a folder and of its subfolders, in the order of their names.

    Raises:
        EmulatorError: There is no such folder, no Markdown file in it, or one that cannot be read.
    """
    if not folder.is_dir():
        raise EmulatorError(f"{folder} is not a folder; --knowledge takes a folder of Markdown files")
    inside = folder.resolve()
    # What a link leads to outside of the folder is none of it, and a pipe would be waited for.
    files = sorted(path for path in folder.rglob("*.md") if path.is_file() and inside in path.resolve().parents)
    if not files:
        raise EmulatorError(f"{folder} holds no Markdown file (*.md)")
    return [entry for file in files for entry in read_file(file)]


def read_file(file: Path) -> List[KnowledgeEntry]:
    """Read the entries of one file.

    Raises:
        EmulatorError: It is not UTF-8 text, or names a type that does not exist.
    """
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EmulatorError(f"{file} cannot be read: {error}") from error
    return parse_entries(text, file.stem, str(file))


def parse_entries(text: str, stem: str, source: str) -> List[KnowledgeEntry]:
    """Parse the entries of a text; `stem` is their domain if they state none, `source` is named in errors.

    Raises:
        EmulatorError: The text names a type that does not exist.
    """
    front = _FRONT.match(text)
    shared = {"domain": stem, **(_parse_facts(front.group(1)) if front else {})}
    sections = _split_sections(stem, shared, text[front.end() :] if front else text)
    return [_build_entry(source, n, shared, *section) for n, section in enumerate(sections, 1)]


def _split_sections(stem: str, shared: Dict[str, str], text: str) -> Iterator[Tuple[str, str]]:
    pieces = _SECTION.split(text)
    if len(pieces) == 1:
        title = _TITLE.match(text)
        body = text[title.end() :] if title else text
        yield shared.get("title") or (title.group(1) if title else stem), body
    yield from zip(pieces[1::2], pieces[2::2])


def _build_entry(source: str, number: int, shared: Dict[str, str], title: str, body: str) -> KnowledgeEntry:
    first, _, rest = body.strip().partition("\n")
    own = _parse_facts(first.replace(";", "\n"))
    facts = {**shared, **own}
    entry_type = facts.get("type", "wisdom")
    if entry_type not in TYPES:
        raise EmulatorError(f"{source}: the type {entry_type!r} of {title.strip()!r} is none of {', '.join(TYPES)}")
    domain = facts["domain"]
    tags = tuple(tag.strip() for tag in facts.get("tags", "").strip("[]").split(",") if tag.strip())
    identifier = f"{entry_type[0].upper()}.{domain.upper()}.{number:02d}"
    return KnowledgeEntry(identifier, entry_type, title.strip(), join_lines(rest if own else body), domain, tags)


def join_lines(text: str) -> str:
    """Join the lines of each paragraph, since only the file needs its line breaks; other blocks keep theirs."""
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    return "\n\n".join(block if _KEPT.search(block) else " ".join(block.split("\n")) for block in blocks).strip()


def _parse_facts(text: str) -> Dict[str, str]:
    """Parse `name: value` lines; a text with anything else in it states no facts."""
    facts = {}
    for line in filter(str.strip, text.splitlines()):
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in _NAMES:
            return {}
        facts[name.strip()] = value.strip()
    return facts
