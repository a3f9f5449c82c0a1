"""The package as files: a pure function of the files in this repository and of pinned tools."""

from __future__ import annotations

import json
from pathlib import Path

from generator.labels import label
from generator.overlay import overlaid

ROOT = Path(__file__).resolve().parent.parent
CONTRACT = "openapi.yaml"
PACKAGE = "infinity_assistant"
#: Path within the package -> content.
Files = dict[str, bytes]


def build(root: Path = ROOT) -> Files:
    """Every file of the package."""
    return {**generated(root), **overlays(root)}


def overlays(root: Path = ROOT, used: set[str] | None = None) -> Files:
    """What `overlays/` contributes; the rules that unasync applied are added to `used`."""
    folder = root / "overlays"
    return overlaid({path.relative_to(folder).as_posix(): content(path) for path in overlay_files(root)}, used)


def generated(root: Path = ROOT) -> Files:
    """What `openapi.yaml` contributes."""
    # Late, because `--overlays-only` has a fifth of a second.
    from generator.checks import check
    from generator.document import load
    from generator.pins import check_pins
    from generator.render import rendered

    check_pins()
    document = load(root / CONTRACT)
    check(document)
    files = {name: f"{label(CONTRACT)}\n{text}".encode() for name, text in rendered(document).items()}
    # JSON has no comments, so this one bears no label.
    return {**files, "openapi.json": as_json(document)}


def as_json(document: object) -> bytes:
    """The document in canonical JSON: its own order, no blanks, UTF-8."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def present(root: Path = ROOT) -> Files:
    """The package as it stands in the working tree."""
    folder = root / PACKAGE
    return {path.relative_to(folder).as_posix(): content(path) for path in _files(folder)}


def write(wanted: Files, stale: set[str], root: Path = ROOT) -> None:
    """Write what is wanted, and remove what is stale."""
    folder = root / PACKAGE
    for name in stale:
        (folder / name).unlink()
    for name, text in wanted.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)


def overlay_files(root: Path = ROOT) -> list[Path]:
    """The files of `overlays/`."""
    return _files(root / "overlays")


def content(path: Path) -> bytes:
    """The bytes of a file; the lines of a text end in LF whatever git made of them."""
    raw = path.read_bytes()
    return raw if b"\0" in raw else raw.replace(b"\r\n", b"\n")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
