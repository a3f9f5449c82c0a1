"""The sources of the generated folders of the package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.package import FACTS, PACKAGE

FOLDERS = ("api", "models", FACTS)


def read_generated_sources(root: Path) -> dict[str, str]:
    """Read the generated modules of the package as they stand in the working tree, by path."""
    package = root / PACKAGE
    paths = [package / FACTS, *sorted(path for folder in FOLDERS for path in (package / folder).glob("*.py"))]
    return {path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def merge_modules(sources: Mapping[str, str], folder: str) -> str:
    """Return all modules of a folder as one text, whose names are those that the folder has."""
    return "\n".join(text for path, text in sources.items() if path.startswith(f"{folder}/"))
