"""Several files become new together: either all of them, or none.

The new contents are written beside the project first. From the moment that their list is complete, the change is as
good as made: whoever is killed in the middle leaves a list that the next run of the generator carries out to its end.
Before that moment, nothing has happened.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.errors import GeneratorError

FOLDER = Path("build/.pending")
_LIST = "files.json"


def write_together(root: Path, files: Mapping[str, bytes | None], read_only: str = "") -> None:
    """Write files, by their path from the root; `None` removes one. Those below `read_only` are protected."""
    folder = root / FOLDER
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        names = {}
        for number, (path, content) in enumerate(files.items()):
            names[path] = None if content is None else str(number)
            if content is not None:
                (folder / str(number)).write_bytes(content)
        text = json.dumps({"files": names, "read_only": read_only})
        (folder / f"{_LIST}.new").write_text(text, encoding="utf-8")
        (folder / f"{_LIST}.new").replace(folder / _LIST)
        finish(root)
    except OSError as problem:
        path = problem.filename2 or problem.filename
        raise GeneratorError(f"{path}: cannot be written: {problem.strerror}; allow it, and run it again") from None


def finish(root: Path) -> None:
    """Carry out what an earlier run had decided and could not finish; forget what it had not decided."""
    folder = root / FOLDER
    if (folder / _LIST).is_file():
        pending = json.loads((folder / _LIST).read_text(encoding="utf-8"))
        for path, name in pending["files"].items():
            _finish_one(
                root / path, folder / name if name is not None else None, _find_mode(path, pending["read_only"])
            )
        (folder / _LIST).unlink()
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def _finish_one(path: Path, content: Path | None, mode: int) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif content.exists():  # otherwise it stands in its place already
        path.parent.mkdir(parents=True, exist_ok=True)
        content.chmod(mode)
        if os.name == "nt" and path.exists():  # Windows does not replace what is read-only.
            path.chmod(0o644)
        content.replace(path)


def _find_mode(path: str, read_only: str) -> int:
    return 0o444 if read_only and path.startswith(f"{read_only}/") else 0o644
