"""Which document of the service was taken in last: where it came from, and its hash. The document is not committed."""

from __future__ import annotations

import json
from pathlib import Path

from generator.errors import GeneratorError
from generator.regenerate.spec import Spec

UPSTREAM = "generator/upstream.json"


def check_base(root: Path, base: Spec) -> None:
    """Refuse a base that is not the document that was merged last: changes in between would be lost or made twice."""
    path = root / UPSTREAM
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if known and known.get("sha256") != base.sha256:
        raise GeneratorError(
            f"{base.source}: is not the document that was merged last ({known.get('source')}, sha256 "
            f"{str(known.get('sha256'))[:12]}...); name that one with --base, or remove {UPSTREAM}"
        )


def record(root: Path, spec: Spec, *, is_upstream: bool) -> dict[str, bytes | None]:
    """Return the file that names the document taken in, where it is one of the service."""
    text = json.dumps({"source": spec.source, "sha256": spec.sha256}, indent=2) + "\n"
    path = root / UPSTREAM
    unchanged = path.is_file() and path.read_text(encoding="utf-8") == text
    return {UPSTREAM: text.encode()} if is_upstream and not unchanged else {}
