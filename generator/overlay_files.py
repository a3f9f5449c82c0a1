"""What `overlays/` contributes: each file as it is, each `async_*.py` once more without its async."""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import GeneratorError
from generator.labels import add_label
from generator.unasync import LeftoverError, unasync

PREFIX = "async_"


class OverlayError(GeneratorError):
    """A file of `overlays/` cannot become part of the package."""


def build_overlays(sources: Mapping[str, bytes], used: set[str] | None = None) -> dict[str, bytes]:
    """Build the files of the package that stand for `sources`, by path; the rules that unasync applied go to `used`."""
    files: dict[str, bytes] = {}
    for path, content in sorted(sources.items()):
        files[path] = add_label(content, f"overlays/{path}") if path.endswith(".py") else content
        derived = _derive_name(path)
        if derived is not None and derived not in sources:
            files[derived] = add_label(_make_synchronous(path, content, used), f"overlays/{path}")
    return files


def _derive_name(path: str) -> str | None:
    folder, slash, name = path.rpartition("/")
    if not (name.startswith(PREFIX) and name.endswith(".py")):
        return None
    return f"{folder}{slash}{name[len(PREFIX) :]}"


def _make_synchronous(path: str, content: bytes, used: set[str] | None) -> bytes:
    try:
        return unasync(content.decode("utf-8"), used).encode("utf-8")
    except (LeftoverError, SyntaxError) as problem:
        raise OverlayError(f"overlays/{path}: {problem}") from None
