"""The Markdown of the project, taken apart: pages, their sections, and the code in these."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import Iterator, List, NamedTuple, Tuple

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
#: Where the files of the checkout are to be seen. A page that is shown elsewhere, as the README of a package is, links
#: to them there.
HOME = "https://github.com/infinity-assistant/infinity-assistant-python/blob/main/"

_FENCE = re.compile(r"^( {0,3})(`{3,}|~{3,})[ ]*([^`\n]*)\n(.*?)^ {0,3}\2[`~]*[ ]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) +(.+?) *#*$", re.MULTILINE)


class Snippet(NamedTuple):
    """A block of code: its language, its first line in the page, its text, and the output that follows it, if any."""

    language: str
    line: int
    code: str
    output: str


class Section(NamedTuple):
    """What stands under a heading of the second level: read, and run, from top to bottom."""

    page: Path
    title: str
    snippets: Tuple[Snippet, ...]

    def of(self, language: str) -> List[Snippet]:
        """The snippets in a language."""
        return [snippet for snippet in self.snippets if snippet.language == language]

    def __str__(self) -> str:
        return f"{self.page.name}: {self.title}"


def sections(page: Path) -> Iterator[Section]:
    """The sections of a page; what stands before the first heading of the second level is one, too."""
    text = page.read_text("utf-8")
    starts = [0, *(found.start() for found in _HEADING.finditer(without_code(text)) if len(found[1]) == 2)]
    for start, end in zip(starts, [*starts[1:], len(text)]):
        heading = _HEADING.search(text, start, end)
        first_line = text.count("\n", 0, start)
        yield Section(page, heading[2] if heading else page.stem, tuple(_snippets(text[start:end], first_line)))


def without_code(text: str) -> str:
    """The same text with spaces where the blocks of code were, so that every place stays where it is."""
    return _FENCE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def anchors(text: str) -> List[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    titles = (found[2] for found in _HEADING.finditer(without_code(text)))
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]


def _snippets(text: str, first_line: int) -> Iterator[Snippet]:
    blocks = list(_FENCE.finditer(text))
    for block, following in zip(blocks, [*blocks[1:], None]):
        language = (block[3].split() or [""])[0]
        adjoins = following is not None and not text[block.end() : following.start()].strip()
        output = following[4] if following is not None and adjoins and following[3].strip() == "output" else ""
        if language != "output":
            yield Snippet(language, first_line + text.count("\n", 0, block.start(4)) + 1, dedent(block[4]), output)
