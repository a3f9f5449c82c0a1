# SPDX-License-Identifier: MIT
"""Read knowledge from Markdown: each section of level 2 is one entry, a file without any is one entry as a whole.

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
_TITLE = re.compile(r"\A\s*# +(.+)$", re.MULTILINE)


class Entry(NamedTuple):
    """One piece of knowledge."""

    id: str
    type: str
    title: str
    content: str
    domain: str
    tags: Tuple[str, ...]


def read_folder(folder: Path) -> List[Entry]:
    """Read the Markdown files of a folder and of its subfolders, in the order of their names.

    Raises:
        EmulatorError: it is no folder, holds no Markdown file, or a file of it cannot be read.
    """
    if not folder.is_dir():
        raise EmulatorError(f"{folder} is not a folder; --knowledge takes a folder of Markdown files")
    files = sorted(folder.rglob("*.md"))
    if not files:
        raise EmulatorError(f"{folder} holds no Markdown file (*.md)")
    return [entry for file in files for entry in read_file(file)]


def read_file(file: Path) -> List[Entry]:
    """Read the entries of one file.

    Raises:
        EmulatorError: it is not UTF-8 text, or names a type that does not exist.
    """
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EmulatorError(f"{file} cannot be read: {error}") from error
    front = _FRONT.match(text)
    shared = _facts(front.group(1)) if front else {}
    rest = text[front.end() :] if front else text
    return [_entry(file, n, shared, *part) for n, part in enumerate(_parts(file, shared, rest), 1)]


def _parts(file: Path, shared: Dict[str, str], text: str) -> Iterator[Tuple[str, str]]:
    pieces = _SECTION.split(text)
    if len(pieces) == 1:
        title = _TITLE.match(text)
        body = text[title.end() :] if title else text
        yield shared.get("title") or (title.group(1) if title else file.stem), body
    yield from zip(pieces[1::2], pieces[2::2])


def _entry(file: Path, number: int, shared: Dict[str, str], title: str, body: str) -> Entry:
    first, _, rest = body.strip().partition("\n")
    own = _facts(first.replace(";", "\n"))
    facts = {**shared, **own}
    kind = facts.get("type", "wisdom")
    if kind not in TYPES:
        raise EmulatorError(f"{file}: the type {kind!r} of {title.strip()!r} is none of {', '.join(TYPES)}")
    domain = facts.get("domain", file.stem)
    content = rest if own else body
    tags = tuple(tag.strip() for tag in facts.get("tags", "").strip("[]").split(",") if tag.strip())
    identifier = f"{kind[0].upper()}.{domain.upper()}.{number:02d}"
    return Entry(identifier, kind, title.strip(), content.strip(), domain, tags)


def _facts(text: str) -> Dict[str, str]:
    """Read `name: value` lines; a text with anything else in it states no facts."""
    facts = {}
    for line in filter(str.strip, text.splitlines()):
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in _NAMES:
            return {}
        facts[name.strip()] = value.strip()
    return facts
