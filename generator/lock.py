"""The lock file: a hash of every input of the last generation, so that a difference can be put down to its cause."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from generator.package import CONTRACT, content, overlay_files
from generator.pins import PINS

PATH = "generator/lock.json"
Lock = dict[str, str]


def locked(root: Path, *, overlays_only: bool = False) -> Lock:
    """Every input: file -> SHA-256 of its text with LF, tool -> version.

    With `overlays_only` the others stay as they were at the last generation, since they have not been used since.
    """
    overlays = _hashes(root, overlay_files(root))
    if overlays_only:
        others = {name: value for name, value in read(root).items() if not name.startswith("overlays/")}
    else:
        generator = root / "generator"
        files = [root / CONTRACT, *generator.glob("*.py"), *generator.glob("templates/*.jinja")]
        others = {**_hashes(root, files), **{f"{tool} (tool)": version for tool, version in PINS.items()}}
    return dict(sorted({**overlays, **others}.items()))


def read(root: Path) -> Lock:
    """The inputs of the last generation; none if there was none."""
    path = root / PATH
    found: Lock = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def write(root: Path, lock: Lock) -> None:
    """Keep the inputs of this generation, unless they are those of the last."""
    if read(root) != lock:
        (root / PATH).write_bytes(json.dumps(lock, indent=2).encode() + b"\n")


def changed(before: Lock, now: Lock) -> list[str]:
    """The inputs that changed, each with what happened to it."""
    events = {
        **dict.fromkeys(now.keys() - before.keys(), "is new"),
        **dict.fromkeys(before.keys() - now.keys(), "was removed"),
        **{name: "changed" for name in before.keys() & now.keys() if before[name] != now[name]},
    }
    return [f"{name} {event}" for name, event in sorted(events.items())]


def _hashes(root: Path, files: Iterable[Path]) -> Lock:
    return {path.relative_to(root).as_posix(): hashlib.sha256(content(path)).hexdigest() for path in files}
