"""What the tests of one run generate, kept in the folder that all its processes share."""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from pathlib import Path

from generator.package import CONTRACT, Files, collect_generated


class Generated:
    """What each contract makes: a pure function, as test_purity.py shows, so it is asked once for each.

    Two processes that ask at the same time both do the work, and keep the same.
    """

    def __init__(self, base: Path) -> None:
        self._folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def __call__(self, root: Path, contract: bytes | None = None) -> Files:
        """What `openapi.yaml` of a project contributes, or another contract."""
        contract = (root / CONTRACT).read_bytes() if contract is None else contract
        kept = self._folder / f"generated-{hashlib.sha256(contract).hexdigest()}"
        if not kept.exists():
            self._keep(kept, collect_generated(root, contract))
        files: Files = pickle.loads(kept.read_bytes())
        return files

    def _keep(self, path: Path, files: Files) -> None:
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as new:
            new.write(pickle.dumps(files))
        Path(new.name).replace(path)
