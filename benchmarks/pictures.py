"""The charts of the documentation, drawn from the results that are committed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks import chart
from benchmarks.scenarios import SDK

IMAGES = Path(__file__).parents[1] / "docs" / "images"
#: Each picture: the results, the row, and what stands above the bars.
PICTURES = {
    "one-call.svg": ("peers", "chat-sync", "CPU for each call: one call, responses of 1 KB"),
    "one-event.svg": ("peers", "events-sync", "CPU for each event of a stream, as typed objects"),
    "streams.svg": ("latest", "streams-1000", "CPU for each of 1,000 concurrent streams of 20 events"),
}


def draw(results: Path) -> dict[str, str]:
    """Return the pictures by their names."""
    return {name: _draw(results / f"{run}.json", row, title) for name, (run, row, title) in PICTURES.items()}


def write(results: Path, images: Path = IMAGES) -> None:
    """Draw the pictures anew, if the results have all rows; a run of some rows changes none."""
    for name, (run, row, title) in PICTURES.items():
        if row in _rows(results / f"{run}.json"):
            (images / name).write_text(_draw(results / f"{run}.json", row, title), "utf-8")


def _draw(path: Path, row: str, title: str) -> str:
    medians = _rows(path)[row]["medians"]
    return chart.bars(title, {label: spent["cpu"] for label, spent in medians.items()}, SDK)


def _rows(path: Path) -> dict[str, Any]:
    return {scenario["name"]: scenario for scenario in json.loads(path.read_text("utf-8"))["scenarios"]}
