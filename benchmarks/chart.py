"""Draws bars as SVG, readable on light and on dark pages."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

WIDTH, BAR, GAP, LABELS, FIGURES = 720, 22, 8, 190, 110
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#57606a}.t{font-size:15px;font-weight:600}"
    ".b{fill:#8c959f}.u{fill:#2f81f7}"
    "@media(prefers-color-scheme:dark){text{fill:#c9d1d9}}"
)


def bars(title: str, seconds: Mapping[str, float], ours: str) -> str:
    """Return a chart with one bar for each time, ours in another shade, the shortest on top."""
    factor, unit = (1e3, "ms") if min(seconds.values()) >= 1e-3 else (1e6, "µs")
    values = {label: value * factor for label, value in seconds.items()}
    rows = sorted(values.items(), key=lambda item: item[1])
    height = 34 + len(rows) * (BAR + GAP)
    most = max(values.values())
    drawn = "".join(_bar(at, label, value, most, unit, label == ours) for at, (label, value) in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        f' role="img" aria-label="{escape(title)}"><style>{STYLE}</style>'
        f'<text class="t" x="0" y="16">{escape(title)}</text>{drawn}</svg>\n'
    )


def _bar(at: int, label: str, value: float, most: float, unit: str, ours: bool) -> str:
    top = 30 + at * (BAR + GAP)
    length = max(2.0, (WIDTH - LABELS - FIGURES) * value / most)
    middle = top + BAR * 0.7
    return (
        f'<text x="{LABELS - 8}" y="{middle:.0f}" text-anchor="end">{escape(label)}</text>'
        f'<rect class="{"u" if ours else "b"}" x="{LABELS}" y="{top}" width="{length:.1f}" height="{BAR}" rx="3"/>'
        f'<text x="{LABELS + length + 6:.1f}" y="{middle:.0f}">{_short(value)} {escape(unit)}</text>'
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
