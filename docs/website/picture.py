"""The picture of a call, drawn from the page of the architecture: `python -m website.picture` writes it."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

DOCS = Path(__file__).parents[1]
PAGE = DOCS / "architecture.md"
PICTURE = DOCS / "images" / "one-call-through-the-code.svg"
_STEP = re.compile(r"^(\d+)\. (?:`\w+`[^`]*)?`([\w/]+\.py)`(?: \(generated\))?(?:: `(\w+)`)?", re.MULTILINE)
WIDTH, HEIGHT, GAP, TOP = 350, 40, 18, 50
STYLE = (
    "text{font:13px ui-monospace,monospace;fill:#24292f}.t{font:600 15px system-ui,sans-serif}"
    ".n{fill:#57606a}rect{fill:#eef2ff;stroke:#5468d4}line{stroke:#5468d4;stroke-width:1.5}path{fill:#5468d4}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.n{fill:#9da7b3}rect{fill:#1b2140}}"
)


def draw(page: str) -> str:
    """Return the way of a call as SVG: down from the client to the network at the left, and up again at the right."""
    text = page.split("## A chat call")[1].split("\n## ")[0]
    down, up = (_STEP.findall(part) for part in text.split("Up again:"))
    most = max(len(down), len(up))
    height = TOP + most * (HEIGHT + GAP)
    drawn = _column("The request, down", 10, down, False) + _column("The response, up", WIDTH + 50, up[::-1], True)
    label = "A call, from the client down to the network and up again"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH + 60} {height}" role="img"'
        f' aria-label="{label}"><style>{STYLE}</style>{drawn}</svg>\n'
    )


def _column(title: str, left: int, steps: list[tuple[str, str, str]], upward: bool) -> str:
    boxes = "".join(_box(left, TOP + at * (HEIGHT + GAP), *step) for at, step in enumerate(steps))
    middle = left + WIDTH // 2
    tops = [TOP + at * (HEIGHT + GAP) + HEIGHT for at in range(len(steps) - 1)]
    arrows = "".join(_arrow(middle, top, upward) for top in tops)
    return f'<text class="t" x="{left}" y="28">{title}</text>{boxes}{arrows}'


def _box(left: int, top: int, number: str, file: str, function: str) -> str:
    words = f"{file}: {function}" if function else file
    return (
        f'<rect x="{left}" y="{top}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
        f'<text class="n" x="{left + 10}" y="{top + 25}">{number}</text>'
        f'<text x="{left + 36}" y="{top + 25}">{escape(words)}</text>'
    )


def _arrow(middle: int, top: int, upward: bool) -> str:
    tip, base = (top, top + 6) if upward else (top + GAP, top + GAP - 6)
    return (
        f'<line x1="{middle}" y1="{top}" x2="{middle}" y2="{top + GAP}"/>'
        f'<path d="M{middle - 5} {base}L{middle + 5} {base}L{middle} {tip}z"/>'
    )


if __name__ == "__main__":
    PICTURE.write_text(draw(PAGE.read_text("utf-8")), "utf-8")
