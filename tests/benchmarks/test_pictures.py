"""The charts of the documentation are those of the committed results."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import pictures
from benchmarks.__main__ import RESULTS


def test_the_charts_of_the_documentation_show_the_committed_results() -> None:
    """`make bench` and `make bench-peers` draw them; `benchmarks.pictures.write` does it without a run."""
    for name, drawn in pictures.draw(RESULTS).items():
        assert (pictures.IMAGES / name).read_text("utf-8") == drawn, name


def test_every_chart_stands_on_the_page_of_performance() -> None:
    page = (pictures.IMAGES.parent / "performance.md").read_text("utf-8")
    assert [name for name in pictures.PICTURES if f"(images/{name})" not in page] == []


def test_a_run_of_some_rows_draws_these_alone(tmp_path: Path) -> None:
    spent = {"infinity-assistant": {"cpu": 1e-6}, "httpx": {"cpu": 2e-6}}
    for run, rows in {"peers": ["chat-sync"], "latest": []}.items():
        scenarios = [{"name": row, "medians": spent} for row in rows]
        (tmp_path / f"{run}.json").write_text(json.dumps({"scenarios": scenarios}), "utf-8")
    pictures.write(tmp_path, tmp_path)
    assert [path.name for path in tmp_path.glob("*.svg")] == ["one-call.svg"]
    assert "2 µs" in (tmp_path / "one-call.svg").read_text("utf-8")
