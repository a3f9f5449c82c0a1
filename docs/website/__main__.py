"""Lay out what the site is built from: `python -m website`, which `make docs` runs before the build."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from website import navigation, pages, reference

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "build" / "docs"


def prepare(target: Path = TARGET) -> None:
    """Write the configuration, the pages, the reference and llms.txt into a folder, which is emptied first."""
    shutil.rmtree(target, ignore_errors=True)
    folder = target / "pages"
    (folder / "reference").mkdir(parents=True)
    shutil.copytree(ROOT / "docs" / "images", folder / "images")
    for name in ("site.css", "site.js", "iframe-worker.js"):
        shutil.copy(Path(__file__).parent / name, folder / name)
    written = write_pages(folder)
    tree = navigation.arrange(written, reference.TITLES)
    settings = (Path(__file__).parent / "zensical.toml").read_text("utf-8")
    (target / "zensical.toml").write_text(settings.replace("[project]\n", f"[project]\n{tree}", 1), "utf-8")
    (folder / "llms.txt").write_text(pages.list_for_models(written), "utf-8")


def write_pages(folder: Path) -> dict[str, str]:
    """Write the pages into a folder; return those that people wrote."""
    written = pages.collect(ROOT)
    for name, text in {**written, **reference.collect()}.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return written


def serve() -> None:
    """Lay out the pages, show them, and lay them out again when one changes, until Ctrl-C."""
    prepare()
    command = [sys.executable, "-m", "zensical", "serve", "--config-file", str(TARGET / "zensical.toml")]
    with subprocess.Popen(command) as server:
        seen = _stamp()
        while server.poll() is None:
            time.sleep(0.5)
            if (now := _stamp()) != seen:
                seen = now
                write_pages(TARGET / "pages")


def _stamp() -> float:
    pages = [*(ROOT / "docs").rglob("*.*"), ROOT / "README.md", ROOT / "CHANGELOG.md"]
    return max(page.stat().st_mtime for page in pages)


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else prepare()
